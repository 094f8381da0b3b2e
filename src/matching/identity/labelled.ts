import { elementSymbol } from '../../chem/index.js'
import type { Exception } from '../../law/index.js'
import type { Candidate } from './candidate.js'

/** Whether a candidate bears one of the isotopes with which alone an exception speaks of it; true where it names none. */
export function isLabelledAs({ labelled }: Exception, { structure, component }: Candidate): boolean {
  if (!labelled) return true
  return component.some((index) => {
    const { z, isotope } = structure.molecule.atoms[index]!
    return isotope !== 0 && labelled.includes(`${isotope}${elementSymbol(z)}`)
  })
}
