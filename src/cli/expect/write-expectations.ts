import { jsonLines, hasOwnDay } from '../../batch/index.js'
import { selectedJurisdictions, type LawIndex, type Query } from '../../matching/index.js'
import { csvLine, expectationColumns, expectationRows, type Result } from '../../report/index.js'
import { CannotRun, type Host, type Stop } from '../host.js'
import { openTable } from '../input/collection.js'
import type { Given } from '../options.js'
import { warnOfAge } from '../output/warnings.js'
import { withOutput } from '../output/output-choice.js'
import { runInfo } from '../output/run-info.js'
import { runWork } from '../run/run-work.js'

/** Writes the answers of now as a table of expectations, which `expect` then checks. */
export async function writeExpectations(
  files: readonly string[],
  options: Given<'write'>,
  law: LawIndex,
  query: Query,
  own: readonly string[],
  host: Host,
): Promise<{ readonly rows: number; readonly stopped: Stop | null }> {
  let rows = 0
  let stopped: Stop | null = null
  await withOutput(options.write, host, async (output) => {
    await output.write(csvLine(expectationColumns))
    for (const file of files) {
      const done = await runWork({
        source: openTable(file, options, host),
        speed: options,
        edition: law.edition,
        setup: {
          format: 'ndjson',
          query,
          run: runInfo(law, query, own),
          explain: false,
          identify: 'listed',
          screen: options.screen,
          only: null,
          today: host.today,
          jurisdictions: selectedJurisdictions(law, query).map((j) => j.jurisdiction.code),
          files: null,
        },
        host,
        async write(bytes) {
          for (const result of jsonLines<Result>(bytes))
            for (const row of rowsFor(file, result)) await output.write(csvLine(row))
        },
      })
      rows += done.rows
      stopped ??= done.stopped
    }
  })
  warnOfAge(law, query, options, host)
  return { rows, stopped }

  function rowsFor(file: string, result: Result): string[][] {
    if (result.problem?.code === 'bad-day') throw new CannotRun(`${file} row ${result.row}: ${result.problem.message}`)
    return expectationRows(result, hasOwnDay(result) ? result.asOf : (options.asOf ?? ''))
  }
}
