import type { Molecule } from './molecule.js'

/** Atomic numbers with abridged standard atomic weights, Da. Source: IUPAC CIAAW 2021. */
const table =
  '1 1.008, 3 6.94, 5 10.81, 6 12.011, 7 14.007, 8 15.999, 9 18.998, 11 22.99, 12 24.305, 13 26.982, ' +
  '14 28.085, 15 30.974, 16 32.06, 17 35.45, 19 39.098, 20 40.078, 25 54.938, 26 55.845, 27 58.933, ' +
  '28 58.693, 29 63.546, 30 65.38, 33 74.922, 34 78.971, 35 79.904, 50 118.71, 51 121.76, 52 127.6, ' +
  '53 126.904, 78 195.084, 80 200.592, 82 207.2, 83 208.98'

const weights: Readonly<Record<number, number>> = Object.fromEntries(
  table.split(', ').map((pair) => pair.split(' ').map(Number)),
)

/** Average molar mass of some atoms with their hydrogens, Da; infinite if this table has no weight for an element. */
export function massOf(molecule: Molecule, atoms: readonly number[]): number {
  return atoms.reduce((sum, index) => {
    const atom = molecule.atoms[index]!
    return sum + (weights[atom.z] ?? Infinity) + atom.hydrogens * weights[1]!
  }, 0)
}

/** Average molar mass of a component, Da; of a cation, without the protons of charged atoms, O and S that it can lose. */
export function massAsBase(molecule: Molecule, component: readonly number[]): number {
  const atoms = component.map((index) => molecule.atoms[index]!)
  const charge = atoms.reduce((sum, atom) => sum + atom.charge, 0)
  const mayLose = atoms.filter((atom) => atom.charge > 0 || atom.z === 8 || atom.z === 16)
  const protons = mayLose.reduce((sum, { hydrogens }) => sum + hydrogens, 0)
  return massOf(molecule, component) - Math.min(Math.max(charge, 0), protons) * weights[1]!
}
