import { isRegular } from '../../batch/index.js'
import { readRunFile, runFilePath, writeRunFile } from '../../batch/run/run-file.js'
import type { RunFile } from '../../report/result-schema.js'
import { CannotRun } from '../cannot-run.js'
import { isForBuild, type BatchOptions, type OutputFormat } from './batch-options.js'

/** Where the facts of a run are written (null for nowhere), and whether rows leave them out. */
export interface RunFileChoice {
  readonly path: string | null
  readonly schema: 1 | 2
}

/** A row leaves out the facts of its run only if a file has them. */
export function runFileFor(options: Pick<BatchOptions, 'output' | 'runInfo'>, format: OutputFormat): RunFileChoice {
  const { output, runInfo } = options
  // A page and a Parquet file contain them, and a report for a build names the edition.
  const nextToOutput =
    output !== undefined && format !== 'html' && format !== 'parquet' && !isForBuild(format) && isRegular(output)
  const path = runInfo ?? (nextToOutput ? runFilePath(output) : null)
  return { path, schema: format === 'ndjson' && path !== null ? 2 : 1 }
}

/** Writes the facts of a run. @throws {CannotRun} if the facts of a resumed run differ: its rows refer to them */
export async function beginRunFile(path: string, run: RunFile, resumed: boolean): Promise<void> {
  const known = resumed ? await readRunFile(path) : null
  if (known && known.run !== run.run)
    throw new CannotRun(
      `the run cannot be resumed: ${path} says that it was started with other facts (version ${known.tool.version} of the program, edition ${known.edition.id})`,
    )
  await writeRunFile(path, run)
}
