import type { IdentifierOptions } from '../input/column-options.js'
import type { LawChoice, LawOptions } from '../options.js'

/** As in `batch`; its other options concern files. */
export interface PipeOptions extends LawOptions, IdentifierOptions {
  lookup?: boolean
  identify?: boolean
  explain?: boolean
  runInfo?: string
  ignoreDates?: boolean
  workers?: number
}

export interface McpOptions extends LawChoice {
  workers?: number
}

/** Of `serve`; see its option `--limit`. */
export interface Limits {
  readonly body: number
  readonly rows: number
  readonly open: number
  readonly 'row-ms': number
}

export interface ServeOptions extends LawChoice {
  port: { readonly host: string; readonly port: number }
  workers?: number
  limit: Limits
  log?: boolean
}
