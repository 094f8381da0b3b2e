import { selectedJurisdictions, isLongAfter, nothingFound, type LawIndex, type Query } from '../matching/index.js'
import { programWords } from './words/program-words.js'
import type { RunInfo } from './run-info.js'

/** How old the law of a jurisdiction is. */
interface LawAge {
  readonly code: string
  readonly name: string
  /** First day that the records cover; null if unknown. */
  readonly recordsFrom: string | null
  readonly verifiedThrough: string
  /** Whether that is more than a year before the requested day. */
  readonly longAgo: boolean
  /** Known gaps of the records on that day. */
  readonly gaps: number
}

export interface RunJson extends RunInfo {
  readonly laws: readonly LawAge[]
  readonly notice: string
}

/** What holds for all answers to one question: how they were made, how old each law is, and what they do not cover. */
export function runJson(law: LawIndex, query: Query, run: RunInfo): RunJson {
  const gaps = new Map(
    nothingFound(law, query).jurisdictions.map((j) => [j.code, j.caveats.filter((c) => c.kind === 'gap').length]),
  )
  return {
    ...run,
    laws: selectedJurisdictions(law, query).map(({ jurisdiction: j }) => ({
      code: j.code,
      name: j.name,
      recordsFrom: j.records_from,
      verifiedThrough: j.verified_through,
      longAgo: isLongAfter(query.asOf, j.verified_through),
      gaps: gaps.get(j.code) ?? 0,
    })),
    notice: programWords.notice,
  }
}
