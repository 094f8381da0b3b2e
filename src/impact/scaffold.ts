import { elementSymbol, type Atom, type Molecule, type Reader } from '../chem/index.js'
import { count } from '../remembered.js'

/** For structures without rings. */
const noRing = ''

/**
 * The Murcko scaffold of the largest component as SMILES: rings, linkers, and atoms double-bonded to them. Source:
 * Bemis and Murcko 1996, doi:10.1021/jm9602928.
 */
export function scaffoldOf(reader: Reader, text: string): string {
  const drawn = reader.read(text, ({ molecule }) => molBlockOf(molecule, frameworkOf(molecule)))
  return drawn === '' ? noRing : reader.read(drawn, (s) => s.smiles)
}

/** Framework atoms: those left after repeatedly removing atoms with one neighbour. */
function frameworkOf(molecule: Molecule): Set<number> {
  const largest = molecule.components.reduce((a, b) => (b.length > a.length ? b : a), [])
  const kept = new Set(largest)
  const within = (atom: number) => molecule.neighbours[atom]!.filter((n) => kept.has(n.atom))
  let ends = [...kept].filter((atom) => within(atom).length < 2)
  while (ends.length > 0) {
    for (const atom of ends) kept.delete(atom)
    ends = [...kept].filter((atom) => within(atom).length < 2)
  }
  const bearing = [...kept]
  for (const atom of bearing)
    for (const n of molecule.neighbours[atom]!) if (molecule.bonds[n.bond]!.order === 2) kept.add(n.atom)
  return kept
}

/** A mol block (V3000) of some atoms and the bonds between them, without stereo. */
function molBlockOf({ atoms, bonds }: Molecule, kept: ReadonlySet<number>): string {
  if (kept.size === 0) return ''
  const numbers = new Map([...kept].map((atom, i) => [atom, i + 1]))
  const drawn = bonds.filter(({ a, b }) => kept.has(a) && kept.has(b))
  const orders = new Map<number, number>()
  for (const { a, b, order } of drawn) for (const end of [a, b]) count(orders, end, order === 'other' ? 1 : order)
  // A charge stays only if the bonds require it, as for a nitrogen with four.
  const charged = ({ z, charge }: Atom, atom: number) =>
    charge > 0 && orders.get(atom)! > (mostBonds.get(z) ?? Infinity) ? ' CHG=1' : ''
  const lines = [
    'BEGIN CTAB',
    `COUNTS ${kept.size} ${drawn.length} 0 0 0`,
    'BEGIN ATOM',
    ...[...kept].map((a) => `${numbers.get(a)} ${elementSymbol(atoms[a]!.z)} 0 0 0 0${charged(atoms[a]!, a)}`),
    'END ATOM',
    'BEGIN BOND',
    ...drawn.map(
      ({ a, b, order }, i) => `${i + 1} ${order === 'other' ? 1 : order} ${numbers.get(a)} ${numbers.get(b)}`,
    ),
    'END BOND',
    'END CTAB',
  ]
  return `\n\n\n  0  0  0     0  0            999 V3000\n${lines.map((line) => `M  V30 ${line}\n`).join('')}M  END\n`
}

/** Bonds of nitrogen, oxygen, phosphorus and sulfur without a charge. */
const mostBonds: ReadonlyMap<number, number> = new Map([
  [7, 3],
  [8, 2],
  [15, 3],
  [16, 2],
])
