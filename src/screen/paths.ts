import { capacity, maxNeighbours, type FastGraph } from './fast-graph.js'
import type { AtomTest, Pattern } from './pattern.js'

/**
 * A path fingerprint has three parts, each for another way of telling atoms apart: by element; carbon also by
 * saturation; by element and whether it is aromatic, carbon again also by saturation.
 */
const part = 64
export const words = 3 * part
/** Atoms in the longest path. */
const longest = 5

const carbon = 1
const saturatedCarbon = 2
const unsaturatedCarbon = 3
const aromaticCarbon = 4
/** Added to the label of an aromatic atom. */
const aromaticOf = 200
/** Where the bits of each label go: the last two share a part. */
const partOf = [0, part, 2 * part, 2 * part]

const plain = new Int32Array(capacity)
const fine = new Int32Array(capacity)
const finest = new Int32Array(capacity)
const plainArm = new Int32Array(capacity * maxNeighbours)
const fineArm = new Int32Array(capacity * maxNeighbours)
const finestArm = new Int32Array(capacity * maxNeighbours)

/**
 * Sets a bit for each path of up to five atoms and each way of labelling it. Each path is met once, at its
 * middle: the same number is made whichever end it is read from. Of the two finer parts only one is worked
 * out, and all bits of the other are set: the last wherever it is certain of each atom whether it is
 * aromatic, else the second.
 */
export function pathsOf(graph: FastGraph, into: Int32Array): void {
  into.fill(0)
  const clear = graph.unclear === 0
  into.fill(-1, clear ? part : 2 * part, clear ? 2 * part : words)
  if (!label(graph, clear)) {
    into.fill(-1)
    return
  }
  const at = clear ? 2 * part : part
  const { atoms, degree, neighbour } = graph
  for (let a = 0; a < atoms; a++) {
    setAll(into, at, one(plain[a]!), one(fine[a]!), one(finest[a]!))
    for (let k = a * maxNeighbours, end = k + degree[a]!; k < end; k++) {
      const other = neighbour[k]!
      plainArm[k] = arm(plain[other]!, plain[a]!)
      fineArm[k] = arm(fine[other]!, fine[a]!)
      finestArm[k] = arm(finest[other]!, finest[a]!)
    }
  }
  for (let bond = 0; bond < graph.bonds; bond++) aroundBond(graph, into, at, graph.from[bond]!, graph.to[bond]!)
  for (let a = 0; a < atoms; a++) aroundAtom(graph, into, at, a)
}

/** False where it is not certain of some carbon whether it is saturated. */
function label({ atoms, z, unsaturated, aromatic, unsure }: FastGraph, clear: boolean): boolean {
  for (let a = 0; a < atoms; a++) {
    const element = z[a]!
    if (element === 6 && unsure[a] === 1) return false
    const saturation = element === 6 ? saturatedCarbon + unsaturated[a]! : element
    const own = element === 6 ? carbon : element
    const ring = aromatic[a] === 1 ? aromaticOf : 0
    plain[a] = scatter(own)
    fine[a] = scatter(clear ? own + ring : saturation)
    finest[a] = scatter(clear ? (element === 6 ? (ring > 0 ? aromaticCarbon : saturation) : own + ring) : saturation)
  }
  return true
}

function aroundBond({ degree, neighbour }: FastGraph, into: Int32Array, at: number, b: number, c: number): void {
  setAll(into, at, two(plain[b]!, plain[c]!), two(fine[b]!, fine[c]!), two(finest[b]!, finest[c]!))
  const endB = b * maxNeighbours + degree[b]!
  const endC = c * maxNeighbours + degree[c]!
  for (let i = b * maxNeighbours; i < endB; i++) {
    const a = neighbour[i]!
    if (a === c) continue
    for (let j = c * maxNeighbours; j < endC; j++) {
      const d = neighbour[j]!
      if (d !== b && d !== a) setAll(into, at, four(plainArm[i]!, plainArm[j]!), four(fineArm[i]!, fineArm[j]!), four(finestArm[i]!, finestArm[j]!))
    }
  }
}

function aroundAtom({ degree, neighbour }: FastGraph, into: Int32Array, at: number, c: number): void {
  const end = c * maxNeighbours + degree[c]!
  for (let i = c * maxNeighbours; i < end; i++) {
    const b = neighbour[i]!
    const endB = b * maxNeighbours + degree[b]!
    for (let j = i + 1; j < end; j++) {
      const d = neighbour[j]!
      setAll(into, at, three(plain[b]!, plain[c]!, plain[d]!), three(fine[b]!, fine[c]!, fine[d]!), three(finest[b]!, finest[c]!, finest[d]!))
      const endD = d * maxNeighbours + degree[d]!
      for (let m = b * maxNeighbours; m < endB; m++) {
        const a = neighbour[m]!
        if (a === c || a === d) continue
        for (let n = d * maxNeighbours; n < endD; n++) {
          const e = neighbour[n]!
          if (e === c || e === b || e === a) continue
          setAll(into, at, five(plainArm[m]!, plain[c]!, plainArm[n]!), five(fineArm[m]!, fine[c]!, fineArm[n]!), five(finestArm[m]!, finest[c]!, finestArm[n]!))
        }
      }
    }
  }
}

function setAll(into: Int32Array, at: number, plainHash: number, fineHash: number, finestHash: number): void {
  set(into, 0, plainHash)
  set(into, at, fineHash)
  set(into, at, finestHash)
}

