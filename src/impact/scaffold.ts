import { elementSymbol, type Molecule, type Reader } from '../chem/index.js'

/** For structures without rings. */
const noRing = ''

/**
 * The Murcko scaffold of the largest component as SMILES: rings, linkers, and atoms double-bonded to them. Source:
 * Bemis and Murcko 1996, doi:10.1021/jm9602928.
 */
export function scaffoldOf(reader: Reader, text: string): string {
  const drawn = reader.read(text, ({ molecule }) => smilesOf(molecule, frameworkOf(molecule)))
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

/** SMILES of some atoms in a Kekulé form, without stereo. */
function smilesOf(molecule: Molecule, kept: ReadonlySet<number>): string {
  const [start] = kept
  if (start === undefined) return ''
  const order = new Map<number, number>()
  const closures = new Map<number, { readonly bond: number; readonly number: number }[]>()
  const children = new Map<number, { readonly atom: number; readonly bond: number }[]>()
  const used = new Set<number>()
  const visit = (atom: number) => {
    order.set(atom, order.size)
    for (const { atom: next, bond } of molecule.neighbours[atom]!) {
      if (!kept.has(next) || used.has(bond)) continue
      used.add(bond)
      if (order.has(next)) {
        const number = used.size
        for (const end of [atom, next]) closures.set(end, [...(closures.get(end) ?? []), { bond, number }])
      } else {
        children.set(atom, [...(children.get(atom) ?? []), { atom: next, bond }])
        visit(next)
      }
    }
  }
  visit(start)
  const numbers = new Map([...new Set([...closures.values()].flat().map((c) => c.number))].map((n, i) => [n, i + 1]))
  const sign = (bond: number) => {
    const { order: by } = molecule.bonds[bond]!
    return by === 2 ? '=' : by === 3 ? '#' : ''
  }
  const write = (atom: number): string => {
    const rings = (closures.get(atom) ?? []).map(({ bond, number }) => sign(bond) + ringNumber(numbers.get(number)!))
    const below = (children.get(atom) ?? []).map((child) => sign(child.bond) + write(child.atom))
    const branches = below.map((text, i) => (i < below.length - 1 ? `(${text})` : text))
    return atomText(molecule, atom, kept) + rings.join('') + branches.join('')
  }
  return write(start)
}

function ringNumber(n: number): string {
  return n < 10 ? `${n}` : n < 100 ? `%${n}` : `%(${n})`
}

/** Keeps a charge only if the bonds require it (a nitrogen with four). */
function atomText({ atoms, neighbours, bonds }: Molecule, atom: number, kept: ReadonlySet<number>): string {
  const { z, charge } = atoms[atom]!
  const symbol = elementSymbol(z)
  const bound = neighbours[atom]!.filter((n) => kept.has(n.atom)).reduce((sum, n) => {
    const { order } = bonds[n.bond]!
    return sum + (order === 'other' ? 1 : order)
  }, 0)
  if (charge > 0 && (z === 7 || z === 15) && bound > 3) return `[${symbol}+]`
  if (charge > 0 && (z === 8 || z === 16) && bound > 2) return `[${symbol}+]`
  return /^(B|C|N|O|P|S)$/.test(symbol) ? symbol : `[${symbol}]`
}
