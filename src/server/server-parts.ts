import type { LawLibrary, Service } from '../service/index.js'
import type { Metrics } from './metrics.js'

interface Bounds {
  readonly mostBytes: number
  /** Time limit for a JSON body, ms. */
  readonly bodyMs: number
  /** Time within which some of the body of a stream must arrive, ms. */
  readonly streamMs: number
  readonly mostRows: number
  readonly mostOpen: number
}

export interface ServerParts {
  readonly service: Service
  readonly library: LawLibrary
  readonly metrics: Metrics
  readonly bounds: Bounds
  readonly workers: number
  readonly page: () => Promise<string>
  readonly token: string | null
  /** Whether it listens on this machine only. */
  readonly local: boolean
  /** Bytes of memory that the process uses. */
  readonly memory: () => number
  readonly log: ((line: object) => void) | null
  readonly isDraining: () => boolean
}

/** A request of Node whose client stopped sending before the end of the body, but still reads. */
export interface CutOff {
  readonly cutOff?: boolean
}
