import {
  aromaticBondCode, aromaticCode, andCode, anyCode, chargeCode, connectionsCode, degreeAtLeastCode, degreeCode,
  elementCode, recursiveCode, hydrogensCode, notCode, orCode, orderCode, ringBondCode, ringBondsAtLeastCode,
  ringBondsCode, ringCode, ringCountCode, ringSizeCode, singleOrAromaticCode,
} from './predicate-codes'
import {
  aromatic, degree, from, neutralCharge, neutralHydrogens, order, ringAtom, ringBond, ringDegree, ringSize,
  bondsAreSure, sureBond, to, unsure, via, z,
} from '../graph.as'
import { inRings } from '../perceive/smallest-rings.as'
import { maxNeighbours } from '../layout'

const aromaticOrder = 4

/**
 * Index of the function that answers whether a pattern matches from an atom: 0 no, 1 certainly, 2 perhaps. The pattern
 * search sets it, because a predicate may contain a pattern, $(...), whose atoms again have predicates.
 */
let recursiveIndex = 0

export function answerRecursiveBy(index: i32): void {
  recursiveIndex = index
}

/** The answer of a predicate for an atom: 0 no, 1 yes, 2 not certain. */
export function testAtom(g: usize, atom: i32, test: usize): i32 {
  switch (load<i32>(test)) {
    case anyCode:
      return 1
    case andCode:
      return joined(g, atom, test, 1, false)
    case orCode:
      return joined(g, atom, test, 0, false)
    case notCode:
      return negate(testAtom(g, atom, argument(test, 0)))
    case elementCode:
      if (z(g, atom) != argument(test, 0)) return 0
      if (argument(test, 1) < 0) return 1
      return argument(test, 1) == 1 ? aromatic(g, atom) : negate(aromatic(g, atom))
    case aromaticCode:
      return argument(test, 0) == 1 ? aromatic(g, atom) : negate(aromatic(g, atom))
    case degreeCode:
      return <i32>(degree(g, atom) == argument(test, 0))
    case degreeAtLeastCode:
      return <i32>(degree(g, atom) >= argument(test, 0))
    case hydrogensCode:
      return unsure(g, atom) == 1 ? 2 : <i32>(neutralHydrogens(g, atom) == argument(test, 0))
    case connectionsCode:
      return unsure(g, atom) == 1 ? 2 : <i32>(degree(g, atom) + neutralHydrogens(g, atom) == argument(test, 0))
    case ringCode:
      return ringAtom(g, atom) == 0 ? 0 : argument(test, 0) == 1 ? 1 : 2
    case ringCountCode:
      return ringAtom(g, atom) == 0 ? 0 : isInRings(g, atom, argument(test, 0))
    case ringSizeCode:
      return ringSizeWithin(g, atom, argument(test, 0), argument(test, 1))
    case ringBondsCode:
      return <i32>(ringDegree(g, atom) == argument(test, 0))
    case ringBondsAtLeastCode:
      return <i32>(ringDegree(g, atom) >= argument(test, 0))
    case chargeCode:
      return unsure(g, atom) == 1 ? 2 : <i32>(neutralCharge(g, atom) == argument(test, 0))
    case recursiveCode:
      return call_indirect<i32>(recursiveIndex, g, <usize>argument(test, 0), atom)
    default:
      return 2
  }
}

@inline
function argument(test: usize, i: i32): i32 {
  return load<i32>(test + (<usize>i << 2), 4)
}

/** The answers of several predicates joined: by "and", where the usual answer is 1, or by "or", where it is 0. */
@inline
function joined(g: usize, place: i32, test: usize, usual: i32, ofBond: bool): i32 {
  let result = usual
  for (let i = 0, n = argument(test, 0); i < n; i++) {
    const value = ofBond ? testBond(g, place, argument(test, 1 + i)) : testAtom(g, place, argument(test, 1 + i))
    if (value == 1 - usual) return value
    if (value == 2) result = 2
  }
  return result
}

@inline
function negate(value: i32): i32 {
  return value == 2 ? 2 : 1 - value
}

function isInRings(g: usize, atom: i32, wanted: i32): i32 {
  const n = inRings(g, atom)
  return n < 0 ? 2 : <i32>(n == wanted)
}

/** Rings above eight atoms are not distinguished. */
function ringSizeWithin(g: usize, atom: i32, least: i32, most: i32): i32 {
  if (ringAtom(g, atom) == 0) return 0
  let size = 255
  for (let k = atom * maxNeighbours, end = k + degree(g, atom); k < end; k++) size = min(size, ringSize(g, via(g, k)))
  if (size == 255) return most > 8 ? 2 : 0
  return <i32>(size >= least && size <= most)
}

export function testBond(g: usize, bond: i32, test: usize): i32 {
  switch (load<i32>(test)) {
    case anyCode:
      return 1
    case andCode:
      return joined(g, bond, test, 1, true)
    case orCode:
      return joined(g, bond, test, 0, true)
    case notCode:
      return negate(testBond(g, bond, argument(test, 0)))
    case ringBondCode:
      return <i32>(ringBond(g, bond) == 1)
    case aromaticBondCode:
      if (sureBond(g, bond) == 1) return 1
      return mayBeAromatic(g, bond) ? 2 : 0
    case orderCode:
      return bondHasOrder(g, bond, argument(test, 0))
    case singleOrAromaticCode:
      if (sureBond(g, bond) == 1) return 1
      if (mayBeAromatic(g, bond) || uncertain(g, bond)) return 2
      return <i32>(order(g, bond) == 1)
    default:
      return 2
  }
}

/** Whether a bond is drawn with an order and is not aromatic: 0 no, 1 yes, 2 not certain. */
export function bondHasOrder(g: usize, bond: i32, wanted: i32): i32 {
  if (sureBond(g, bond) == 1) return 0
  if (mayBeAromatic(g, bond) || uncertain(g, bond)) return 2
  return <i32>(order(g, bond) == wanted)
}

export function mayBeAromatic(g: usize, bond: i32): bool {
  if (order(g, bond) == aromaticOrder) return true
  if (bondsAreSure(g) == 1 || ringBond(g, bond) == 0) return false
  return aromatic(g, from(g, bond)) != 0 && aromatic(g, to(g, bond)) != 0
}

export function uncertain(g: usize, bond: i32): bool {
  return unsure(g, from(g, bond)) == 1 && unsure(g, to(g, bond)) == 1
}
