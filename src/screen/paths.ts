import { capacity, maxNeighbours, type FastGraph } from './fast-graph.js'
import type { AtomTest, Pattern } from './pattern.js'

/** Words of 32 bits in a path fingerprint. */
export const words = 64
const mask = words * 32 - 1
/** Atoms in the longest path. */
const longest = 5

/** Label of an atom whose element alone is certain; carbon is split by saturation. */
const carbon = 1
const saturatedCarbon = 2
const unsaturatedCarbon = 3

const plainLabel = new Int32Array(capacity)
const fineLabel = new Int32Array(capacity)
const plainArm = new Int32Array(capacity * maxNeighbours)
const fineArm = new Int32Array(capacity * maxNeighbours)

/**
 * Sets a bit for each path of up to five atoms, by element and by element and saturation. Each path is
 * met once, at its middle: `bitOf` makes the same number whichever end it is read from.
 */
export function pathsOf(graph: FastGraph, into: Int32Array): void {
  into.fill(0)
  const { atoms, degree, neighbour } = graph
  for (let a = 0; a < atoms; a++) {
    const z = graph.z[a]!
    plainLabel[a] = scatter(z === 6 ? carbon : z)
    fineLabel[a] = scatter(z === 6 ? saturatedCarbon + graph.unsaturated[a]! : z)
    set(into, one(plainLabel[a]!))
    set(into, one(fineLabel[a]!))
  }
  for (let a = 0; a < atoms; a++) {
    for (let k = a * maxNeighbours, end = k + degree[a]!; k < end; k++) {
      plainArm[k] = arm(plainLabel[neighbour[k]!]!, plainLabel[a]!)
      fineArm[k] = arm(fineLabel[neighbour[k]!]!, fineLabel[a]!)
    }
  }
  for (let bond = 0; bond < graph.bonds; bond++) aroundBond(graph, into, graph.from[bond]!, graph.to[bond]!)
  for (let a = 0; a < atoms; a++) aroundAtom(graph, into, a)
}

function aroundBond({ degree, neighbour }: FastGraph, into: Int32Array, b: number, c: number): void {
  set(into, two(plainLabel[b]!, plainLabel[c]!))
  set(into, two(fineLabel[b]!, fineLabel[c]!))
  const endB = b * maxNeighbours + degree[b]!
  const endC = c * maxNeighbours + degree[c]!
  for (let i = b * maxNeighbours; i < endB; i++) {
    const a = neighbour[i]!
    if (a === c) continue
    for (let j = c * maxNeighbours; j < endC; j++) {
      const d = neighbour[j]!
      if (d === b || d === a) continue
      set(into, four(plainArm[i]!, plainArm[j]!))
      set(into, four(fineArm[i]!, fineArm[j]!))
    }
  }
}

function aroundAtom({ degree, neighbour }: FastGraph, into: Int32Array, c: number): void {
  const end = c * maxNeighbours + degree[c]!
  const plain = plainLabel[c]!
  const fine = fineLabel[c]!
  for (let i = c * maxNeighbours; i < end; i++) {
    const b = neighbour[i]!
    const endB = b * maxNeighbours + degree[b]!
    for (let j = i + 1; j < end; j++) {
      const d = neighbour[j]!
      set(into, three(plainLabel[b]!, plain, plainLabel[d]!))
      set(into, three(fineLabel[b]!, fine, fineLabel[d]!))
      const endD = d * maxNeighbours + degree[d]!
      for (let m = b * maxNeighbours; m < endB; m++) {
        const a = neighbour[m]!
        if (a === c || a === d) continue
        for (let n = d * maxNeighbours; n < endD; n++) {
          const e = neighbour[n]!
          if (e === c || e === b || e === a) continue
          set(into, five(plainArm[m]!, plain, plainArm[n]!))
          set(into, five(fineArm[m]!, fine, fineArm[n]!))
        }
      }
    }
  }
}

