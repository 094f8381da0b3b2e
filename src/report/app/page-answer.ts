import type { Drawing } from '../../chem/index.js'
import type { CaveatsByJurisdiction } from '../html/index.js'
import type { Result } from '../result-schema.js'
import type { RunJson } from '../run-json.js'

/** A rule that does not fit, and the atoms responsible. */
export interface PageNearMiss {
  /** Jurisdictions whose rules are missed in the same way. */
  readonly codes: readonly string[]
  readonly title: string
  readonly ruleId: string
  readonly why: string
  readonly atoms: readonly number[]
}

/** The answer to one question, with everything the page shows of it. */
export interface PageAnswer {
  readonly result: Result
  readonly drawing: Drawing | null
  readonly run: RunJson
  readonly rests: CaveatsByJurisdiction
  readonly near: readonly PageNearMiss[]
}
