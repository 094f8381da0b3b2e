import { maskWords, maxNeighbours, type FastGraph } from './fast-graph.js'
import { testAtom, testBond, mayBeAromatic, uncertain } from './relaxed-tests.js'
import type { AtomTest, BondTest, Three } from './pattern.js'

/** Kinds of atoms that are told apart; one that comes later is `strange`, and its answers are not kept. */
const mostKinds = 2048
const strange = mostKinds - 1
const known = new Map<number, number>()

/** Gives atoms and bonds the numbers by which answers are kept from one molecule to the next. */
export function findKinds(graph: FastGraph): void {
  graph.kindsOf = graph.generation
  graph.kinds = 0
  for (let a = 0; a < graph.atoms; a++) {
    let ringBonds = 0
    let ringSize = 255
    for (let k = a * maxNeighbours, end = k + graph.degree[a]!; k < end; k++) {
      ringBonds += graph.ringBond[graph.via[k]!]!
      ringSize = Math.min(ringSize, graph.ringSize[graph.via[k]!]!)
    }
    const key = ((((((graph.z[a]! * 16 + Math.min(15, graph.neutralHydrogens[a]!)) * 16 + graph.neutralCharge[a]! + 8) * 16 + graph.degree[a]!) * 16 + ringBonds) * 16 + Math.min(15, ringSize)) * 2 + graph.unsure[a]!) * 4 + graph.aromatic[a]!
    let kind = known.get(key)
    if (kind === undefined) {
      kind = Math.min(strange, known.size)
      if (kind < strange) known.set(key, kind)
    }
    graph.atomKind[a] = kind
    if (addToMask(graph, a, kind)) graph.kinds++
  }
  for (let b = 0; b < graph.bonds; b++) {
    graph.bondKind[b] = ((graph.order[b]! * 2 + graph.ringBond[b]!) * 2 + (mayBeAromatic(graph, b) ? 1 : 0)) * 2 + (uncertain(graph, b) ? 1 : 0)
    graph.bondKind[b] = graph.bondKind[b]! * 2 + graph.sureBond[b]!
  }
}

/** Strange atoms are each a kind by themselves. */
function addToMask({ kindFirst, kindMask, atomKind, kinds, atoms }: FastGraph, atom: number, kind: number): boolean {
  let i = 0
  while (i < kinds && (kind === strange || atomKind[kindFirst[i]!] !== kind)) i++
  if (i === kinds) {
    kindFirst[i] = atom
    kindMask.fill(0, i * maskWords, i * maskWords + ((atoms + 31) >>> 5))
  }
  kindMask[i * maskWords + (atom >>> 5)]! |= 1 << (atom & 31)
  return i === kinds
}

const unasked = 3
let atomAnswers = new Uint8Array(mostKinds * 64).fill(unasked)
/** Kinds of bonds: order (5) times four yes-or-no facts. */
const bondKinds = 80
let bondAnswers = new Uint8Array(bondKinds * 64).fill(unasked)

/** The answer of a test that looks at nothing but the atom itself; `id` numbers the test. */
export function answerOf(graph: FastGraph, atom: number, id: number, test: AtomTest): Three {
  const kind = graph.atomKind[atom]!
  const at = id * mostKinds + kind
  if (at >= atomAnswers.length) atomAnswers = grown(atomAnswers, at + mostKinds * 64)
  const answer = atomAnswers[at]!
  if (answer !== unasked) return answer as Three
  const found = testAtom(graph, atom, test)
  if (kind !== strange) atomAnswers[at] = found
  return found
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
