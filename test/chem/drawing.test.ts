import { expect, it } from 'vitest'
import type { Drawing } from '../../src/chem/index.js'
import { reader } from '../support/law.js'

const drawn = (text: string): Drawing | null => reader.read(text, (s) => s.drawing)

/** What RDKit draws in unusual ways: dots, symbols, arrows, letters, dashes, wedges, wavy and query bonds. */
const unusual = [
  ['a radical', '[CH3]'],
  ['isotopes and explicit hydrogens', '[2H]C([2H])([2H])[H]'],
  ['a salt', 'C[N+](C)(C)C.[Cl-]'],
  ['a metal salt, disconnected', 'CC(=O)O[Na]'],
  ['a dative bond', 'CN->[Cu]'],
  ['an open end', '*CC* |$R1;;;_AP1$|'],
  ['a bond of any kind', 'C~C'],
  ['a double bond with open stereo', 'CC=CC'],
  ['stereo, wedged and hashed', 'CN1[C@@H]2CC[C@H]1C[C@H](C2)OC(=O)[C@H](CO)c1ccccc1'],
  ['an atom number', '[CH3:7]O'],
  ['a triple bond', 'C#N'],
  ['one atom', '[Na+]'],
  ['a repeat unit', '*CC* |Sg:n:1::n|'],
  ['a chain', 'C'.repeat(80)],
] as const

it.each(unusual)('%s is parsed', (_, text) => {
  const drawing = drawn(text)
  expect(drawing).not.toBeNull()
  expect(drawing!.atoms).toHaveLength(reader.read(text, (s) => s.molecule.atoms.length))
  for (const [x, y] of drawing!.atoms) {
    expect(x).toBeGreaterThanOrEqual(0)
    expect(x).toBeLessThanOrEqual(drawing!.width)
    expect(y).toBeGreaterThanOrEqual(0)
    expect(y).toBeLessThanOrEqual(drawing!.height)
  }
})

it('atoms are in the order of the input, and all bonds have the same length', () => {
  const [bond, back] = [drawn('OCC#N')!, drawn('N#CCO')!]
  const length = ({ atoms, bonds }: Drawing) =>
    bonds.map(([a, b]) => Math.hypot(atoms[a]![0] - atoms[b]![0], atoms[a]![1] - atoms[b]![1]))
  for (const long of [...length(bond), ...length(back)]) expect(Math.abs(long - length(bond)[0]!)).toBeLessThan(60)
  // Oxygen has a letter: its mark extends further to the side than that of a carbon.
  expect(bond.atoms[0]![2]).toBeGreaterThan(bond.atoms[1]![2])
  expect(back.atoms[3]![2]).toBeGreaterThan(back.atoms[1]![2])
})

it('a mol block keeps its coordinates', () => {
  const block =
    '\n\n\n  3  2  0  0  0  0  0  0  0  0999 V2000\n    0.0000    0.0000    0.0000 C   0  0\n    1.5000    0.0000    0.0000 C   0  0\n    3.0000    0.0000    0.0000 C   0  0\n  1  2  1  0\n  2  3  1  0\nM  END\n'
  expect(new Set(drawn(block)!.atoms.map(([, y]) => y)).size).toBe(1)
  expect(new Set(drawn('CCC')!.atoms.map(([, y]) => y)).size).toBeGreaterThan(1)
})
