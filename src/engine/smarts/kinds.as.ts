import { byteAt, include, setByte, setWord, wordAt } from '../bytes.as'
import { idAt, localAt } from './predicate-codes'
import {
  aromatic, atomKind, atoms, bondKind, bonds, degree, generation, kinds, neutralCharge, neutralHydrogens, order,
  ringAtom, ringBond, ringDegree, ringSize, setAtomKind, setBondKind, setKindFirst, setKinds, setKindsOf, sureBond,
  unsure, via, z,
} from '../graph.as'
import { kindMaskAt } from '../graph-layout'
import { maskWords, maxNeighbours, overflowKind } from '../layout'
import { mayBeAromatic, testAtom, testBond, uncertain } from './tests.as'

/** Number of kinds of atoms that are distinguished; later ones are all of `overflowKind`. */
const mostKinds = 2048

/** A hash table of kinds by what distinguishes them; at most half full. Numbers count from 1; 0 means none. */
const tableSize = 4 * mostKinds
const keys = memory.data(4 * 8192 + 4 * 8192 + 2048 + 4 * 2048 + 2048 * 4096 + 80 * 1024, 4)
const numbers = keys + 4 * 8192
let kindsKnown = 0
/** Index of a kind among those of the molecule in `placeFor`. */
const placeOf = numbers + 4 * 8192
const placeFor = placeOf + 2048

/** Gives atoms and bonds the numbers by which answers are cached across molecules. */
export function findKinds(g: usize): void {
  setKindsOf(g, generation(g))
  setKinds(g, 0)
  for (let a = 0, end = atoms(g); a < end; a++) {
    const kind = kindOf(keyOf(g, a, ringAtom(g, a) == 1 ? ringPart(g, a) : noRing))
    setAtomKind(g, a, kind)
    addToMask(g, a, kind)
  }
  for (let b = 0, end = bonds(g); b < end; b++) setBondKind(g, b, bondKindOf(g, b))
}

/** Number of ring bonds, and size of the smallest ring, of an atom outside rings. */
const noRing = 15

function ringPart(g: usize, atom: i32): i32 {
  let size = 15
  for (let k = atom * maxNeighbours, end = k + degree(g, atom); k < end; k++) size = min(size, ringSize(g, via(g, k)))
  return ringDegree(g, atom) * 16 + size
}

function keyOf(g: usize, a: i32, ring: i32): i32 {
  const hydrogens = min(15, neutralHydrogens(g, a))
  const element = ((z(g, a) * 16 + hydrogens) * 16 + neutralCharge(g, a) + 8) * 16 + degree(g, a)
  return ((element * 256 + ring) * 2 + unsure(g, a)) * 4 + aromatic(g, a)
}

function kindOf(key: i32): i32 {
  let at = (<i32>(<u32>(key * <i32>0x9e3779b1) >>> 16)) & (tableSize - 1)
  for (let number = wordAt(numbers, at); number != 0; number = wordAt(numbers, at)) {
    if (wordAt(keys, at) == key) return number - 1
    at = (at + 1) & (tableSize - 1)
  }
  if (kindsKnown == overflowKind) return overflowKind
  setWord(keys, at, key)
  setWord(numbers, at, ++kindsKnown)
  return kindsKnown - 1
}

function bondKindOf(g: usize, b: i32): i32 {
  const drawn = (order(g, b) * 2 + ringBond(g, b)) * 2 + <i32>mayBeAromatic(g, b)
  return (drawn * 2 + <i32>uncertain(g, b)) * 2 + sureBond(g, b)
}

/** Each atom of the overflow kind counts as a kind by itself. */
function addToMask(g: usize, atom: i32, kind: i32): void {
  let place = byteAt(placeOf, kind)
  if (kind == overflowKind || wordAt(placeFor, kind) != generation(g)) {
    place = kinds(g)
    setKinds(g, place + 1)
    setByte(placeOf, kind, place)
    setWord(placeFor, kind, generation(g))
    setKindFirst(g, place, atom)
    for (let word = 0, end = (atoms(g) + 31) >>> 5; word < end; word++) setWord(maskOfKind(g, place), word, 0)
  }
  include(maskOfKind(g, place), atom)
}

@inline
export function maskOfKind(g: usize, place: i32): usize {
  return g + kindMaskAt + <usize>(place * maskWords * 4)
}

/** Number of predicates whose answers are cached. Those for one kind are contiguous: a molecule has few kinds. */
const stride = 4096
/** The answer plus one; 0 if not yet computed. */
const atomAnswers = placeFor + 4 * 2048
/** Kinds of bonds: order (5) times four boolean facts. */
const bondKinds = 80
const mostBondTests = 1024
const bondAnswers = atomAnswers + 2048 * 4096

/** For predicates that are numbered from 0 again. */
export function forgetAnswers(): void {
  memory.fill(atomAnswers, 0, kindsKnown * stride)
  memory.fill(bondAnswers, 0, bondKinds * mostBondTests)
}

/** The answer of the local part of a numbered predicate. */
export function answerOf(g: usize, atom: i32, test: usize): i32 {
  const kind = atomKind(g, atom)
  const id = load<i32>(test, idAt)
  if (id >= stride || kind == overflowKind) return testAtom(g, atom, load<u32>(test, localAt))
  const at = kind * stride + id
  const known = byteAt(atomAnswers, at)
  if (known != 0) return known - 1
  const found = testAtom(g, atom, load<u32>(test, localAt))
  setByte(atomAnswers, at, found + 1)
  return found
}

export function bondAnswerOf(g: usize, bond: i32, id: i32, test: usize): i32 {
  if (id >= mostBondTests) return testBond(g, bond, test)
  const at = id * bondKinds + bondKind(g, bond)
  const known = byteAt(bondAnswers, at)
  if (known != 0) return known - 1
  const found = testBond(g, bond, test)
  setByte(bondAnswers, at, found + 1)
  return found
}
