import type { LawIndex, Query } from '../matching/index.js'
import { Screen } from '../screen/index.js'

/** A screen; null for a law with more or larger rules than it has room for. The rows are the same without. */
export function screenIfRoom(law: LawIndex, query: Query, others: readonly Query[] = []): Screen | null {
  try {
    return new Screen(law, query, others)
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}
