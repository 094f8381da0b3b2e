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
