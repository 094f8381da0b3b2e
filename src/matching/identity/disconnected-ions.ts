import { elementSymbol } from '../../chem/index.js'
import { count } from '../../remembered.js'
import type { Subject } from '../subject.js'
import type { LawIndex } from '../law-index.js'

/**
 * The isolated atoms that may be a recorded ion drawn in pieces: InChI, and programs that standardise drawings,
 * disconnect metals, so that permanganate becomes one manganese and four oxygens without bonds or reliable charges.
 * None if their counts are not those of one or several recorded ions.
 */
export function disconnectedIons({ molecule }: Subject, law: LawIndex): ReadonlySet<number> {
  const alone = molecule.components.flatMap(([atom, ...more]) => (more.length === 0 ? [atom!] : []))
  if (alone.length < 3) return none
  for (const ion of law.takenApart) {
    const own = alone.filter((a) => molecule.atoms[a]!.hydrogens === 0 && ion.has(elementSymbol(molecule.atoms[a]!.z)))
    const counts = new Map<string, number>()
    for (const a of own) count(counts, elementSymbol(molecule.atoms[a]!.z))
    const times = [...ion].map(([symbol, each]) => (counts.get(symbol) ?? 0) / each)
    if (times[0]! > 0 && times.every((n) => n === times[0])) return new Set(own)
  }
  return none
}

const none: ReadonlySet<number> = new Set()
