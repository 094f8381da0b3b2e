import { isMetal } from './molecule.js'
import type { JsonDocument } from './common-chem.js'

/** Praseodymium, actinium, americium and tennessine, whose symbols also stand for propyl, acetyl, amyl and tosyl. */
const alsoGroups: ReadonlySet<number> = new Set([59, 89, 95, 117])

/** Whether an atom with a single bond to a non-metal has such a symbol: the element forms no such compound. */
export function hasGroupSymbol({ molecules, defaults }: JsonDocument): boolean {
  const { atoms, bonds } = molecules[0]!
  const z = (a: number) => atoms[a]!.z ?? defaults.atom.z
  return atoms.some((atom, a) => {
    if (!alsoGroups.has(z(a)) || (atom.chg ?? 0) !== 0) return false
    const own = bonds.filter((bond) => bond.atoms.includes(a))
    return own.length === 1 && own[0]!.atoms.every((end) => end === a || !isMetal(z(end)))
  })
}
