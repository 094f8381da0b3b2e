import type { Position } from './run.js'
import type { ScreeningData } from '../output/screening.js'
import type { Flushed } from '../output/sink.js'
import type { TallyData } from '../output/tally.js'

/** What two runs must share to be parts of one. */
export interface RunIdentity {
  readonly edition: string
  readonly asOf: string
  readonly options: Readonly<Record<string, unknown>>
  readonly files: readonly {
    readonly file: string
    readonly format: string
    readonly size: number | null
    readonly changed: number | null
  }[]
}

export interface Shard {
  /** Shard number, from 1. */
  readonly part: number
  readonly of: number
}

/** How far a run has come: everything before `next` is in the output. */
export interface Journal extends Flushed {
  readonly format: 2
  readonly run: RunIdentity
  readonly shard: Shard | null
  /** Hashes of the input files, or of the ranges of a shard; null if they are too long to be read twice. */
  readonly content: readonly (string | null)[]
  readonly done: boolean
  /** Positions among all inputs, from 1, of the first row of this run and of its next row. */
  readonly first: number
  readonly next: Position
  readonly tally: TallyData
  readonly screening: ScreeningData
  /** Header of the CSV output; null before it is written, and for other formats. */
  readonly columns: readonly string[] | null
}
