import type { Part } from '../schema/part.js'

/** A pattern as written in a file. */
export interface WrittenPattern {
  readonly field: string
  readonly smarts: string
}

/** The parts and patterns of a file. */
export interface Written {
  /** Set for a file of shared parts: the folder whose files may use them (`ca/`; empty for all laws). */
  readonly shares?: string
  readonly own: readonly Part[]
  /** The parts used in its patterns, its own or shared. */
  readonly used: readonly Part[]
  /** Its patterns with parts, those of its parts, and any other long patterns. */
  readonly patterns: readonly WrittenPattern[]
}

/** A pattern with more characters than this cannot be proofread. */
export const longest = 150
