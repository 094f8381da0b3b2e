const symbols = ' H He Li Be B C N O F Ne Na Mg Al Si P S Cl Ar K Ca'.split(' ')
const heavier: Readonly<Record<string, number>> = { Se: 34, Br: 35, I: 53 }

/** Weight of an element in a composition number; sums of up to 200 atoms stay exact. */
export const weights = Float64Array.from({ length: 128 }, (_, z) => (Math.imul(z + 1, 0x9e3779b1) >>> 0) + z * 2 ** 38)

/** A number for the heavy atoms in the formula layer of an InChI, equal for equal compositions; -1 for an element that fast graphs do not support. */
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
