import type { Waiver } from '../../answers/index.js'
import type { RunIdentity } from '../../batch/index.js'
import type { LawIndex, Query } from '../../matching/index.js'
import type { FileChoice, Options } from '../options.js'

/** Whether the rows of a format can be continued after they were written in part. */
export function isContinued(format: OutputFormat): boolean {
  return format !== 'parquet' && format !== 'xlsx' && format !== 'html' && !isForBuild(format)
}

/** What two runs must have in common to be parts of one, in addition to their day and files. */
export type RunChoices = Omit<RunIdentity, 'asOf' | 'files'>

/**
 * @param input how the inputs are read
 * @param more the other options on which rows depend
 */
export function choicesOf(
  law: LawIndex,
  query: Query,
  input: FileChoice,
  more: Readonly<Record<string, unknown>>,
): RunChoices {
  const { jurisdictions, assume, kinds, future, positions, readings, setsCountAs } = query
  const asked = { jurisdictions, assume, kinds, future, positions, readings, setsCountAs }
  return {
    edition: law.edition.sha256,
    // As the journal returns it: without what is undefined.
    options: JSON.parse(JSON.stringify({ ...more, columns: input.columns, sheet: input.sheet, ...asked })) as Record<
      string,
      unknown
    >,
  }
}

export function batchChoices(
  law: LawIndex,
  query: Query,
  options: Options,
  format: OutputFormat,
  schema: 1 | 2,
  waivers: readonly Waiver[] | undefined,
): RunChoices {
  const { header, lookup, bom, identify, explain, only, ignoreDates } = options
  const rows = format === 'ndjson' ? { format, schema } : { format }
  return choicesOf(law, query, options, { ...rows, header, lookup, bom, identify, explain, only, ignoreDates, waivers })
}

/** Formats that report rows to a build, at their lines. */
const buildFormats = ['sarif', 'github', 'junit'] as const
type BuildFormat = (typeof buildFormats)[number]

export const outputFormats = ['ndjson', 'csv', 'xlsx', 'parquet', 'sdf', 'html', 'summary', ...buildFormats] as const
export type OutputFormat = (typeof outputFormats)[number]

export function isForBuild(format: OutputFormat): format is BuildFormat {
  return buildFormats.some((own) => own === format)
}
