import type { Shard } from '../../batch/run/journal.js'
import type { RowFilter } from '../../batch/output/row-filter.js'
import type { InputFormat } from '../../batch/input/batch-record.js'
import type { IdentifierOptions } from '../input/column-options.js'
import type { LawOptions } from '../options.js'
import type { ShardOptions } from './shard-option.js'

export const outputFormats = [
  'ndjson',
  'csv',
  'xlsx',
  'parquet',
  'sdf',
  'html',
  'summary',
  'sarif',
  'github',
  'junit',
] as const
export type OutputFormat = (typeof outputFormats)[number]

/** Formats that report rows to a build, at their lines. */
const buildFormats = ['sarif', 'github', 'junit'] as const
export type BuildFormat = (typeof buildFormats)[number]

export function isForBuild(format: OutputFormat): format is BuildFormat {
  return buildFormats.some((own) => own === format)
}

export interface BatchOptions extends LawOptions, ShardOptions, IdentifierOptions {
  /** The shard, from `shard` and the environment. */
  part?: Shard
  workers?: number
  screen: boolean
  only?: RowFilter
  resume?: boolean
  log?: boolean
  inputFormat?: InputFormat
  lookup?: boolean
  bom?: boolean
  sheet?: string
  header: boolean
  ignoreDates?: boolean
  format?: OutputFormat
  output?: string
  runInfo?: string
  identify?: boolean
  explain?: boolean
  quiet?: boolean
  allowEmpty?: boolean
  color: boolean
}
