import { seeded } from './mutate.js'
import { aromaticV2000, aromaticV3000, hydrogensV2000, hydrogensV3000, v2000, v3000 } from './rewrite.js'

/** The mol block formats that RDKit writes. */
export const writings: Readonly<Record<string, (smiles: string) => string>> = {
  V2000: v2000,
  V3000: v3000,
  'V2000, aromatic bonds': aromaticV2000,
  'V3000, aromatic bonds': aromaticV3000,
  'V2000, hydrogens drawn': hydrogensV2000,
  'V3000, hydrogens drawn': hydrogensV3000,
}

const characters = '0123456789 -.CNOSHPFDI=MVRA\t'
const symbols = 'C N O S P F Cl Br I B Si Se Na H D R# * A Q Fe CL X K Mg'.split(' ')
const properties = [
  'M  CHG  1   1   1',
  'M  CHG  2   1   1   2  -1',
  'M  CHG  1   1   0',
  'M  ISO  1   1  13',
  'M  ISO  1   2   0',
  'M  RAD  1   1   2',
  'M  STY  1   1 SUP',
  'M  APO  1   1   1',
  'M  HYD  1   1   2',
  'A    1',
  '',
]
const words = 'CHG=1 CHG=-1 MASS=13 MASS=0 VAL=2 VAL=4 VAL=-1 RAD=2 HCOUNT=1 CFG=1 ATTCHPT=1 SUBST=1 TOPO=1'.split(' ')
/** Columns of the fields of an atom in V2000. */
const fields = [34, 36, 39, 42, 45, 48, 51, 54, 60] as const

/** Damages mol blocks: characters, lines, symbols, fields, bonds and properties. Some are still read. */
export function* damagedBlocks(blocks: readonly string[], count: number, seed: number): Generator<string> {
  const random = seeded(seed)
  const pick = (n: number) => Math.floor(random() * n)
  const one = <T>(of: readonly T[]) => of[pick(of.length)]!
  for (let i = 0; i < count; i++) {
    const lines = one(blocks).split('\n')
    const fixed = lines[3]!.includes('V2000')
    const atoms = fixed ? Number(lines[3]!.slice(0, 3)) : Number(/COUNTS (\d+)/.exec(lines[5]!)![1])
    const first = fixed ? 4 : 7
    for (let edits = 1 + pick(3); edits > 0; edits--) {
      const kind = pick(8)
      const any = pick(lines.length)
      const atom = first + pick(atoms)
      const bond = first + atoms + (fixed ? 0 : 2) + pick(atoms)
      const change = (at: number, to: (line: string) => string) => {
        if (lines[at] !== undefined) lines[at] = to(lines[at])
      }
      if (kind === 0)
        change(any, (l) => {
          const at = pick(l.length + 1)
          return l.slice(0, at) + one([...characters]) + l.slice(at + pick(2))
        })
      else if (kind === 1) lines.splice(any, 1)
      else if (kind === 2) lines.splice(any, 0, lines[pick(lines.length)]!)
      else if (kind === 3) lines.splice(Math.max(0, lines.indexOf('M  END')), 0, one(properties))
      else if (kind === 4)
        change(atom, (l) => {
          if (!fixed) return `${l} ${one(words)}`
          const at = one(fields)
          return `${l.padEnd(69).slice(0, at)}${String(pick(16)).padStart(3)}${l.padEnd(69).slice(at + 3)}`
        })
      else if (kind === 5)
        change(atom, (l) =>
          fixed
            ? l.slice(0, 31) + one(symbols).padEnd(3) + l.slice(34)
            : l.replace(/^(M {2}V30 \d+ )\S+/, `$1${one(symbols)}`),
        )
      else if (kind === 6)
        change(bond, (l) =>
          fixed
            ? `${l.slice(0, 6)}${String(pick(10)).padStart(3)}${String(pick(7)).padStart(3)}`
            : l.replace(/^(M {2}V30 \d+ )\d+/, `$1${pick(10)}`),
        )
      else
        change(bond, (l) =>
          fixed
            ? String(1 + pick(atoms + 1)).padStart(3) + l.slice(3)
            : l.replace(/^(M {2}V30 \d+ \d+ \d+ )\d+/, `$1${1 + pick(atoms + 1)}`),
        )
    }
    yield lines.join('\n')
  }
}
