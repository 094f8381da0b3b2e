import { manyCleavableBonds, mostCleavedAtOnce } from '../limits'
import { setByte, setWord, byteAt, include, isIn, wordAt } from '../engine/bytes.as'
import {
  isIsomer, isEsterOrEther, isRecord, isomerFormulasAt, parentFormulasAt, parentSkeletonsAt, recordFormulasAt,
  recordSkeletonsAt, skeletonsAt, skeletonWidth,
} from './screen-layout'
import { mayBe, reaches } from './formulas.as'
import { atoms, charge, component, degree, hydrogens, neighbour, order, ringBond, via, z } from '../engine/graph.as'
import { maskWords, maxNeighbours, single } from '../engine/layout'
import { leavesAmine } from '../engine/perceive/cleavable-bonds.as'
import {
  readSkeleton, readSkeletonOf, firstSkeletonHash, secondSkeletonHash, skeletonAtoms,
} from '../engine/perceive/skeletons.as'

/** Weight of each element in a composition number; set from TypeScript. */
const weights = memory.data(8 * 128, 8)

export function compositionWeightsAt(): usize {
  return weights
}

/** The current component. */
@unmanaged
class Component {
  /** Its number in the graph, and the recorded substances that it is compared with. */
  own: i32
  records: usize
  /** Its composition number. */
  composition: f64
  hydrogens: i32
  charge: i32
  /** Whether any of its atoms is charged. */
  isCharged: bool
  cleavable: i32
  chosen: i32
}
const current = changetype<Component>(memory.data(offsetof<Component>(), 8))

export function compositionOf(): f64 {
  return current.composition
}

export function hydrogensOf(): i32 {
  return current.hydrogens
}

export function chargeOf(): i32 {
  return current.charge
}

/** What a component could be, as flags: a record (then nothing else is checked), or its isomer, ester or ether. */
export function relationOf(g: usize, own: i32, records: usize): i32 {
  let composition: f64 = 0
  let light = 0
  let net = 0
  let isCharged = false
  for (let a = 0, end = atoms(g); a < end; a++) {
    if (component(g, a) != own) continue
    composition += weightOf(z(g, a))
    light += hydrogens(g, a)
    net += charge(g, a)
    isCharged = isCharged || charge(g, a) != 0
  }
  current.own = own
  current.records = records
  current.composition = composition
  current.hydrogens = light
  current.charge = net
  current.isCharged = isCharged
  if (reaches(load<u32>(records, recordFormulasAt), composition, light, isCharged)) {
    readSkeleton(g, own)
    if (isAmong(load<u32>(records, recordSkeletonsAt))) return isRecord
  }
  const isomer = mayBe(load<u32>(records, isomerFormulasAt), composition, light, net) ? isIsomer : 0
  return couldCleaveToParent(g) ? isomer | isEsterOrEther : isomer
}

@inline
function weightOf(z: i32): f64 {
  return load<f64>(weights + (<usize>z << 3))
}

// A cleavable bond: composition, hydrogens and charge of what is removed; the atom that stays; atoms removed.
const leavingSize = 48
const leavingHydrogensAt = 8
const leavingChargeAt = 12
const freedAt = 16
const goneAt = 20
const cleavable = memory.data(48 * 400 + 8 + 256 + 256, 8)
/** Indices of the bonds chosen. */
const picks = cleavable + 48 * 400
const left = picks + 8
const stack = left + 256

@inline
function cleavableBondAt(i: i32): usize {
  return cleavable + <usize>(i * leavingSize)
}

@inline
function chosenAt(i: i32): usize {
  return cleavableBondAt(<i32>load<u16>(picks + (<usize>i << 1)))
}

/**
 * Whether cleaving one to three ester, ether or carbamate bonds of a component could leave the skeleton of
 * one of the parents. Wider than the full path: any oxygen with two neighbours counts.
 */
function couldCleaveToParent(g: usize): bool {
  current.cleavable = 0
  for (let a = 0, end = atoms(g); a < end; a++) {
    if (component(g, a) != current.own) continue
    const isOxygen = z(g, a) == 8 && degree(g, a) == 2
    if (!isOxygen && z(g, a) != 7) continue
    for (let k = a * maxNeighbours, stop = k + degree(g, a); k < stop; k++) {
      if (isOxygen ? ringBond(g, via(g, k)) == 0 : leavesAmine(g, k))
        readBehind(g, a, neighbour(g, k), i32(order(g, via(g, k)) != single))
    }
  }
  if (current.cleavable == 0) return false
  current.chosen = 0
  const most = current.cleavable <= manyCleavableBonds ? mostCleavedAtOnce : 2
  return couldLeave(g, 0, current.composition, current.hydrogens, current.charge, most)
}

