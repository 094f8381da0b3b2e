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

/**
 * Whether charges stay apart that no shift of double bonds joins and no proton balances: a carbon anion, and a cation
 * without hydrogen, neither beside its opposite as in an ylide or a nitro group. Rings can be drawn so that their double
 * bonds are hidden, and no law can then be read on them.
 */
export function hasChargesApart({ atoms, neighbours }: Molecule, component: readonly number[]): boolean {
  const isBeside = (atom: number, sign: number) => neighbours[atom]!.some((n) => atoms[n.atom]!.charge * sign > 0)
  const isAnion = (a: number) => atoms[a]!.z === 6 && atoms[a]!.charge < 0 && !isBeside(a, 1)
  const isCation = (a: number) =>
    atoms[a]!.charge > 0 && atoms[a]!.hydrogens === 0 && !isMetal(atoms[a]!.z) && !isBeside(a, -1)
  return component.some(isAnion) && component.some(isCation)
}
