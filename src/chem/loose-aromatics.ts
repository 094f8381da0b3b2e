import type { JsonDocument } from './common-chem.js'
import { UnreadableStructure } from './unreadable.js'

/** Whether a text may draw bonds as aromatic, other than by writing their atoms so. */
export function mayDrawAromaticBonds(text: string, molBlock: boolean): boolean {
  if (molBlock) return /^[ \d]{6} {2}4|^M {2}V30 \d+ 4 \d/m.test(text)
  return text
    .split(/\s/, 1)[0]!
    .replace(/\[[^\]]*\]/g, '')
    .includes(':')
}

/**
 * An aromatic bond that is in no ring of such bonds has no order. RDKit reads it as a bond without electrons, or in a
 * saturated ring as a double bond; next to an aromatic ring as a single one, which stays.
 * @param drawn the molecule before its aromaticity was read, as a V3000 mol block
 * @throws {UnreadableStructure}
 */
export function refuseLooseAromatics({ molecules, defaults }: JsonDocument, drawn: string): void {
  const { bonds, extensions } = molecules[0]!
  const aromatic = new Set(extensions?.find((e) => e.name === 'rdkitRepresentation')?.aromaticBonds)
  const types = [...drawn.matchAll(/^M {2}V30 \d+ (\d+) \d+ \d+/gm)].map(([, type]) => type)
  let left = bonds.filter((_, i) => types[i] === '4' && !aromatic.has(i))
  const ends = (a: number) => left.filter(({ atoms }) => atoms.includes(a)).length
  for (let before = -1; before !== left.length; ) {
    before = left.length
    const loose = left.filter(({ atoms }) => atoms.some((a) => ends(a) === 1))
    const odd = loose.find(({ bo }) => (bo ?? defaults.bond.bo) !== 1)
    if (odd) throw unreadable(odd.atoms)
    left = left.filter((bond) => !loose.includes(bond))
  }
}

function unreadable([a, b]: readonly [number, number]): UnreadableStructure {
  const message = `the bond between atoms ${a + 1} and ${b + 1} is aromatic but in no ring, so it has no bond order`
  return new UnreadableStructure({ code: 'aromaticity', message, position: null })
}