/** @param more number of bonds that may be cleaved in addition to those chosen */
function couldLeave(g: usize, from: i32, heavy: f64, light: i32, net: i32, more: i32): bool {
  const formulas = <usize>load<u32>(current.records, parentFormulasAt)
  for (let i = from; i < current.cleavable; i++) {
    const bond = cleavableBondAt(i)
    if (!isApart(g, bond)) continue
    // The remaining atom gains a hydrogen.
    const c = heavy - load<f64>(bond)
    const h = light - load<i32>(bond, leavingHydrogensAt) + 1
    const q = net - load<i32>(bond, leavingChargeAt)
    store<u16>(picks + (<usize>current.chosen << 1), <u16>i)
    current.chosen++
    // Charges that cancel can be due to protons, too.
    if ((reaches(formulas, c, h, current.isCharged) || mayBe(formulas, c, h, q)) && leavesParent(g)) return true
    if (more > 1 && couldLeave(g, i + 1, c, h, q, more - 1)) return true
    current.chosen--
  }
  return false
}

/** Whether a bond and those chosen can be cleaved together: none removes another. */
function isApart(g: usize, bond: usize): bool {
  const freed = load<i32>(bond, freedAt)
  for (let i = 0; i < current.chosen; i++) {
    const other = chosenAt(i)
    const otherFreed = load<i32>(other, freedAt)
    if ((otherFreed == freed && z(g, freed) == 8) || isIn(other + goneAt, freed) || isIn(bond + goneAt, otherFreed))
      return false
  }
  return true
}

function leavesParent(g: usize): bool {
  for (let a = 0, end = atoms(g); a < end; a++) {
    let stays = component(g, a) == current.own
    for (let i = 0; stays && i < current.chosen; i++) if (isIn(chosenAt(i) + goneAt, a)) stays = false
    setByte(left, a, <i32>stays)
  }
  readSkeletonOf(g, left)
  return isAmong(load<u32>(current.records, parentSkeletonsAt))
}

/**
 * Adds a cleavable bond: the part reached from an atom without passing `gate` is removed.
 * @param kept hydrogens of that part that belong to the other: one for a carbamate drawn as an imidic acid
 */
function readBehind(g: usize, gate: i32, start: i32, kept: i32): void {
  const bond = cleavableBondAt(current.cleavable++)
  const gone = bond + goneAt
  for (let word = 0; word < maskWords; word++) setWord(gone, word, 0)
  let c: f64 = 0
  let h = -kept
  let q = 0
  let waiting = 1
  include(gone, start)
  setByte(stack, 0, start)
  while (waiting > 0) {
    const atom = byteAt(stack, --waiting)
    c += weightOf(z(g, atom))
    h += hydrogens(g, atom)
    q += charge(g, atom)
    for (let k = atom * maxNeighbours, end = k + degree(g, atom); k < end; k++) {
      const other = neighbour(g, k)
      if (other == gate || isIn(gone, other)) continue
      include(gone, other)
      setByte(stack, waiting++, other)
    }
  }
  store<f64>(bond, c)
  store<i32>(bond, h, leavingHydrogensAt)
  store<i32>(bond, q, leavingChargeAt)
  store<i32>(bond, gate, freedAt)
}

/** Whether a set contains the skeleton read last. */
function isAmong(set: usize): bool {
  const mask = load<i32>(set)
  const first = firstSkeletonHash()
  const second = secondSkeletonHash()
  let at = (first ^ second) & mask
  let entry = entryAt(set, at)
  while (wordAt(entry, 0) != 0) {
    if (wordAt(entry, 0) == skeletonAtoms() && wordAt(entry, 1) == first && wordAt(entry, 2) == second) return true
    at = (at + 1) & mask
    entry = entryAt(set, at)
  }
  return false
}

@inline
function entryAt(set: usize, at: i32): usize {
  return set + skeletonsAt + <usize>(at * skeletonWidth)
}
