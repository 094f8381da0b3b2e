import type { z } from 'zod'
import type * as schema from './schema.js'

/** As read: nothing that is found is changed later. */
type Immutable<T> = T extends object ? { readonly [K in keyof T]: Immutable<T[K]> } : T
type Read<S extends z.ZodType> = Immutable<z.infer<S>>

export type Verdict = Read<typeof schema.verdict>
export type SetVerdict = Read<typeof schema.shown>

/** Verdicts by strength: the first that occurs in any finding or jurisdiction decides. */
export const strength: readonly Verdict[] = ['listed', 'class', 'undecided', 'uncontrolled']

export type Doubt = Read<typeof schema.doubt>
export type Finding = Read<typeof schema.finding>
export type ListedFinding = Extract<Finding, { kind: 'listed' }>
export type ClassFinding = Extract<Finding, { kind: 'class' }>
export type OpenFinding = Extract<Finding, { kind: 'open structure' }>
export type Via = ListedFinding['via'][number]
export type CitedClause = Read<typeof schema.clause>
export type UsedReading = Read<typeof schema.reading>
/** A position on which an answer rests: of the user, or, with an origin, of a recorded reading. */
export type UsedPosition = Read<typeof schema.ground>
export type Caveat = Read<typeof schema.caveat>
export type NearMiss = Read<typeof schema.nearMiss>
export type SetAside = Read<typeof schema.setAside>
export type Decided = Read<typeof schema.decided>

export function openStructure(
  why: OpenFinding['why'],
  more: Omit<OpenFinding, 'kind' | 'why' | 'counts'> = {},
): OpenFinding {
  return { kind: 'open structure', why, ...more, counts: 'undecided' }
}

export interface JurisdictionResult {
  readonly code: string
  /** For a set, that of its strongest member. */
  readonly verdict: Verdict
  /** Set for a set; `decides` is empty where all members have one verdict. */
  readonly ofSet?: { readonly verdict: SetVerdict; readonly decides: readonly Decided[] }
  readonly findings: readonly Finding[]
  readonly caveats: readonly Caveat[]
  readonly nearMisses: readonly NearMiss[]
  readonly setAside: readonly SetAside[]
  /** Answers to open questions on which this one rests, and the verdict by the words of the law alone. */
  readonly positions?: readonly UsedPosition[]
  readonly byWords?: SetVerdict
}
