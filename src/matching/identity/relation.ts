import { compareForms, type StereoForms, type StereoRelation } from '../../chem/index.js'
import type { KnownSubstance } from '../law-index.js'

/**
 * How the stereo of a candidate compares with a recorded substance, which may be a racemate drawn as one enantiomer.
 */
export function relationTo(known: KnownSubstance, forms: StereoForms): StereoRelation {
  return compareForms(forms, known.identity.stereo, known.record.racemic)
}

/** Whether the relation makes it the substance itself: either enantiomer of a racemate is. */
export function isItself(known: KnownSubstance, relation: StereoRelation): boolean {
  return relation === 'same' || (known.record.racemic === true && relation === 'covered')
}
