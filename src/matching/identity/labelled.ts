import { elementSymbol } from '../../chem/index.js'
import { statusOn, type Day, type Exception, type JurisdictionRecords } from '../../law/index.js'
import type { Candidate } from './candidate.js'

/** The exceptions of a law on a day, without those for isotopes that a candidate does not have. */
export function exceptionsOn({ jurisdiction }: JurisdictionRecords, asOf: Day, candidate: Candidate): Exception[] {
  return jurisdiction.exceptions.filter((e) => statusOn(e, asOf) !== 'not in force' && isLabelledAs(e, candidate))
}

/** Whether a candidate has one of the isotopes to which an exception is limited; true if it names none. */
function isLabelledAs({ labelled }: Exception, { structure, component }: Candidate): boolean {
  if (!labelled) return true
  return component.some((index) => {
    const { z, isotope } = structure.molecule.atoms[index]!
    return isotope !== 0 && labelled.includes(`${isotope}${elementSymbol(z)}`)
  })
}
