import { isMetal, type Molecule } from './molecule.js'

/** Whether an atom of a component with carbon has an unpaired electron. Nitrogen oxides and oxygen are stable radicals. */
export function hasRadical({ atoms }: Molecule, component: readonly number[]): boolean {
  const isOrganic = component.some((a) => atoms[a]!.z === 6)
  return isOrganic && component.some((a) => atoms[a]!.radicals > 0 && !isMetal(atoms[a]!.z))
}

/** Whether a carbon is drawn as a cation. Next to a lone pair it is also an onium ion, but of which compound is open. */
export function hasCarbocation({ atoms }: Molecule, component: readonly number[]): boolean {
  return component.some((a) => atoms[a]!.z === 6 && atoms[a]!.charge > 0)
}
