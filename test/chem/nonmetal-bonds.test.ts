import { describe, expect, it } from 'vitest'
import { hasOddBond, type Structure } from '../../src/chem/index.js'
import { judge } from '../../src/matching/index.js'
import { law, reader } from '../support/law.js'

const facts = (s: Structure) => ({ names: s.names, charges: s.molecule.atoms.map((a) => a.charge) })
const verdictsOf = (text: string) =>
  reader.read(text, (s) =>
    Object.fromEntries(judge(s, law, { asOf: '2026-01-01' }).jurisdictions.map((j) => [j.code, j.verdict])),
  )
const isOdd = (text: string) =>
  reader.read(text, ({ molecule }) => molecule.components.some((c) => hasOddBond(molecule, c)))

/** A V3000 block of elements and bonds (number, order, ends). */
const block = (atoms: string[], bonds: string[]) =>
  [
    '',
    '',
    '',
    '  0  0  0     0  0            999 V3000',
    'M  V30 BEGIN CTAB',
    `M  V30 COUNTS ${atoms.length} ${bonds.length} 0 0 0`,
    'M  V30 BEGIN ATOM',
    ...atoms.map((z, i) => `M  V30 ${i + 1} ${z} ${i} 0 0 0`),
    'M  V30 END ATOM',
    'M  V30 BEGIN BOND',
    ...bonds.map((b) => `M  V30 ${b}`),
    'M  V30 END BOND',
    'M  V30 END CTAB',
    'M  END',
    '',
  ].join('\n')

describe('a dative bond between non-metals is read as the bond by which the compound is usually drawn', () => {
  it.each([
    ['a sulfoxide', 'CS(C)->O', 'CS(C)=O'],
    ['a sulfone', 'CS(C)(->O)->O', 'CS(C)(=O)=O'],
    ['a phosphate', 'OP(O)(O)->O', 'OP(O)(O)=O'],
    ['a phosphonic acid', 'OP(O)->O', 'O[PH](O)=O'],
    ['the arrow written from the other end', 'O<-P(C)(F)OC(C)C', 'O=P(C)(F)OC(C)C'],
    ['phosphorothioic acid', 'OP(O)(O)->S', 'OP(O)(O)=S'],
    ['a nitro group', 'CN(=O)->O', 'C[N+](=O)[O-]'],
    ['an N-oxide', 'CN(C)(C)->O', 'C[N+](C)(C)[O-]'],
    ['an aromatic N-oxide', 'O<-n1ccccc1', '[O-][n+]1ccccc1'],
    ['nitrous oxide', 'N#N->O', 'N#[N+][O-]'],
    ['an azide', 'CN<-N#N', 'C[N-][N+]#N'],
    ['a phosphorus ylide', 'CP(C)(C)->C', 'CP(C)(C)=C'],
    ['a sulfilimine', 'CS(C)->N', 'CS(C)=N'],
    ['a perchlorate', '[O-]Cl(->O)(->O)->O', '[O-][Cl+3]([O-])([O-])[O-]'],
    ['charges drawn as well', 'C[N+](C)(C)->[O-]', 'C[N+](C)(C)[O-]'],
    ['oxygen without hydrogen', 'CS(C)->[O]', 'CS(C)=O'],
  ])('%s: %s', (_, drawn, usual) => {
    expect(reader.read(drawn, facts)).toEqual(reader.read(usual, facts))
    expect(isOdd(drawn)).toBe(false)
  })

  it('in a V3000 block', () => {
    const sulfoxide = block(['C', 'S', 'C', 'O'], ['1 1 1 2', '2 1 2 3', '3 9 2 4'])
    expect(reader.read(sulfoxide, (s) => s.names.smiles)).toBe('CS(C)=O')
  })

  it.each([
    ['CN(C)CCc1c[nH]c2cccc(OP(O)(O)->O)c12', 'CN(C)CCc1c[nH]c2cccc(OP(O)(O)=O)c12'],
    ['O=C1CN=C(c2ccccc2)c2cc(ccc2N1)N(=O)->O', 'O=C1CN=C(c2ccccc2)c2cc(ccc2N1)[N+](=O)[O-]'],
    ['CC(C)OP(C)(->O)F', 'CC(C)OP(C)(=O)F'],
    ['CNC1=Nc2ccc(Cl)cc2C(c2ccccc2)=N(->O)C1', 'CNC1=Nc2ccc(Cl)cc2C(c2ccccc2)=[N+]([O-])C1'],
  ])('the verdicts on %s are those on %s', (drawn, usual) => {
    expect(verdictsOf(drawn)).toEqual(verdictsOf(usual))
    expect(Object.values(verdictsOf(drawn))).toContain('listed')
  })
})

