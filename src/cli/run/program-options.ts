import type { IdentifierOptions } from '../input/column-options.js'
import type { LawChoice, LawOptions } from '../options.js'

/** As in `batch`; its other options concern files. */
export interface PipeOptions extends LawOptions, IdentifierOptions {
  lookup?: boolean
  identify?: boolean
  explain?: boolean
  runInfo?: boolean
  workers?: number
}

export interface McpOptions extends LawChoice {
  workers?: number
}

export interface ServeOptions extends LawChoice {
  port: number
  host: string
  token?: string
  workers?: number
  maxBody: number
  maxRows: number
  maxOpen: number
  rowMs: number
  log?: boolean
}
