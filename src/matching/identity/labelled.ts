import { elementSymbol } from '../../chem/index.js'
import type { Exception } from '../../law/index.js'
import type { Candidate } from './candidate.js'

/** Whether a candidate has one of the isotopes to which an exception is limited; true if it names none. */
export function isLabelledAs({ labelled }: Exception, { structure, component }: Candidate): boolean {
  if (!labelled) return true
  return component.some((index) => {
    const { z, isotope } = structure.molecule.atoms[index]!
    return isotope !== 0 && labelled.includes(`${isotope}${elementSymbol(z)}`)
  })
}