describe('a dative bond that cannot be read so makes the component undecided', () => {
  it.each([
    ['an adduct with boron', 'CN(->B)C(C)Cc1ccccc1'],
    ['drawn with charges', 'C[NH+]([BH3-])C(C)Cc1ccccc1'],
    ['of a quaternary nitrogen', 'C[N+](C)([BH3-])C(C)Cc1ccccc1'],
    ['with boron trifluoride', 'C[NH+]([B-](F)(F)F)C(C)Cc1ccccc1'],
    ['an arrow drawn from oxygen', 'O->P(C)(F)OC(C)C'],
    ['an acceptor that has all its bonds', 'CN(C)->OC'],
    ['a donor without a lone pair', 'C->O'],
    ['a donor with a charge', 'C[N+](C)(C)->O'],
  ])('%s: %s', (_, drawn) => {
    expect(isOdd(drawn)).toBe(true)
    expect(Object.values(verdictsOf(drawn))).not.toContain('uncontrolled')
  })

  it('but not at a metal, and not an aromatic bond', () => {
    expect(isOdd('[Fe]<-PCC')).toBe(false)
    expect(isOdd('c1ccccc1')).toBe(false)
  })

  it('nor in a chelate of boron, nor next to tetrafluoroborate', () => {
    expect(isOdd('CC1=CC(=[N+]2C1=Cc1n(C)c(C)cc1[B-]2(F)F)C')).toBe(false)
    expect(isOdd('C[NH+](C)C.F[B-](F)(F)F')).toBe(false)
  })
})

it('hydrogen bonds join no molecules', () => {
  const methamphetamine = 'CNC(C)Cc1ccccc1'
  const bonded = block(
    ['C', 'N', 'C', 'C', 'C', 'C', 'C', 'C', 'C', 'C', 'C', 'O'],
    [
      '1 1 1 2',
      '2 1 2 3',
      '3 1 3 4',
      '4 1 3 5',
      '5 1 5 6',
      '6 2 6 7',
      '7 1 7 8',
      '8 2 8 9',
      '9 1 9 10',
      '10 2 10 11',
      '11 1 11 6',
      '12 10 2 12',
    ],
  )
  expect(reader.read(bonded, (s) => s.names.smiles)).toBe(`${methamphetamine}.O`)
  expect(verdictsOf(bonded)).toEqual(verdictsOf(`${methamphetamine}.O`))
})

it('a drawing that leaves the structure open stays open when a bond of it is read otherwise', () => {
  const open = (text: string) => reader.read(text, ({ molecule }) => molecule.open)
  const repeat = (bond: string) =>
    block(['C', 'C', 'S', 'C', 'O'], ['1 1 1 2', '2 1 2 3', '3 1 3 4', bond])
      .replace('COUNTS 5 4 0', 'COUNTS 5 4 1')
      .replace(
        'M  V30 END CTAB',
        'M  V30 BEGIN SGROUP\nM  V30 1 SRU 0 ATOMS=(1 2) XBONDS=(2 1 2) LABEL=n CONNECT=HT\nM  V30 END SGROUP\nM  V30 END CTAB',
      )
  expect(open(repeat('4 2 3 5'))).toBe(true)
  expect(open(repeat('4 9 3 5'))).toBe(true)
})

describe('an aromatic bond outside rings has no order', () => {
  const chain = ['C', 'C', 'C', 'C']
  const v2000 = (bond: string) =>
    `\n\n\n  2  1  0  0  0  0            999 V2000\n${chain
      .slice(2)
      .map((z) => `    0.0000    0.0000    0.0000 ${z}   0  0\n`)
      .join('')}${bond}\nM  END\n`
  it.each([
    ['CC(N):Cc1ccccc1', '2 and 4'],
    ['OCCCC(:O):O', '5 and 6'],
    [block(chain, ['1 1 1 2', '2 4 2 3', '3 1 3 4']), '2 and 3'],
    [v2000('  1  2  4  0'), '1 and 2'],
    ['CCC(=O)N(c1ccccc1)C1C:CN(CCc2ccccc2)CC1', '13 and 14'],
  ])('%s is unreadable, and the bond is named', (text, atoms) =>
    expect(() => reader.read(text, () => null)).toThrow(
      `the bond between atoms ${atoms} is aromatic but in no ring, so it has no bond order`,
    ),
  )
  it.each(['c1ccccc1:c1ccccc1', 'C1:C:C:C:C:C1', 'C:1:C:C:C:C:C:C:C:1', 'O=C1:[NH]:C:C:C:C1', 'Cc1ccccc1', '[CH3:1]C'])(
    '%s is read',
    (text) => expect(reader.read(text, ({ molecule }) => molecule.components.length)).toBe(1),
  )
})
