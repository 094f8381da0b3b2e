import { electronsGiven, never, unknown } from './electrons.as'
import { mostRingsCombined } from '../../limits'
import { byteAt, setByte, setShort, shortAt } from '../bytes.as'
import { aromatic, atoms, from, setAromatic, setSureAtom, setSureBond, to } from '../graph.as'
import { bondBetween } from '../neighbours.as'
import { ringAt, smallestRings } from './smallest-rings.as'

/** Maximum number of fused rings that RDKit combines. */
const mostTogether = 6

const donors = memory.data(256 + 256 + 256 + 512 + 1280 + 20480 + 320 + 640 + 64, 4)
const marked = donors + 256
const open = marked + 256
/** Number of chosen rings that contain an atom or bond. */
const times = open + 256

/** Rings whose atoms can all be aromatic: where each is stored, its bonds, and whether its system was found. */
const candidates = times + 512
const bondsOfCandidates = candidates + 1280
const taken = bondsOfCandidates + 20480
let candidateCount = 0

/** The candidates of one system. */
const system = taken + 320
let systemSize = 0
/** For each ring of that system, as bits: the rings with which it shares one bond. */
const joined = system + 640

/**
 * Perceives aromaticity by RDKit's own model if the rings and the electrons that each atom gives are certain. Candidate
 * rings are tried alone, then in combinations in which each shares one bond with another. With 4n + 2 electrons, the
 * bonds that are in exactly one of the rings are aromatic, and so are their ends.
 * Source: RDKit, Aromaticity.cpp; the RDKit Book, "The RDKit Aromaticity Model".
 * @returns whether everything could be decided
 */
export function decideRings(g: usize): bool {
  const n = atoms(g)
  const rings = smallestRings(g)
  if (rings < 0) return false
  for (let a = 0; a < n; a++) {
    setByte(marked, a, 0)
    setByte(open, a, 0)
    setDonor(a, aromatic(g, a) == 0 ? never : electronsGiven(g, a))
  }
  findCandidates(g, rings)
  let decided = true
  for (let first = 0; first < candidateCount; first++) {
    if (byteAt(taken, first) == 1) continue
    findSystem(first)
    if (systemSize <= mostRingsCombined && isKnown()) decideSystem(g)
    else {
      decided = false
      leaveOpen()
    }
  }
  for (let a = 0; a < n; a++) {
    if (byteAt(open, a) == 1) continue
    setAromatic(g, a, byteAt(marked, a))
    setSureAtom(g, a, byteAt(marked, a))
  }
  return decided
}

@inline
function donor(atom: i32): i32 {
  return <i32>load<i8>(donors + <usize>atom)
}

@inline
function setDonor(atom: i32, value: i32): void {
  store<i8>(donors + <usize>atom, <i8>value)
}

function findCandidates(g: usize, rings: i32): void {
  candidateCount = 0
  for (let i = 0; i < rings; i++) {
    const ring = ringAt(g, i)
    if (!mayTakePart(ring)) continue
    store<u32>(candidates + (<usize>candidateCount << 2), <u32>ring)
    setByte(taken, candidateCount, 0)
    const length = byteAt(ring, 0)
    const its = bondsOf(candidateCount++)
    for (let j = 1; j <= length; j++)
      setShort(its, j - 1, bondBetween(g, byteAt(ring, j), byteAt(ring, j < length ? j + 1 : 1)))
  }
}

function mayTakePart(ring: usize): bool {
  for (let i = 1, end = byteAt(ring, 0); i <= end; i++) if (donor(byteAt(ring, i)) == never) return false
  return true
}

/** Address of a candidate: the number of its atoms, then the atoms. */
@inline
function candidate(i: i32): usize {
  return <usize>load<u32>(candidates + (<usize>i << 2))
}

@inline
function bondsOf(i: i32): usize {
  // Two bytes for each bond of the longest ring.
  return bondsOfCandidates + (<usize>i << 6)
}

/** Finds the rings connected to a first one, each sharing one bond with another. */
function findSystem(first: i32): void {
  systemSize = 0
  take(first)
  for (let next = 0; next < systemSize; next++)
    for (let other = first + 1; other < candidateCount; other++)
      if (byteAt(taken, other) == 0 && shareOneBond(shortAt(system, next), other)) take(other)
}

function take(i: i32): void {
  setByte(taken, i, 1)
  setShort(system, systemSize++, i)
}

