import { atomicNumber } from '../../elements.js'
import type { FastGraph } from '../fast-graph.js'

/** Elements that a fast graph supports, in Hill order. */
const supported = new Map(
  'C H B Br Ca Cl F I K Mg N Na O P S Se Si'.split(' ').map((symbol) => [symbol, atomicNumber(symbol)]),
)
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
  for (const [symbol, z] of supported) {
    const n = count[z]!
    if (n > 0) text += n === 1 ? symbol : symbol + n
  }
  return charge === 0 ? text : `${text}${charge > 0 ? '+' : '-'}${Math.abs(charge) === 1 ? '' : Math.abs(charge)}`
}

/** Weight of an element in a composition number; sums of up to 200 atoms stay exact. */
export const weights = Float64Array.from({ length: 128 }, (_, z) => (Math.imul(z + 1, 0x9e3779b1) >>> 0) + z * 2 ** 38)

/** A number for the heavy atoms in an InChI's formula; -1 for an element that fast graphs do not support. */
export function compositionOfFormula(formula: string): number {
  let sum = 0
  for (const [, symbol, count] of formula.matchAll(/([A-Z][a-z]?)(\d*)/g)) {
    if (symbol === 'H') continue
    const z = supported.get(symbol!)
    if (z === undefined) return -1
    sum += weights[z]! * Number(count === '' ? 1 : count)
  }
  return sum
}
