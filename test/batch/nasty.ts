import { gzipSync } from 'node:zlib'

/** Inputs that break readers, generated here so that the purpose of each is visible. */
const chain = 'C'.repeat(5000)
const nested = `${'C('.repeat(3000)}C${')'.repeat(3000)}`
const rings = `c1ccccc1${'c1ccccc1'.repeat(500)}`

export const nastyLines: readonly (readonly [title: string, line: string, verdict: string, code: string | null])[] = [
  ['a plain line', 'CC(C)Cc1ccc(cc1)C(C)C(=O)O ibuprofen', 'uncontrolled', null],
  ['an empty line', '', 'unreadable', 'empty'],
  ['blanks only', '   \t ', 'unreadable', 'empty'],
  ['a comment', '# 12 more to come', 'unreadable', 'not-a-structure'],
  ['a chain of 5,000 atoms', chain, 'unreadable', 'too-large'],
  ['3,000 nested branches', nested, 'unreadable', 'too-large'],
  ['500 rings in a row', rings, 'unreadable', 'too-large'],
  ['an attachment point', '*c1ccccc1 rest', 'undecided', null],
  ['an R-group in words', '[R1]c1ccccc1', 'unreadable', 'syntax'],
  ['a repeat unit in CXSMILES', 'CC |Sg:n:0,1::ht:::| polymer', 'undecided', null],
  ['a NUL byte in the SMILES', 'C\0C', 'unreadable', 'bad-character'],
  ['a NUL byte in the name', 'CCC a\0b', 'uncontrolled', null],
  ['a zero-width space', 'CC\u200bO', 'unreadable', 'bad-character'],
  ['a Cyrillic letter', 'CC\u041e', 'unreadable', 'bad-character'],
  ['a reaction', 'CCO>>CC=O', 'unreadable', 'reaction'],
  [
    'the InChI of a recorded substance',
    'InChI=1S/C8H10N4O2/c1-10-4-9-6-5(10)7(13)12(3)8(14)11(6)2/h4H,1-3H3',
    'listed',
    null,
  ],
  ['an InChI of no structure', 'InChI=1S/C2H6O/c1-2-3/h3H', 'unreadable', 'inchi'],
  ['an open ring', 'C1CC', 'unreadable', 'syntax'],
  ['five bonds on carbon', 'CC(C)(C)(C)C', 'unreadable', 'valence'],
  ['an impossible aromatic ring', 'c1cccc1', 'unreadable', 'aromaticity'],
  ['markup, which is no name', '<script>alert(1)</script>', 'unreadable', 'unknown-name'],
  ['a spreadsheet formula', '=1+1', 'unreadable', 'syntax'],
  ['a name that reads as SMILES of something else', 'PCP', 'listed', null],
  ['fentanyl, after all that', 'CCC(=O)N(c1ccccc1)C1CCN(CCc2ccccc2)CC1 last', 'listed', null],
]

export const nastySmi = Buffer.from(nastyLines.map(([, line]) => `${line}\n`).join(''), 'utf8')

export const ibuprofen = 'CC(C)Cc1ccc(cc1)C(C)C(=O)O'
export const fentanyl = 'CCC(=O)N(c1ccccc1)C1CCN(CCc2ccccc2)CC1'

/** A mol block of a carbon chain with a nitrogen at its end. */
export function chainBlock(title: string, carbons: number): string {
  const atoms = Array.from(
    { length: carbons + 1 },
    (_, i) => `${(i * 1.2).toFixed(4).padStart(10)}    0.0000    0.0000 ${i < carbons ? 'C' : 'N'}   0  0\n`,
  )
  const bonds = Array.from(
    { length: carbons },
    (_, i) => `${String(i + 1).padStart(3)}${String(i + 2).padStart(3)}  1  0\n`,
  )
  const counts = `${String(carbons + 1).padStart(3)}${String(carbons).padStart(3)}  0  0  0  0  0  0  0  0999 V2000\n`
  return `${title}\n  test\n\n${counts}${atoms.join('')}${bonds.join('')}M  END\n`
}

export function chainBlockV3000(title: string, carbons: number): string {
  const atoms = Array.from(
    { length: carbons + 1 },
    (_, i) => `M  V30 ${i + 1} ${i < carbons ? 'C' : 'N'} ${(i * 1.2).toFixed(4)} 0 0 0\n`,
  )
  const bonds = Array.from({ length: carbons }, (_, i) => `M  V30 ${i + 1} 1 ${i + 1} ${i + 2}\n`)
  return `${title}\n  test\n\n  0  0  0     0  0            999 V3000\nM  V30 BEGIN CTAB\nM  V30 COUNTS ${carbons + 1} ${carbons} 0 0 0\nM  V30 BEGIN ATOM\n${atoms.join('')}M  V30 END ATOM\nM  V30 BEGIN BOND\n${bonds.join('')}M  V30 END BOND\nM  V30 END CTAB\nM  END\n`
}

/** Gzip data without its end. */
export function cutGzip(text: string, kept: number): Buffer {
  const whole = gzipSync(Buffer.from(text), { level: 1 })
  return whole.subarray(0, Math.floor(whole.length * kept))
}
