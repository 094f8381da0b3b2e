import type { Extension } from '../../law/index.js'
import type { Candidate } from './candidate.js'
import type { KnownSubstance } from '../law-index.js'
import { reachByIsomerWords } from './reach.js'
import { relationTo } from './relation.js'

/** Whether a law that names a substance names the candidate, by the isomer words that go with the name. */
export function isNamedAs(candidate: Candidate, substance: string, words: readonly Extension[]): boolean {
  const known = knownAs(candidate, substance)
  if (!known) return false
  const relation = candidate.named === substance ? 'same' : relationTo(known, candidate.identity!.forms)
  // A name means its substance in every form that the drawing leaves open.
  return relation === 'open' || reachByIsomerWords(relation, words)?.doubts.length === 0
}

/**
 * Whether a law that excludes a substance excludes the candidate. `in part`: the drawing fixes some of the stereo and
 * leaves open whether it is that form. A drawing without any stereo is read as the substance.
 */
export function isExcludedAs(candidate: Candidate, substance: string): 'wholly' | 'in part' | 'no' {
  const known = knownAs(candidate, substance)
  if (!known) return 'no'
  if (candidate.named === substance) return 'wholly'
  const { forms } = candidate.identity!
  switch (relationTo(known, forms)) {
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

function knownAs(candidate: Candidate, substance: string): KnownSubstance | undefined {
  return candidate.known.find((k) => k.record.id === substance)
}
