import type { Draft, DraftAnswer, DraftFit, Failure } from '../matching/index.js'
import type { RunInfo } from './run-info.js'

export type { DraftAnswer, DraftFit }

/** A structure that was given, by the name of its source. */
export interface NamedStructure {
  readonly id: string
  readonly name: string
  readonly smiles: string
}

export interface CoveredStructure extends NamedStructure {
  readonly clauses: DraftAnswer['clauses']
  readonly readings: readonly string[]
  readonly atc: readonly string[]
  /** Similarity to the parent (Tanimoto coefficient of Morgan fingerprints); null where the draft names no parent. */
  readonly similarity: number | null
  /** Murcko scaffold, empty without rings. */
  readonly scaffold: string
  /** Whether the jurisdiction of the draft has it on a list of drugs already; null where nobody looked. */
  readonly listed: boolean | null
}

export interface SetImpact {
  readonly id: string
  readonly kind: 'recorded' | 'medicines' | 'everyday' | 'library'
  readonly file: string | null
  readonly sha256: string | null
  readonly total: number
  readonly counts: Readonly<Record<DraftFit, number>>
  /** 95 percent interval of the share covered, of those that could be read; null for an empty set. */
  readonly interval: readonly [low: number, high: number] | null
  /** Covered structures under each clause, and those under it alone. */
  readonly clauses: Readonly<Record<string, { readonly under: number; readonly alone: number }>>
  /** Why structures are undecided: how many by each reading or kind of doubt, and how many by that alone. */
  readonly doubts: Readonly<Record<string, { readonly some: number; readonly alone: number }>>
  /** Covered structures whose answer rests on a reading. */
  readonly readings: Readonly<Record<string, number>>
  /** Kinds of structures: those with one scaffold. */
  readonly scaffolds: readonly {
    readonly scaffold: string
    readonly count: number
    readonly members: readonly NamedStructure[]
  }[]
  /** Groups by scaffold in all, of which `scaffolds` has the largest; null where there are more than are counted. */
  readonly kinds: number | null
  readonly closest: readonly CoveredStructure[]
  readonly furthest: readonly CoveredStructure[]
  /** Covered structures, of a library the first ones. */
  readonly covered: readonly CoveredStructure[]
  readonly undecided: readonly NamedStructure[]
}

export interface ClauseUse {
  readonly id: string
  readonly cite: string
  readonly reads: string
  /** Recorded substances that come under it, under it alone, and that no other clause would cover. */
  readonly under: number
  readonly alone: number
  readonly onlyBy: readonly string[]
}

/** A recorded substance like the parent that the draft does not cover. */
export interface MissedAnalogue {
  readonly substance: string
  readonly name: string
  readonly smiles: string
  readonly similarity: number | null
  readonly listedIn: readonly string[]
  /** Why; null where no scaffold of the draft is there. */
  readonly failure: Failure | null
  /** Atoms that the closest attempt leaves over; null where there is none. */
  readonly left: number | null
  /** Clauses at whose sites the closest attempt fails. */
  readonly clauses: readonly string[]
}

/** A change of the draft that would cover less. */
export type DraftChange =
  | { readonly kind: 'carbons'; readonly clause: string; readonly max: number }
  | { readonly kind: 'one group'; readonly clause: string }
  | { readonly kind: 'no further substitution'; readonly clause: string }
  | { readonly kind: 'mass'; readonly max: number }
  | { readonly kind: 'without clause'; readonly clause: string }
  | { readonly kind: 'by name' }

export interface Exclusion {
  readonly change: DraftChange
  /** Names of medicines that it frees. */
  readonly frees: readonly string[]
  /** Names of recorded substances that the draft would no longer cover. */
  readonly loses: readonly string[]
}

export interface ReadingDoubt {
  readonly id: string
  readonly question: string
  readonly choice: 'covers' | 'does not cover' | 'open'
}

