import type { InputSum } from './input-sum.js'

/** Progress through a file, in bytes on disk. Bytes count once the next ones are requested. */
export interface Meter {
  read: number
  /** Set when nobody wants more: some bytes can unpack to gigabytes without a line, and the reader would wait. */
  closed?: boolean
  /** Hashes what is read, where a journal must vouch for it. */
  readonly sum?: InputSum
}