/** Rings that share more bonds are bridged: RDKit does not combine them. */
function shareOneBond(a: i32, b: i32): bool {
  let shared = 0
  const lengthB = byteAt(candidate(b), 0)
  for (let i = 0, lengthA = byteAt(candidate(a), 0); i < lengthA; i++) {
    const bond = shortAt(bondsOf(a), i)
    for (let j = 0; j < lengthB; j++) if (shortAt(bondsOf(b), j) == bond) shared++
  }
  return shared == 1
}

/** Whether the electrons given by each atom of the system are certain. */
function isKnown(): bool {
  for (let i = 0; i < systemSize; i++) {
    const ring = candidate(shortAt(system, i))
    for (let j = 1, end = byteAt(ring, 0); j <= end; j++) if (donor(byteAt(ring, j)) == unknown) return false
  }
  return true
}

function leaveOpen(): void {
  for (let i = 0; i < systemSize; i++) {
    const ring = candidate(shortAt(system, i))
    for (let j = 1, end = byteAt(ring, 0); j <= end; j++) setByte(open, byteAt(ring, j), 1)
  }
}

/** Tries each combination of the system's rings, written as bits. */
function decideSystem(g: usize): void {
  for (let i = 0; i < systemSize; i++) {
    let adjacent = 0
    for (let j = 0; j < systemSize; j++)
      if (j != i && shareOneBond(shortAt(system, i), shortAt(system, j))) adjacent |= 1 << j
    setShort(joined, i, adjacent)
  }
  for (let chosen = 1; chosen < 1 << systemSize; chosen++)
    if (popcnt(chosen) <= mostTogether && isConnected(chosen) && isAromatic(chosen)) mark(g, chosen)
}

function isConnected(chosen: i32): bool {
  let met = chosen & -chosen
  for (let waiting = met; waiting != 0; ) {
    const more = shortAt(joined, ctz(waiting)) & chosen & ~met
    met |= more
    waiting = (waiting & (waiting - 1)) | more
  }
  return met == chosen
}

/** Atoms in three of the rings are internal and do not count. */
function isAromatic(chosen: i32): bool {
  let electrons = 0
  for (let left = chosen; left != 0; left &= left - 1) {
    const ring = candidate(shortAt(system, ctz(left)))
    for (let i = 1, end = byteAt(ring, 0); i <= end; i++) setByte(times, byteAt(ring, i), 0)
  }
  for (let left = chosen; left != 0; left &= left - 1) {
    const ring = candidate(shortAt(system, ctz(left)))
    for (let i = 1, end = byteAt(ring, 0); i <= end; i++)
      setByte(times, byteAt(ring, i), byteAt(times, byteAt(ring, i)) + 1)
  }
  for (let left = chosen; left != 0; left &= left - 1) {
    const ring = candidate(shortAt(system, ctz(left)))
    for (let i = 1, end = byteAt(ring, 0); i <= end; i++) {
      const atom = byteAt(ring, i)
      if (byteAt(times, atom) <= 2) electrons += donor(atom)
      setByte(times, atom, 255)
    }
  }
  return electrons == 2 || (electrons >= 6 && electrons % 4 == 2)
}

/** Marks bonds that are in exactly one of the rings, and their ends; internal bonds stay unchanged. */
function mark(g: usize, chosen: i32): void {
  for (let left = chosen; left != 0; left &= left - 1) countBonds(shortAt(system, ctz(left)), false)
  for (let left = chosen; left != 0; left &= left - 1) countBonds(shortAt(system, ctz(left)), true)
  for (let left = chosen; left != 0; left &= left - 1) {
    const i = shortAt(system, ctz(left))
    for (let j = 0, end = byteAt(candidate(i), 0); j < end; j++) {
      const bond = shortAt(bondsOf(i), j)
      if (byteAt(times, bond) != 1) continue
      setSureBond(g, bond, 1)
      setByte(marked, from(g, bond), 1)
      setByte(marked, to(g, bond), 1)
    }
  }
}

/** Increases the count of each bond of a candidate, or resets it. */
function countBonds(i: i32, more: bool): void {
  for (let j = 0, end = byteAt(candidate(i), 0); j < end; j++) {
    const bond = shortAt(bondsOf(i), j)
    setByte(times, bond, more ? byteAt(times, bond) + 1 : 0)
  }
}
