import type { Control, Limit, Rule } from '../law/index.js'
import type { ClauseHit, Failure } from './classes/outcome.js'
import type { UsedPosition } from './position.js'

export type Verdict = 'listed' | 'class' | 'undecided' | 'uncontrolled'

/**
 * The verdict on a set of structures of which one is the substance: that of all members; `controlled` if some are
 * listed and all others in a class; `depends` if it matters which it is.
 */
export type SetVerdict = Verdict | 'controlled' | 'depends'

/** Verdicts by strength: the first that occurs in any finding or jurisdiction decides. */
export const strength: readonly Verdict[] = ['listed', 'class', 'undecided', 'uncontrolled']

/** By which words of the law, or as which form of the substance, a candidate is covered. */
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
  | 'carbamate'

/** Why a finding counts for less than it otherwise would, or with a reservation. `report` puts it into words. */
export type Doubt =
  | { readonly kind: 'stereo open' }
  | { readonly kind: 'stereo parted'; readonly exception: string }
  | { readonly kind: 'diastereomer' }
  | { readonly kind: 'start unknown'; readonly inForceBy: string | null }
  /** `really`: whether the true day may be earlier or later than the recorded one. */
  | { readonly kind: 'start unconfirmed'; readonly from: string; readonly really: 'earlier' | 'later' }
  | { readonly kind: 'before records'; readonly recordsFrom: string }
  | { readonly kind: 'lapse unverified'; readonly until: string; readonly verifiedThrough: string }
  /** No legal act is recorded for the entry: it was taken from the printed list. */
  | { readonly kind: 'instrument unknown' }
  | { readonly kind: 'preparations only'; readonly what: string }
  /** Drawn with a further ingredient, and the list does not cover every mixture. */
  | {
      readonly kind: 'with other ingredients'
      readonly question: string
      readonly basis: string
      readonly cite: string
    }
  /** A solvent next to another substance: in a mixture, or part of its solvate. */
  | { readonly kind: 'solvate or mixture' }
  | { readonly kind: 'extension unconfirmed'; readonly extension: string }
  /** The law covers this form only on a condition that no structure decides; `reads` is the clause. */
  | { readonly kind: 'extension conditional'; readonly extension: string; readonly reads: string }
  /** Only hydrogens on carbon differ, or it is an ester or ether of an enol: both forms can be isolated. */
  | { readonly kind: 'tautomer apart' }
  /** Drawn as bare atoms of an element, of which the listed substance is a form. */
  | { readonly kind: 'bare element' }
  /** An ester or ether only in a wider sense: acetal, glycoside, silyl ether, oxygen on nitrogen. */
  | { readonly kind: 'link unusual' }
  /** Drawn with ions that do not need it as counter-ion: a mixture, which the entry covers, or a salt, not covered. */
  | { readonly kind: 'salt or mixture' }
  | {
      readonly kind: 'positional isomer unsettled'
      readonly why: 'groups' | 'alkyl' | 'core' | 'not defined'
      readonly core: string
    }
  | { readonly kind: 'reading open'; readonly reading: string; readonly question: string; readonly basis: string }
  | { readonly kind: 'open words'; readonly question: string; readonly basis: string }
  /** The rule excludes what the list names, and the start of that listing is not known. */
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
  /** Amounts and concentrations that the law frees, which a structure does not show. */
  readonly limits?: readonly Limit[]
  readonly doubts: readonly Doubt[]
  /** The verdict that this finding alone gives; null if it has no effect (proposed, not assumed). */
  readonly counts: Exclude<Verdict, 'uncontrolled'> | null
  /**
   * Of a finding that counts as listed or class: the first day since which the substance has been under this kind of
   * control here without a break, by whatever entry or rule; null if a stretch before is undecided or not recorded.
   */
  readonly controlledFrom?: string | null
  /** The day by which it was, if the first day is not known. */
  readonly controlledBy?: string
}

export interface ListedFinding extends Common {
  readonly kind: 'listed'
  readonly substance: string
  readonly nameInLaw: string
  readonly list: string
  readonly listName: string
  readonly code: string | null
  readonly entry: string | null
  /**
   * The clause that extends the entry to this form of the substance; null if the entry names the form itself. `reads`
   * is null if the words are those of the entry itself.
   */
  readonly scope: { readonly words: readonly string[]; readonly cite: string; readonly reads: string | null } | null
  readonly readings: readonly string[]
}

export type UsedReading = Readonly<Pick<Rule['readings'][number], 'id' | 'question' | 'choice' | 'basis'>>

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
  /** True if a rule that would not count counts because of `--assume`. */
  readonly assumed: boolean
}

/**
 * An input that allows neither a finding nor an exclusion: it leaves the structure open (R-group, repeat unit), has the
 * skeleton of a recorded substance but no InChI to compare, has charges or bonds that no compound has, takes more work
 * than allowed for one structure, states too many structures, or was given by name and has no structure; a group of
 * structures has recorded members.
 */
export interface OpenFinding {
  readonly kind: 'open structure'
  readonly why:
    | 'drawn open'
    | 'too many members'
    | 'abbreviation'
    | 'no identity'
    | 'no structure'
    | 'group'
    | 'odd charge'
    | 'radical'
    | 'odd bond'
    | 'budget'
  /** Of a group: its recorded members, and those that an entry names on that day. */
  readonly members?: readonly string[]
  readonly listedMembers?: readonly string[]
  /** Structures that the input states, if they are too many to be judged. */
  readonly count?: number
  readonly counts: 'undecided'
}

export function openStructure(
  why: OpenFinding['why'],
  more: Omit<OpenFinding, 'kind' | 'why' | 'counts'> = {},
): OpenFinding {
  return { kind: 'open structure', why, ...more, counts: 'undecided' }
}

/** A law that exists but is not recorded may cover this structure. */
interface GapFinding {
  readonly kind: 'gap'
  readonly gap: string
  readonly reads: string
  readonly cite: string
  /** `class` by the position of whoever asks. */
  readonly counts: 'undecided' | 'class'
}

export type Finding = (ListedFinding | ClassFinding | OpenFinding | GapFinding) & {
  /** In the answer for a set: labels of the members that it is about, unless it is about all. */
  readonly onlyFor?: readonly string[]
}

/** A reservation that applies to a jurisdiction's answer for every structure. */
export type Caveat =
  | { readonly kind: 'after verified'; readonly verifiedThrough: string }
  /** More than a year: the records may be out of date. */
  | { readonly kind: 'long after verified'; readonly verifiedThrough: string }
  | { readonly kind: 'after today' }
  | { readonly kind: 'before records'; readonly recordsFrom: string }
  | { readonly kind: 'gap'; readonly gap: string; readonly reads: string; readonly cite: string }

/** A rule's near miss, for `--explain`. */
export interface NearMiss {
  readonly ruleId: string
  readonly title: string
  readonly failure: Failure
  readonly accounted: number
}

/** A rule or listing from which the law excludes this structure, for `--explain`. */
export interface SetAside {
  readonly ruleId: string
  readonly title: string
  readonly clauses: readonly CitedClause[]
  readonly reads: string
  readonly cite: string
}

/** Members of a set that have one verdict, by the choices that decide it: `4-position`. */
export interface Decided {
  readonly verdict: Verdict
  readonly choices: readonly string[]
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
