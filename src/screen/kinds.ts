import { maskWords, maxNeighbours, type FastGraph } from './fast-graph.js'
import { testAtom, testBond, mayBeAromatic, uncertain } from './relaxed-tests.js'
import type { AtomTest, BondTest, Three } from './pattern.js'

/** Kinds of atoms that are told apart; one that comes later is `strange`, and its answers are not kept. */
const mostKinds = 2048
const strange = mostKinds - 1
export function isStrange(kind: number): boolean {
  return kind === strange
}

/** A hash table of kinds by what tells them apart; at most half full. */
const tableSize = 4 * mostKinds
const keys = new Int32Array(tableSize)
const numbers = new Int16Array(tableSize).fill(-1)
let kindsKnown = 0
/** Where a kind stands among those of the molecule in `placeFor`. */
const placeOf = new Uint8Array(mostKinds)
const placeFor = new Int32Array(mostKinds).fill(-1)

/** Gives atoms and bonds the numbers by which answers are kept from one molecule to the next. */
export function findKinds(graph: FastGraph): void {
  const { atoms, bonds, ringAtom, atomKind } = graph
  graph.kindsOf = graph.generation
  graph.kinds = 0
  for (let a = 0; a < atoms; a++) {
    const kind = kindOf(keyOf(graph, a, ringAtom[a] === 1 ? ringPart(graph, a) : noRing))
    atomKind[a] = kind
    addToMask(graph, a, kind)
  }
  for (let b = 0; b < bonds; b++) graph.bondKind[b] = bondKindOf(graph, b)
}

/** Number of ring bonds, and size of the smallest ring, of an atom outside of rings. */
const noRing = 15

function ringPart({ degree, via, ringSize, ringDegree }: FastGraph, atom: number): number {
  let size = 15
  for (let k = atom * maxNeighbours, end = k + degree[atom]!; k < end; k++) size = Math.min(size, ringSize[via[k]!]!)
  return ringDegree[atom]! * 16 + size
}

function keyOf({ z, neutralHydrogens, neutralCharge, degree, unsure, aromatic }: FastGraph, a: number, ring: number): number {
  const hydrogens = Math.min(15, neutralHydrogens[a]!)
  return (((((z[a]! * 16 + hydrogens) * 16 + neutralCharge[a]! + 8) * 16 + degree[a]!) * 256 + ring) * 2 + unsure[a]!) * 4 + aromatic[a]!
}

function kindOf(key: number): number {
  let at = (Math.imul(key, 0x9e3779b1) >>> 16) & (tableSize - 1)
  while (numbers[at] !== -1) {
    if (keys[at] === key) return numbers[at]!
    at = (at + 1) & (tableSize - 1)
  }
  if (kindsKnown === strange) return strange
  keys[at] = key
  return (numbers[at] = kindsKnown++)
}

function bondKindOf(graph: FastGraph, b: number): number {
  return (((graph.order[b]! * 2 + graph.ringBond[b]!) * 2 + (mayBeAromatic(graph, b) ? 1 : 0)) * 2 + (uncertain(graph, b) ? 1 : 0)) * 2 + graph.sureBond[b]!
}

/** Strange atoms are each a kind by themselves. */
function addToMask(graph: FastGraph, atom: number, kind: number): void {
  const { kindFirst, kindMask, generation } = graph
  let place = placeOf[kind]!
  if (kind === strange || placeFor[kind] !== generation) {
    place = graph.kinds++
    placeOf[kind] = place
    placeFor[kind] = generation
    kindFirst[place] = atom
    for (let word = place * maskWords, end = word + ((graph.atoms + 31) >>> 5); word < end; word++) kindMask[word] = 0
  }
  kindMask[place * maskWords + (atom >>> 5)]! |= 1 << (atom & 31)
}

const unasked = 3
/** Tests for which there is room; answers of one kind lie together, since a molecule has few kinds and is asked much of each. */
let stride = 1024
let atomAnswers = new Uint8Array(mostKinds * stride).fill(unasked)
/** Kinds of bonds: order (5) times four yes-or-no facts. */
const bondKinds = 80
let bondAnswers = new Uint8Array(bondKinds * 64).fill(unasked)

/** The answer of a test that looks at nothing but the atom itself; `id` numbers the test. */
export function answerOf(graph: FastGraph, atom: number, id: number, test: AtomTest): Three {
  const kind = graph.atomKind[atom]!
  if (id >= stride) widen(id)
  const at = kind * stride + id
  const answer = atomAnswers[at]!
  if (answer !== unasked) return answer as Three
  const found = testAtom(graph, atom, test)
  if (kind !== strange) atomAnswers[at] = found
  return found
}

function widen(id: number): void {
  while (id >= stride) stride *= 2
  atomAnswers = new Uint8Array(mostKinds * stride).fill(unasked)
}

export function bondAnswerOf(graph: FastGraph, bond: number, id: number, test: BondTest): Three {
  const at = id * bondKinds + graph.bondKind[bond]!
  if (at >= bondAnswers.length) bondAnswers = grown(bondAnswers, at + bondKinds * 64)
  const answer = bondAnswers[at]!
  return answer !== unasked ? (answer as Three) : ((bondAnswers[at] = testBond(graph, bond, test)) as Three)
}

function grown(table: Uint8Array<ArrayBuffer>, length: number): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(length).fill(unasked)
  larger.set(table)
  return larger
}