/** Days that a recorded substance was, and would have been, uncontrolled. */
export interface RacedSubstance {
  readonly substance: string
  readonly name: string
  /** First day on which it was known: as a file says, or the first list of any law. */
  readonly known: string
  readonly by: 'file' | 'list'
  /** First day on a list of the jurisdiction of the draft; null where none names it by the last day. */
  readonly listed: string | null
  /** Days on which it was on no list and not undecided; and neither that nor covered by the draft. */
  readonly listDays: number
  readonly draftDays: number
  /** Days on which it was on no list and the law of its jurisdiction leaves it undecided: not among `listDays`. */
  readonly undecidedDays: number
}

export interface TimeImpact {
  readonly since: string
  readonly until: string
  readonly draftFrom: string
  readonly raced: readonly RacedSubstance[]
  readonly medianList: number | null
  readonly medianDraft: number | null
  readonly medianWon: number | null
  /** Counts on each day on which one changes. */
  readonly steps: readonly {
    readonly day: string
    readonly known: number
    readonly listed: number
    readonly ahead: number
  }[]
}

export interface OtherRule {
  readonly id: string
  readonly code: string
  readonly title: string
  readonly both: number
  readonly onlyDraft: number
  readonly onlyOther: number
  readonly examplesDraft: readonly string[]
  readonly examplesOther: readonly string[]
}

export interface OthersImpact {
  /** The files asked; null for the recorded structures, medicines and everyday chemicals. */
  readonly file: string | null
  /** Structures asked. */
  readonly universe: number
  readonly rules: readonly OtherRule[]
  /** Sets of rules (the draft by its own id) and how many structures they and no other of these cover. */
  readonly intersections: readonly { readonly rules: readonly string[]; readonly count: number }[]
}

export interface DraftFacts {
  readonly id: string
  readonly title: string
  readonly jurisdiction: string
  readonly reads: readonly string[]
  readonly parent: NamedStructure | null
  readonly sites: readonly { readonly id: string; readonly reads: string }[]
  readonly readings: readonly ReadingDoubt[]
}

export interface Impact {
  readonly run: RunInfo
  readonly draft: DraftFacts & { readonly file: string | null; readonly sha256: string }
  readonly sets: readonly SetImpact[]
  readonly reach: {
    readonly recorded: number
    readonly covered: number
    /** Covered ones by where lists name them on the day. */
    readonly here: number
    readonly elsewhere: number
    readonly nowhere: number
    readonly clauses: readonly ClauseUse[]
    readonly missed: readonly MissedAnalogue[]
  }
  readonly collateral: {
    /** Medicines that the draft covers and no list of its jurisdiction names. */
    readonly medicines: readonly string[]
    /** The best change first. */
    readonly exclusions: readonly Exclusion[]
  }
  readonly time: TimeImpact
  /** Null where it was not asked. */
  readonly others: OthersImpact | null
  /** The draft and the rules of `--assume` over the libraries; null without either. */
  readonly libraryOthers: OthersImpact | null
}

/** A structure that one of two rules covers, with why the other does not; null without its scaffold, or unasked. */
export type RuleDifference = Omit<NamedStructure, 'id'> & { readonly failure: Failure | null }

type Pair<T> = readonly [a: T, b: T]

export interface RuleComparison {
  readonly rules: Pair<Draft>
  readonly asOf: string
  /** Structures tried, by where they come from. */
  readonly tried: readonly (readonly [set: string, count: number])[]
  /** Structures by what A says of them, and then B: `covered/undecided`. */
  readonly counts: Readonly<Record<string, number>>
  /** Clauses for the same atoms; structures under them in both rules, and those that one alone covers. */
  readonly clauses: readonly {
    readonly ids: Pair<readonly string[]>
    readonly both: number
    readonly only: Pair<readonly RuleDifference[]>
  }[]
  /** Differences of scaffolds, conditions, exclusions and bounds. */
  readonly elsewhere: Pair<readonly RuleDifference[]>
  /** Structures that one leaves undecided and the other covers. */
  readonly undecided: readonly { readonly by: 0 | 1; readonly doubt: string; readonly name: string }[]
}
