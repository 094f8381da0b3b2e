import { cleavableKinds, compareForms, type StereoRelation, type StereoForms } from '../../chem/index.js'
import { isWithin, type Day, type Extension, type List, type Period, type ScopeClause } from '../../law/index.js'
import type { Candidate } from './candidate.js'
import type { Doubt, Via } from '../finding.js'
import type { Recorded } from '../law-index.js'

/** The scope sentence of a list on a day. */
export function clauseOf(list: List, asOf: Day): ScopeClause {
  return list.scope.find((s) => isWithin(s, asOf)) ?? list.scope[0]!
}

/** The words by which an entry covers more than the substance it names, on a day. */
export interface Scope {
  readonly words: readonly Extension[]
  /** Words (or fields) of the clause that are unconfirmed. */
  readonly unconfirmed: readonly string[]
  /** Words that apply only on a condition that no structure decides. */
  readonly onCondition: readonly Extension[]
  readonly cite: string
  /** The text of the clause; null if the words are those of the entry itself. */
  readonly reads: string | null
}

/** An entry's own words take precedence over those of its list. */
export function scopeOf(list: List, period: Period, asOf: Day): Scope {
  if (period.extends_to) {
    const unconfirmed = period.unconfirmed?.includes('extends_to') ? period.extends_to : []
    return {
      words: period.extends_to,
      unconfirmed: unconfirmed.length > 0 ? unconfirmed : period.unconfirmed?.includes('extends_to') ? ['salts'] : [],
      onCondition: [],
      cite: period.cite,
      reads: null,
    }
  }
  const clause = clauseOf(list, asOf)
  return {
    words: clause.extends_to,
    unconfirmed: clause.unconfirmed ?? [],
    onCondition: clause.on_condition ?? [],
    cite: clause.cite,
    reads: clause.reads,
  }
}

export interface Reach {
  readonly via: readonly Via[]
  readonly doubts: readonly Doubt[]
}

/** Whether the isomer words cover a form with this stereo; null if they do not. */
export function reachByStereo(relation: StereoRelation, scope: Scope): Reach | null {
  const plain = reachByIsomerWords(relation, scope.words)
  if (plain || scope.onCondition.length === 0) return plain
  const perhaps = reachByIsomerWords(relation, scope.onCondition)
  const words = scope.onCondition.filter((word) => !cleavableKinds.some((kind) => word === `${kind}s`))
  return perhaps && { via: perhaps.via, doubts: [...perhaps.doubts, conditional(words.join(', '), scope)] }
}

function conditional(extension: string, scope: Scope): Doubt {
  return { kind: 'extension conditional', extension, reads: scope.reads ?? scope.cite }
}

/** How a substance is reached by words for kinds of isomers alone; null if they do not reach it. */
export function reachByIsomerWords(relation: StereoRelation, words: readonly Extension[]): Reach | null {
  const any = words.includes('isomers') || words.includes('stereoisomers')
  const optical = any || words.includes('optical isomers')
  const geometric = any || words.includes('geometric isomers')
  switch (relation) {
    case 'same':
    case 'covered':
      return { via: [], doubts: [] }
    case 'contained':
      return { via: ['mixture'], doubts: [] }
    case 'open':
      return { via: [], doubts: [{ kind: 'stereo open' }] }
    case 'enantiomer':
      return optical ? { via: ['optical isomer'], doubts: [] } : null
    case 'geometric':
      return geometric ? { via: ['geometric isomer'], doubts: [] } : null
    case 'diastereomer':
      // Diastereomers are optical isomers, or geometric ones if they differ around a ring: the two words together cover
      // all.
      if (any || (optical && geometric)) return { via: ['stereoisomer'], doubts: [] }
      return optical ? { via: ['stereoisomer'], doubts: [{ kind: 'diastereomer' }] } : null
  }
}

/** Whether a salt is covered; null if the list does not cover salts. The form of the salt comes from the candidate. */
export function reachBySalt(candidate: Candidate, recorded: Recorded, scope: Scope): readonly Doubt[] | null {
  if (!candidate.forms.includes('salt') || recorded.salt || scope.words.includes('salts')) return []
  if (scope.unconfirmed.includes('salts')) return [{ kind: 'extension unconfirmed', extension: 'salts' }]
  if (scope.onCondition.includes('salts')) return [conditional('salts', scope)]
  return candidate.saltOrMixture ? [{ kind: 'salt or mixture' }] : null
}

/**
 * Whether the esters, ethers and carbamates cleaved to obtain the candidate are covered; null if the words do not
 * extend to them.
 */
export function reachByCleavedBonds(candidate: Candidate, scope: Scope): readonly Doubt[] | null {
  const doubts: Doubt[] = []
  for (const word of candidate.cleavedBonds) {
    const named = scope.words.includes(`${word}s`)
    if (!named && scope.onCondition.includes(`${word}s`)) {
      doubts.push(conditional(`${word}s`, scope))
      continue
    }
    if (!named && (word === 'carbamate' || !scope.words.includes('derivatives'))) return null
    // "May reach" concerns only the words themselves; a doubtful wording of the rest of a clause is in `unconfirmed`.
    if (named && scope.unconfirmed.includes(`${word}s`))
      doubts.push({ kind: 'extension unconfirmed', extension: `${word}s` })
  }
  return doubts
}

/**
 * How the stereo of a candidate compares with a recorded substance, which may be a racemate drawn as one enantiomer.
 */
export function relationTo(recorded: Recorded, forms: StereoForms): StereoRelation {
  return compareForms(forms, recorded.identity.stereo, recorded.record.racemic)
}

/** Whether the relation makes it the substance itself: either enantiomer of a racemate is. */
export function isItself(recorded: Recorded, relation: StereoRelation): boolean {
  return relation === 'same' || (recorded.record.racemic === true && relation === 'covered')
}

/** Whether a law that names a substance names the candidate, by the isomer words that go with the name. */
export function isNamedAs(candidate: Candidate, substance: string, words: readonly Extension[]): boolean {
  const recorded = knownAs(candidate, substance)
  if (!recorded) return false
  const relation = candidate.named === substance ? 'same' : relationTo(recorded, candidate.identity!.forms)
  // A name means its substance in every form that the drawing leaves open.
  return relation === 'open' || reachByIsomerWords(relation, words)?.doubts.length === 0
}

/**
 * Whether a law that excludes a substance excludes the candidate. `in part`: the drawing fixes some of the stereo and
 * leaves open whether it is that form. A drawing without any stereo is read as the substance.
 */
export function isExcludedAs(candidate: Candidate, substance: string): 'wholly' | 'in part' | 'no' {
  const recorded = knownAs(candidate, substance)
  if (!recorded) return 'no'
  if (candidate.named === substance) return 'wholly'
  const { forms } = candidate.identity!
  switch (relationTo(recorded, forms)) {
    case 'same':
    case 'covered':
      return 'wholly'
    case 'open':
      return forms.each.some(({ centres, bonds }) =>
        [...centres.values(), ...bonds.values()].some((parity) => parity !== '?'),
      )
        ? 'in part'
        : 'wholly'
    case 'contained':
    case 'enantiomer':
    case 'geometric':
    case 'diastereomer':
      return 'no'
  }
}

function knownAs(candidate: Candidate, substance: string): Recorded | undefined {
  return candidate.records.find((k) => k.record.id === substance)
}