const requiredBy = new WeakMap<Pattern, Int32Array>()

/** The bits that any molecule with this pattern must have set. */
export function pathsRequired(pattern: Pattern): Int32Array {
  const known = requiredBy.get(pattern)
  if (known) return known
  const into = new Int32Array(words)
  const neighbours: number[][] = pattern.atoms.map(() => [])
  pattern.atoms.forEach((atom, i) => atom.back.forEach(({ to }) => (neighbours[i]!.push(to), neighbours[to]!.push(i))))
  const labels = pattern.atoms.map((atom) => labelsOf(atom.test))
  const scattered = labels.map((own) => own.map((label) => (label === null ? 0 : scatter(label))))
  const path: number[] = []
  /** @param open levels, as bits, at which every atom so far has a label */
  const follow = (atom: number, open: number) => {
    path.push(atom)
    let still = open
    for (let level = 0; level < partOf.length; level++) if (labels[atom]![level] === null) still &= ~(1 << level)
    if (still !== 0) {
      // Each path is met from both ends, and is the same from either.
      if (path[0]! <= atom) for (let level = 0; level < partOf.length; level++) if (((still >>> level) & 1) === 1) set(into, partOf[level]!, hashOf(path, scattered, level))
      if (path.length < longest) for (const next of neighbours[atom]!) if (!path.includes(next)) follow(next, still)
    }
    path.pop()
  }
  pattern.atoms.forEach((_, atom) => follow(atom, (1 << partOf.length) - 1))
  for (const atom of pattern.atoms) for (const around of environmentsOf(atom.test)) pathsRequired(around).forEach((bits, i) => (into[i]! |= bits))
  requiredBy.set(pattern, into)
  return into
}

/** The number of a path of one to five atoms, the same from either end. */
function hashOf(path: readonly number[], labels: readonly (readonly number[])[], level: number): number {
  const at = (i: number) => labels[path[i]!]![level]!
  switch (path.length) {
    case 1:
      return one(at(0))
    case 2:
      return two(at(0), at(1))
    case 3:
      return three(at(0), at(1), at(2))
    case 4:
      return four(arm(at(0), at(1)), arm(at(3), at(2)))
    default:
      return five(arm(at(0), at(1)), at(2), arm(at(4), at(3)))
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

  constructor(readonly required: Int32Array) {
    const used: number[] = []
    for (let i = 0; i < required.length; i++) if (required[i] !== 0) used.push(i)
    this.#words = Int32Array.from(used)
    this.#bits = Int32Array.from(used, (i) => required[i]!)
  }

  /** Places of the bits among those of all paths. */
  *bits(): Generator<number> {
    for (const word of this.#words) for (let left = this.required[word]!; left !== 0; left &= left - 1) yield word * 32 + 31 - Math.clz32(left & -left)
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

type Labels = readonly (number | null)[]

const labelsBy = new WeakMap<AtomTest, Labels>()

/** Labels that every atom which passes a test has, by level; null where they may differ. */
function labelsOf(test: AtomTest): Labels {
  const known = labelsBy.get(test) ?? readLabels(test)
  labelsBy.set(test, known)
  return known
}

function readLabels(test: AtomTest): Labels {
  const z = elementOf(test)
  if (z === null) return [null, null, null, null]
  const saturated = z === 6 ? saturationOf(test) : null
  const aromatic = saturated === true ? false : aromaticityOf(test)
  const plain = z === 6 ? carbon : z
  const saturation = z !== 6 ? z : aromatic === true ? unsaturatedCarbon : saturated === null ? null : saturated ? saturatedCarbon : unsaturatedCarbon
  const inRing = aromatic === null ? null : plain + (aromatic ? aromaticOf : 0)
  const both = z !== 6 ? inRing : aromatic === true ? aromaticCarbon : aromatic === null ? null : saturation
  return [plain, saturation, inRing, both]
}

/** Whether an atom that passes is certainly aromatic (true), certainly not (false), or either. */
function aromaticityOf(test: AtomTest): boolean | null {
  switch (test.is) {
    case 'element':
      return test.aromatic
    case 'aromatic':
      return test.wanted
    case 'environment':
      return aromaticityOf(test.pattern.atoms[0]!.test)
    case 'not': {
      const of = test.of.is === 'aromatic' ? test.of.wanted : null
      return of === null ? null : !of
    }
    case 'and':
      return test.of.map(aromaticityOf).find((a) => a !== null) ?? null
    case 'or': {
      const all = test.of.map(aromaticityOf)
      return all.every((a) => a === all[0]) ? (all[0] ?? null) : null
    }
    default:
      return null
  }
}

/** Patterns that every atom which passes a test certainly lies in. */
function environmentsOf(test: AtomTest): Pattern[] {
  if (test.is === 'environment') return [test.pattern]
  return test.is === 'and' ? test.of.flatMap(environmentsOf) : []
}

function elementOf(test: AtomTest): number | null {
  if (test.is === 'element') return test.z
  if (test.is === 'environment') return elementOf(test.pattern.atoms[0]!.test)
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
    case 'environment':
      return saturationOf(test.pattern.atoms[0]!.test)
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

function set(into: Int32Array, from: number, hash: number): void {
  const bit = (hash ^ (hash >>> 15)) & (part * 32 - 1)
  into[from + (bit >>> 5)]! |= 1 << (bit & 31)
}
