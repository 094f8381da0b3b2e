import { byteAt, eachByte, eightAt, fillBytes, setByte, setEight, setShort, shortAt } from '../bytes.as'
import {
  atoms, bonds, order, ringDegree, ringNeighbour, ringSize, ringVia, setSureAtom, setSureBond,
} from '../graph.as'
import { electronsGiven } from './electrons.as'
import { lowerAt, sureAtomAt, sureBondAt, unsureAt } from '../graph-layout'
import { aromaticBond, maxNeighbours } from '../layout'

const path = memory.data(8 + 16 + 256, 2)
const bondsOfPath = path + 8
/**
 * Nonzero for atoms that the path avoids: `onPath` if they are on it, 1 if they cannot be in such a ring or if the ring
 * through both of their ring bonds was found already (another ring through both would be bridged, and stays open).
 */
const closed = bondsOfPath + 16
const onPath = 2

/** Marks lower-case rings that are certainly aromatic on their own: five or six members, six electrons together. */
export function findSureRings(g: usize): void {
  const n = atoms(g)
  fillBytes(g + sureAtomAt, 0, n)
  fillBytes(g + sureBondAt, 0, bonds(g))
  for (let eight = 0; eight < n; eight += 8)
    setEight(closed, eight, (eightAt(g + lowerAt, eight) ^ eachByte) | eightAt(g + unsureAt, eight))
  for (let start = 0; start < n; start++) {
    if (byteAt(closed, start) != 0) continue
    setByte(path, 0, start)
    enter(start)
    walk(g, start, start, 1)
    leave(start)
  }
}

@inline
function enter(atom: i32): void {
  setByte(closed, atom, byteAt(closed, atom) | onPath)
}

@inline
function leave(atom: i32): void {
  setByte(closed, atom, byteAt(closed, atom) & ~onPath)
}

/** Continues over atoms after `start`, so that each ring is found at its first atom only. */
function walk(g: usize, start: i32, atom: i32, length: i32): void {
  for (let k = atom * maxNeighbours, end = k + ringDegree(g, atom); k < end; k++) {
    const next = ringNeighbour(g, k)
    if (next < start || (next == start ? length < 5 : length == 6 || byteAt(closed, next) != 0)) continue
    const bond = ringVia(g, k)
    if (order(g, bond) != aromaticBond || ringSize(g, bond) > 6) continue
    setShort(bondsOfPath, length - 1, bond)
    if (next == start) {
      close(g, length)
      continue
    }
    setByte(path, length, next)
    enter(next)
    walk(g, start, next, length + 1)
    leave(next)
  }
}

function close(g: usize, length: i32): void {
  let smallest = false
  for (let i = 0; i < length; i++) {
    if (ringDegree(g, byteAt(path, i)) == 2) setByte(closed, byteAt(path, i), onPath | 1)
    smallest = smallest || ringSize(g, shortAt(bondsOfPath, i)) == length
  }
  // RDKit does not consider a ring if every bond of it is in a smaller ring.
  if (!smallest) return
  let electrons = 0
  for (let i = 0; i < length; i++) {
    const given = electronsGiven(g, byteAt(path, i))
    if (given < 0) return
    electrons += given
  }
  if (electrons != 6) return
  for (let i = 0; i < length; i++) {
    setSureAtom(g, byteAt(path, i), 1)
    setSureBond(g, shortAt(bondsOfPath, i), 1)
  }
}
