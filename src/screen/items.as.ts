import { endBondOf, endOf, hasWithEnds, matchesInside, substituent, takeBranch } from './branches.as'
import { byteAt, setByte, wordAt, isIn, entryOf, lengthOf } from '../engine/bytes.as'
import { patternAtomsAt } from '../engine/smarts/predicate-codes'
import {
  endsAt, answersAt, answersForAt, anyBonds, coreAt, doubleBonds, endBondsAt, everyAt, hasRing, hasRings, hasSizes,
  isAromatic, isAt, isWhole, itemSize, leastCarbonsAt, leastHeteroAt, mostCarbonsAt, mostHeteroAt, noneAt, ringSizesAt,
  rootAt, shapeFlagsAt, shapesAt, someAt,
} from './screen-layout'
import { aromatic, atoms, bonds, degree, generation, neighbour, ringAtom, ringBond, via, z } from '../engine/graph.as'
import { maskWords, maxNeighbours } from '../engine/layout'
import { matchMask, sureMask } from '../engine/smarts/match.as'
import { bondHasOrder } from '../engine/smarts/tests.as'

/** Whether a branch may be a group that the item allows. */
export function fitsBranch(g: usize, item: usize, side: i32): bool {
  if (load<i32>(item, answersForAt) != generation(g)) {
    for (let i = 0, end = bonds(g) * 2; i < end; i += 8) store<u64>(item + <usize>i, 0, answersAt)
    store<i32>(item, generation(g), answersForAt)
  }
  const known = <i32>load<u8>(item + <usize>side, answersAt)
  if (known != 0) return known == 2
  takeBranch(g, side)
  const found = fits(g, item)
  store<u8>(item + <usize>side, found ? 2 : 1, answersAt)
  return found
}

/** Whether the current substituent may be a group that the item allows; what this rejects certainly is not. */
export function fits(g: usize, item: usize): bool {
  if (substituent.carbons < load<i32>(item, leastCarbonsAt) || substituent.carbons > load<i32>(item, mostCarbonsAt))
    return false
  const shapes = <usize>load<u32>(item, shapesAt)
  for (let i = 0, n = lengthOf(shapes); i < n; i++) if (shapeFits(g, entryOf(shapes, i))) return true
  return false
}

function shapeFits(g: usize, shape: usize): bool {
  if (substituent.ends != load<i32>(shape, endsAt)) return false
  if (!bondsFit(g, load<i32>(shape, endBondsAt)) || !rootFits(g, load<u32>(shape, rootAt))) return false
  const every = <usize>load<u32>(shape, everyAt)
  if (lengthOf(every) > 0 && !isCovered(g, every)) return false
  const some = <usize>load<u32>(shape, someAt)
  for (let i = 0, n = lengthOf(some); i < n; i++) if (!overlaps(matchMask(g, entryOf(some, i)))) return false
  const none = <usize>load<u32>(shape, noneAt)
  for (let i = 0, n = lengthOf(none); i < n; i++) if (overlaps(sureMask(g, entryOf(none, i)))) return false
  const flags = load<i32>(shape, shapeFlagsAt)
  const core = <usize>load<u32>(shape, coreAt)
  const isBare = (flags & isWhole) != 0
  if ((flags & hasRing) != 0) {
    for (let i = 0; i < substituent.ends; i++)
      if (ringAtom(g, endOf(i)) == 0 || ((flags & isAromatic) != 0 && aromatic(g, endOf(i)) == 0)) return false
    const lone = substituent.ends == 1 ? loneRing(g) : 0
    if (lone > 0 && !ringFits(g, lone, shape, flags)) return false
    if (lone > 0 && isBare && core == 0 && lone != substituent.size) return false
  }
  const is = <usize>load<u32>(shape, isAt)
  if (lengthOf(is) > 0 && !isOneOf(g, is)) return false
  if (core == 0) return true
  if (isBare && (flags & hasRing) == 0 && load<i32>(core, patternAtomsAt) != substituent.size) return false
  return hasCore(g, core)
}

function bondsFit(g: usize, wanted: i32): bool {
  if (wanted == anyBonds) return true
  for (let i = 0; i < substituent.ends; i++)
    if (bondHasOrder(g, endBondOf(i), wanted == doubleBonds ? 2 : 1) == 0) return false
  return true
}

function rootFits(g: usize, root: usize): bool {
  if (root == 0) return true
  const mask = matchMask(g, root)
  for (let i = 0; i < substituent.ends; i++) if (!isIn(mask, endOf(i))) return false
  return true
}

function isOneOf(g: usize, patterns: usize): bool {
  for (let i = 0, n = lengthOf(patterns); i < n; i++) if (hasWithEnds(g, entryOf(patterns, i))) return true
  return false
}

function hasCore(g: usize, core: usize): bool {
  for (let i = 0; i < substituent.ends; i++) if (matchesInside(g, core, endOf(i))) return true
  return false
}

function overlaps(mask: usize): bool {
  for (let word = 0; word < maskWords; word++)
    if ((wordAt(substituent.mask, word) & wordAt(mask, word)) != 0) return true
  return false
}

/** Whether each atom of the substituent matches one of the patterns. */
function isCovered(g: usize, patterns: usize): bool {
  for (let word = 0, end = (atoms(g) + 31) >>> 5; word < end; word++) {
    let left = wordAt(substituent.mask, word)
    for (let i = 0, n = lengthOf(patterns); left != 0 && i < n; i++)
      left &= ~wordAt(matchMask(g, entryOf(patterns, i)), word)
    if (left != 0) return false
  }
  return true
}

const ringAtoms = memory.data(2 * 256)
const inRing = ringAtoms + 256

/** Size of the ring at the attached atom if isolated; 0 if fused, spiro or bridged: the rule engine judges these. */
function loneRing(g: usize): i32 {
  for (let i = 0, end = atoms(g); i < end; i += 8) store<u64>(inRing + <usize>i, 0)
  setByte(ringAtoms, 0, endOf(0))
  setByte(inRing, endOf(0), 1)
  let size = 1
  for (let next = 0; next < size; next++) {
    const atom = byteAt(ringAtoms, next)
    let around = 0
    for (let k = atom * maxNeighbours, end = k + degree(g, atom); k < end; k++) {
      const other = neighbour(g, k)
      if (ringBond(g, via(g, k)) == 0 || !isIn(substituent.mask, other)) continue
      around++
      if (byteAt(inRing, other) == 1) continue
      setByte(inRing, other, 1)
      setByte(ringAtoms, size++, other)
    }
    if (around != 2) return 0
  }
  return size
}

/** @param size of the ring found last */
function ringFits(g: usize, size: i32, shape: usize, flags: i32): bool {
  let hetero = 0
  for (let i = 0; i < size; i++) {
    const atom = byteAt(ringAtoms, i)
    if (z(g, atom) != 6) hetero++
    if ((flags & isAromatic) != 0 && aromatic(g, atom) == 0) return false
  }
  if ((flags & hasRings) != 0) return false
  if ((flags & hasSizes) != 0 && (size > 31 || ((load<i32>(shape, ringSizesAt) >>> size) & 1) == 0)) return false
  return hetero >= load<i32>(shape, leastHeteroAt) && hetero <= load<i32>(shape, mostHeteroAt)
}
