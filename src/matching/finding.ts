import type { Control } from '../law/index.js'
import type { ClauseHit, Failure } from './classes/outcome.js'

export type Verdict = 'listed' | 'class' | 'undecided' | 'uncontrolled'

/** Strength across findings and jurisdictions: the first that occurs decides. */
export const strength: readonly Verdict[] = ['listed', 'class', 'undecided', 'uncontrolled']

/** By which words of the law, or which form of the substance, a candidate is reached. */
export type Via =
  | 'name'
  | 'salt'
  | 'mixture'
  | 'isotopologue'
  | 'tautomer'
  | 'hydrate'
  | 'optical isomer'
  | 'stereoisomer'
  | 'geometric isomer'
  | 'positional isomer'
  | 'ester'
  | 'ether'

/** Why a finding counts for less than it would, or with a reservation. Words are made in `report`. */
export type Doubt =
  | { readonly kind: 'stereo open' }
  | { readonly kind: 'stereo parted'; readonly exception: string }
  | { readonly kind: 'diastereomer' }
  | { readonly kind: 'start unknown'; readonly inForceBy: string | null }
  /** `really`: whether the true day may be earlier or later than the recorded one. */
  | { readonly kind: 'start unconfirmed'; readonly from: string; readonly really: 'earlier' | 'later' }
  | { readonly kind: 'before records'; readonly recordsFrom: string }
  | { readonly kind: 'lapse unverified'; readonly until: string; readonly verifiedThrough: string }
  /** No legal act is recorded for the entry: it was read from the printed list. */
  | { readonly kind: 'instrument unknown' }
  | { readonly kind: 'preparations only'; readonly what: string }
  | { readonly kind: 'extension unconfirmed'; readonly extension: string }
  /** The law reaches this form only on a condition that no structure decides; `reads` is the clause. */
  | { readonly kind: 'extension conditional'; readonly extension: string; readonly reads: string }
  /** Only hydrogens of carbon are placed differently, or the drawing is an ester or ether of an enol: both forms can be isolated. */
  | { readonly kind: 'tautomer apart' }
  /** An ester or ether only with reserve: acetal, glycoside, silyl ether, oxygen on nitrogen. */
  | { readonly kind: 'link unusual' }
  /** It stands beside ions that need no part of it: a mixture, which the entry names, or a salt, which it does not reach. */
  | { readonly kind: 'salt or mixture' }
  | {
      readonly kind: 'positional isomer unsettled'
      readonly why: 'groups' | 'alkyl' | 'core' | 'not defined'
      readonly core: string
    }
  | { readonly kind: 'reading open'; readonly reading: string; readonly question: string; readonly basis: string }
  | { readonly kind: 'open words'; readonly question: string; readonly basis: string }
  /** The rule leaves out what the list names, and the start of that listing is not known. */
  | { readonly kind: 'perhaps left out'; readonly list: string; readonly reads: string }
  | { readonly kind: 'undecided elsewhere'; readonly jurisdiction: string }
  | { readonly kind: 'search bound' }

interface Common {
  readonly status: 'in force' | 'proposed'
  readonly from: string | null
  readonly until: string | null
  /** The legal act of the period: final order, announcement ... */
  readonly act: string | null
  readonly cite: string
  readonly url: string | null
  readonly control: Control
  readonly via: readonly Via[]
  readonly unconfirmed: readonly string[]
  readonly doubts: readonly Doubt[]
  /** The verdict that this finding gives by itself; null where it does not affect the verdict (proposed, not assumed). */
  readonly counts: Exclude<Verdict, 'uncontrolled'> | null
}

export interface ListedFinding extends Common {
  readonly kind: 'listed'
  readonly substance: string
  readonly nameInLaw: string
  readonly list: string
  readonly listName: string
  readonly code: string | null
  readonly entry: string | null
  /** The clause that carries the entry to this form of the substance; null where the entry names it as it is. `reads` is null where the words are those of the entry itself. */
  readonly scope: { readonly words: readonly string[]; readonly cite: string; readonly reads: string | null } | null
  readonly readings: readonly string[]
}

export interface UsedReading {
  readonly id: string
  readonly question: string
  readonly choice: 'covers' | 'does not cover' | 'open'
  readonly basis: string
}

export interface CitedClause extends ClauseHit {
  readonly cite: string
  readonly reads: string
}

export interface ClassFinding extends Common {
  readonly kind: 'class'
  readonly ruleId: string
  readonly title: string
  readonly code: string | null
  readonly clauses: readonly CitedClause[]
  readonly readings: readonly UsedReading[]
  /** True where `--assume` made a rule count that does not by itself. */
  readonly assumed: boolean
}

/**
 * A structure that the input leaves open (R-group, repeat unit), or that has the skeleton of a
 * recorded substance but no InChI to compare, has charges that no compound has, takes more work
 * than one structure may, or was named without having a structure at all:
 * nothing can be found, nothing excluded.
 */
export interface OpenFinding {
  readonly kind: 'open structure'
  readonly why: 'drawn open' | 'no identity' | 'no structure' | 'odd charge' | 'budget'
  readonly counts: 'undecided'
}

/** A law that exists but is not in the records could reach this structure. */
interface GapFinding {
  readonly kind: 'gap'
  readonly gap: string
  readonly reads: string
  readonly cite: string
  readonly counts: 'undecided'
}

export type Finding = ListedFinding | ClassFinding | OpenFinding | GapFinding

/** What qualifies a jurisdiction's answer for every structure. */
export type Caveat =
  | { readonly kind: 'after verified'; readonly verifiedThrough: string }
  /** More than a year: the records may have fallen behind. */
  | { readonly kind: 'long after verified'; readonly verifiedThrough: string }
  | { readonly kind: 'after today' }
  | { readonly kind: 'before records'; readonly recordsFrom: string }
  | { readonly kind: 'gap'; readonly gap: string; readonly reads: string; readonly cite: string }

/** The closest that a rule came without fitting, for `--explain`. */
export interface NearMiss {
  readonly ruleId: string
  readonly title: string
  readonly failure: Failure
  readonly accounted: number
}

/** A rule or listing that the law sets aside for this structure, for `--explain`. */
export interface SetAside {
  readonly ruleId: string
  readonly title: string
  readonly clauses: readonly CitedClause[]
  readonly reads: string
  readonly cite: string
}

export interface JurisdictionResult {
  readonly code: string
  readonly verdict: Verdict
  readonly findings: readonly Finding[]
  readonly caveats: readonly Caveat[]
  readonly nearMisses: readonly NearMiss[]
  readonly setAside: readonly SetAside[]
}
