import type { Part } from './part.js'

/** A pattern as a file has it, and what it is once its parts are put in. */
export interface WrittenPattern {
  readonly field: string
  readonly smarts: string
  readonly whole: string
}

/** What a file says of parts. */
export interface Written {
  /** Set for a file of shared parts: the folder whose files may use them (`ca/`; empty for all laws). */
  readonly shares?: string
  readonly own: readonly Part[]
  /** The parts in its patterns, its own or shared. */
  readonly used: readonly Part[]
  /** Its patterns with parts, and those of its parts, and others that are long. */
  readonly patterns: readonly WrittenPattern[]
}

/** More characters than this, and nobody can proofread a pattern. */
export const longest = 150
