import type { Identify, Query } from '../../matching/index.js'
import type { RowFilter } from '../output/row-filter.js'
import type { RowSetup } from '../output/row-writer.js'

/** How records are judged, and their rows written. */
export interface ChunkJudgeSetup extends RowSetup {
  readonly query: Query
  readonly identify: Identify
  /** Whether the input may be a name, number or InChI instead of a structure; true if not given. */
  readonly lookUp?: boolean
  readonly screen: boolean
  readonly only: RowFilter | null
  /** The current day, after which there is no law yet. */
  readonly today: string
  /** Whether all records are judged by the day of the query, whatever day they give. */
  readonly ignoreDates?: boolean
  /** Structures that are known to come, if not a large file of them. */
  readonly expected?: number
}