/** The bits that any molecule with this pattern must have set. */
export function pathsRequired(pattern: Pattern): Int32Array {
  const into = new Int32Array(words)
  const neighbours: number[][] = pattern.atoms.map(() => [])
  pattern.atoms.forEach((atom, i) => atom.back.forEach(({ to }) => (neighbours[i]!.push(to), neighbours[to]!.push(i))))
  const labels = pattern.atoms.map((atom) => labelsOf(atom.test))
  const follow = (atom: number, before: readonly number[]) => {
    const path = [...before, atom]
    for (const key of ['plain', 'fine'] as const) {
      const own = path.map((a) => labels[a]![key])
      if (own.every((label) => label !== null)) set(into, hashOf(own.map((label) => scatter(label!))))
    }
    if (path.length < longest) for (const next of neighbours[atom]!) if (!path.includes(next)) follow(next, path)
  }
  pattern.atoms.forEach((_, atom) => follow(atom, []))
  return into
}

/** The number of a path of one to five atoms, the same from either end. */
function hashOf(path: readonly number[]): number {
  const [a, b, c, d, e] = path as [number, number, number, number, number]
  switch (path.length) {
    case 1:
      return one(a)
    case 2:
      return two(a, b)
    case 3:
      return three(a, b, c)
    case 4:
      return four(arm(a, b), arm(d, c))
    default:
      return five(arm(a, b), c, arm(e, d))
  }
}

const one = (a: number): number => a
const two = (a: number, b: number): number => Math.imul(a + b, 0x2545f491)
const three = (a: number, b: number, c: number): number => Math.imul((a + c) ^ Math.imul(b, 0x9e3779b1), 0x85ebca6b)
const arm = (outer: number, inner: number): number => Math.imul(outer ^ (inner << 7) ^ (inner >>> 11), 0xc2b2ae35) + inner | 0
const four = (a: number, b: number): number => Math.imul(a + b, 0x27d4eb2f)
const five = (a: number, c: number, b: number): number => Math.imul((a + b) ^ Math.imul(c, 0x165667b1), 0x9e3779b1)

/** Bits that must be set, asked of one molecule after the other: the word that failed last is asked first. */
export class RequiredPaths {
  readonly #words: Int32Array
  readonly #bits: Int32Array

  constructor(required: Int32Array) {
    const used = [...required.keys()].filter((i) => required[i] !== 0)
    this.#words = Int32Array.from(used)
    this.#bits = Int32Array.from(used, (i) => required[i]!)
  }

  inAll(molecule: Int32Array): boolean {
    const own = this.#words
    const bits = this.#bits
    for (let i = 0; i < own.length; i++) {
      const word = own[i]!
      const bit = bits[i]!
      if ((molecule[word]! & bit) === bit) continue
      if (i > 0) {
        own[i] = own[0]!
        bits[i] = bits[0]!
        own[0] = word
        bits[0] = bit
      }
      return false
    }
    return true
  }
}

/** What is certain of every atom that passes a test. */
function labelsOf(test: AtomTest): { plain: number | null; fine: number | null } {
  const z = elementOf(test)
  if (z === null) return { plain: null, fine: null }
  if (z !== 6) return { plain: z, fine: z }
  const saturation = saturationOf(test)
  return { plain: carbon, fine: saturation === null ? null : saturation ? saturatedCarbon : unsaturatedCarbon }
}

function elementOf(test: AtomTest): number | null {
  if (test.is === 'element') return test.z
  if (test.is === 'and') return test.of.map(elementOf).find((z) => z !== null) ?? null
  if (test.is !== 'or') return null
  const all = test.of.map(elementOf)
  return all.every((z) => z === all[0]) ? (all[0] ?? null) : null
}

/** Whether a carbon that passes is certainly saturated (true), certainly not (false), or either. */
function saturationOf(test: AtomTest): boolean | null {
  switch (test.is) {
    case 'connections':
      return test.n === 4
    case 'element':
      return test.aromatic === true ? false : null
    case 'aromatic':
      return test.wanted ? false : null
    case 'and':
      return test.of.map(saturationOf).find((s) => s !== null) ?? null
    case 'or': {
      const all = test.of.map(saturationOf)
      return all.every((s) => s === all[0]) ? (all[0] ?? null) : null
    }
    default:
      return null
  }
}

function scatter(label: number): number {
  return Math.imul(label + 1, 0x9e3779b1) ^ (label << 19)
}

function set(into: Int32Array, hash: number): void {
  const bit = (hash ^ (hash >>> 15)) & mask
  into[bit >>> 5]! |= 1 << (bit & 31)
}
