import { expect, it } from 'vitest'
import type { Drawing } from '../../src/chem/index.js'
import { drawingOf } from '../../src/chem/drawing.js'
import { reader } from '../support/law.js'
import { StoredSections } from '../support/stored-sections.js'

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

const plainPicture: Drawing = {
  width: 100,
  height: 200,
  lines: '',
  hairs: '',
  dashes: '',
  shapes: '',
  atoms: [[10, 20, 30, 40]],
  bonds: [],
}
const stored = new StoredSections(new URL('drawings.txt', import.meta.url))

it.each(unusual.filter(([, text]) => text.length < 60))('all of the drawing of %s', (name, text) => {
  const { width, height, lines, hairs, dashes, shapes, atoms, bonds } = drawn(text)!
  stored.expectRows(`${name}: ${text}`, [
    `${width} x ${height}`,
    ...Object.entries({ lines, hairs, dashes, shapes }).map(([kind, path]) => `${kind} ${path}`),
    `atoms ${atoms.map((atom) => atom.join()).join(' ')}`,
    `bonds ${bonds.map((bond) => bond.join('-')).join(' ')}`,
  ])
})

it.each([
  ['without a size', "<svg><ellipse class='atom-0' cx='1' cy='2' rx='3' ry='4'/></svg>", null],
  ['without an atom', "<svg width='10px' height='20px'></svg>", null],
  ['with a shape that is no path', picture("<rect x='1' y='2'/>"), null],
  ['with a path without data', picture("<path style='fill:none'/>"), { lines: '' }],
  ['with an unknown command', picture("<path d='M 1,2 A 3,4'/>"), null],
  ['with a command that lacks a point', picture("<path d='M 1,2 L 3'/>"), null],
  ['with a line', picture("<path style='fill:none;stroke:#000' d='M 1.04,2.06 L 3,1'/>"), { lines: 'M10 21l20-11' }],
  [
    'with a thin line',
    picture("<path style='fill:none;stroke-width:1.4px' d='M 1,2 L 3,4 Z'/>"),
    { hairs: 'M10 20l20 20z' },
  ],
  [
    'with a line of 1.5',
    picture("<path style='fill:none;stroke-width:1.5px' d='M 1,2 L 3,4'/>"),
    { lines: 'M10 20l20 20' },
  ],
  ['with dashes', picture("<path style='fill:none;stroke-dasharray:2' d='M 1,2 L 0,4'/>"), { dashes: 'M10 20l-10 20' }],
  [
    'with a filled style',
    picture("<path style=' fill : #000 ;odd' d='M 1,2 Q 2,3 4,4'/>"),
    { shapes: 'M10 20q10 10 30 20' },
  ],
  [
    'with a filled attribute',
    picture("<path fill='#000' d='M 1,2 C 2,3 4,4 5,5'/>"),
    { shapes: 'M10 20c10 10 30 20 40 30' },
  ],
  [
    'with a dot',
    picture("<ellipse cx='5' cy='6' rx='1' ry='2'/>"),
    { shapes: 'M40 60a10 20 0 1 0 20 0a10 20 0 1 0 -20 0z' },
  ],
  [
    'with an atom twice',
    picture("<ellipse class='atom-0' cx='5' cy='6' rx='1' ry='2'/>"),
    { shapes: 'M40 60a10 20 0 1 0 20 0a10 20 0 1 0 -20 0z' },
  ],
] as const)('a picture %s', (_, svg, drawing) => {
  const found = reader.read('C', (s) => drawingOf(svg, s.molecule))
  if (drawing === null) expect(found).toBeNull()
  else expect(found).toEqual({ ...plainPicture, ...drawing })
})

function picture(more: string): string {
  return `<svg width='10px' height='20px'><ellipse class='atom-0' cx='1' cy='2' rx='3' ry='4'/>${more}</svg>`
}
