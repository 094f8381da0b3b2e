import type { FastGraph } from '../fast-graph.js'

/** Elements that a fast graph supports, in Hill order; hydrogen is handled separately. */
const order: readonly (readonly [symbol: string, z: number])[] = [
  ['C', 6],
  ['H', 1],
  ['B', 5],
  ['Br', 35],
  ['Ca', 20],
  ['Cl', 17],
  ['F', 9],
  ['I', 53],
  ['K', 19],
  ['Mg', 12],
  ['N', 7],
  ['Na', 11],
  ['O', 8],
  ['P', 15],
  ['S', 16],
  ['Se', 34],
  ['Si', 14],
]
const count = new Int32Array(128)

/** The same formula as `Structure.formula`. */
export function formulaOf(graph: FastGraph): string {
  count.fill(0)
  let charge = 0
  for (let a = 0; a < graph.atoms; a++) {
    count[graph.z[a]!]!++
    count[1]! += graph.hydrogens[a]!
    charge += graph.charge[a]!
  }
  let text = ''
  for (const [symbol, z] of order) {
    const n = count[z]!
    if (n > 0) text += n === 1 ? symbol : symbol + n
  }
  return charge === 0 ? text : `${text}${charge > 0 ? '+' : '-'}${Math.abs(charge) === 1 ? '' : Math.abs(charge)}`
}

const symbols = ' H He Li Be B C N O F Ne Na Mg Al Si P S Cl Ar K Ca'.split(' ')
const heavier: Readonly<Record<string, number>> = { Se: 34, Br: 35, I: 53 }

/** Weight of an element in a composition number; sums of up to 200 atoms stay exact. */
export const weights = Float64Array.from({ length: 128 }, (_, z) => (Math.imul(z + 1, 0x9e3779b1) >>> 0) + z * 2 ** 38)

/** A number for the heavy atoms in an InChI's formula; -1 for an element that fast graphs do not support. */
export function compositionOfFormula(formula: string): number {
  let sum = 0
  for (const [, symbol, count] of formula.matchAll(/([A-Z][a-z]?)(\d*)/g)) {
    if (symbol === 'H') continue
    const z = heavier[symbol!] ?? symbols.indexOf(symbol!)
    if (z <= 0) return -1
    sum += weights[z]! * Number(count === '' ? 1 : count)
  }
  return sum
}
