import { branchAt, endOf, keep, outsideOf, substituent, takeBranch, takeRingSubstituent } from './branches.as'
import { byteAt, setByte, isIn, entryOf, lengthOf } from '../engine/bytes.as'
import {
  absentAt, bridgeAnchorsAt, bridgeFreedAt, bridgeItemsAt, bridgesAt, conditionBondsAt, conditionPatternAt,
  conditionRuleAt, conditionEnvironmentsAt, freedAt, massAt, onesAt, presentAt, siteCountAt, sitesAtomAt, takesAt,
} from './screen-layout'
import { atoms, charge, component, degree, hydrogens, neighbour, ringBond, via, z } from '../engine/graph.as'
import { fits, fitsBranch } from './items.as'
import { maxNeighbours } from '../engine/layout'
import { inAnyWay } from '../engine/perceive/cleavable-bonds.as'
import { hasMatch, mayMatch, nothing, surelyHas } from '../engine/smarts/match.as'
import { hasRows } from '../engine/smarts/environments.as'

/** What is being checked. */
@unmanaged
class Current {
  /** The rule of the condition; 0 for a gap. */
  rule: usize
  /** Bonds of its scaffold. */
  bonds: i32
  /** Marks of the oxygens and nitrogens that cleaving may free, if cleaved forms are checked; otherwise 0. */
  marks: usize
  /** The component checked last, and whether it is within the rule's limits for the whole substance. */
  component: i32
  isWithin: bool
}
const current = changetype<Current>(memory.data(offsetof<Current>(), 4))

/** Whether a molecule may meet a condition whose counts and environments it has. */
export function couldFit(g: usize, condition: usize): bool {
  return meets(g, condition, 0)
}

/**
 * Whether a rule could fit the drawn molecule with ester, ether and carbamate bonds cleaved. Wider than the full path:
 * any substituent of the scaffold that contains such a bond could become anything.
 * @param marks of the atoms that this frees; see `markFreed`
 */
export function couldFitCleaved(g: usize, condition: usize, marks: usize): bool {
  return meets(g, condition, marks)
}

function meets(g: usize, condition: usize, marks: usize): bool {
  current.rule = load<u32>(condition, conditionRuleAt)
  current.bonds = load<i32>(condition, conditionBondsAt)
  current.marks = marks
  current.component = -1
  const accept = current.rule == 0 ? nothing : explains.index
  const environments = hasRows(g) ? load<u32>(condition, conditionEnvironmentsAt) : 0
  return hasMatch(g, load<u32>(condition, conditionPatternAt), accept, environments)
}

function explains(g: usize, embedding: usize, size: i32): bool {
  if (bondsWithin(g, embedding, size) > current.bonds) return false
  if (current.marks != 0) return groupsFit(g, embedding, size)
  const own = component(g, byteAt(embedding, 0))
  if (own == current.component && !current.isWithin) return false
  if (!groupsFit(g, embedding, size)) return false
  if (own != current.component) {
    current.component = own
    current.isWithin = wholeCouldFit(g, own)
  }
  return current.isWithin
}

/** All 0 between calls. */
const inside = memory.data(3 * 256)

/** Number of bonds between atoms of an embedding: more than the scaffold has close a ring, which no rule allows. */
function bondsWithin(g: usize, embedding: usize, size: i32): i32 {
  for (let i = 0; i < size; i++) setByte(inside, byteAt(embedding, i), 1)
  let ends = 0
  for (let i = 0; i < size; i++) {
    const atom = byteAt(embedding, i)
    for (let k = atom * maxNeighbours, end = k + degree(g, atom); k < end; k++) ends += byteAt(inside, neighbour(g, k))
  }
  for (let i = 0; i < size; i++) setByte(inside, byteAt(embedding, i), 0)
  return ends >> 1
}

/** 1 for atoms of the embedding; all 0 between calls. */
const kept = inside + 256
/** 1 for sites that have a group. */
const held = kept + 256

/**
 * Whether the rule could allow each substituent of an embedding of its scaffold. Looser than the rule engine in every
 * respect: what this rejects, the engine rejects.
 */
function groupsFit(g: usize, embedding: usize, size: i32): bool {
  for (let i = 0; i < size; i++) setByte(kept, byteAt(embedding, i), 1)
  const answer = branchesFit(g, embedding, size)
  for (let i = 0; i < size; i++) setByte(kept, byteAt(embedding, i), 0)
  if (answer != closesRings) return answer == all
  return bridgesFit(g, embedding, size)
}

const no = 0
const all = 1
const closesRings = 2

/** Whether every substituent of the embedding is allowed; `closesRings` if those that close rings remain. */
function branchesFit(g: usize, embedding: usize, size: i32): i32 {
  for (let site = 0, n = load<i32>(current.rule, siteCountAt); site < n; site++) setByte(held, site, 0)
  const sitesOfAtoms = <usize>load<u32>(current.rule, sitesAtomAt)
  let closes = false
  for (let i = 0; i < size; i++) {
    const atom = byteAt(embedding, i)
    for (let k = atom * maxNeighbours, end = k + degree(g, atom); k < end; k++) {
      if (byteAt(kept, neighbour(g, k)) == 1) continue
      const bond = via(g, k)
      if (ringBond(g, bond) == 1) closes = true
      else if (!branchFits(g, entryOf(sitesOfAtoms, i), atom, bond)) return no
    }
  }
  const ones = <usize>load<u32>(current.rule, onesAt)
  for (let i = 0, n = lengthOf(ones); i < n; i++) if (byteAt(held, <i32>entryOf(ones, i)) == 0) return no
  return closes ? closesRings : all
}

function branchFits(g: usize, sites: usize, atom: i32, bond: i32): bool {
  const side = branchAt(g, atom, bond)
  // Whether the group may become any other when bonds are cleaved, or one with a hydroxy group.
  let open = false
  let freed = false
  if (current.marks != 0) {
    takeBranch(g, side)
    const mark = markWithin(g)
    open = mark == inAnyWay || byteAt(current.marks, atom) != 0
    freed = mark != 0
  }
  const takes = <usize>load<u32>(current.rule, takesAt)
  const holdFreed = <usize>load<u32>(current.rule, freedAt)
  let explained = open
  for (let s = 0, n = lengthOf(sites); s < n; s++) {
    const site = <i32>entryOf(sites, s)
    if (!open && !(freed && entryOf(holdFreed, site) == 1) && !fitsOne(g, entryOf(takes, site), side)) continue
    setByte(held, site, 1)
    explained = true
  }
  return explained
}

function fitsOne(g: usize, items: usize, side: i32): bool {
  for (let i = 0, n = lengthOf(items); i < n; i++) if (fitsBranch(g, entryOf(items, i), side)) return true
  return false
}

/** The highest mark of an atom in the current substituent; 0 if none is that of a cleavable bond. */
function markWithin(g: usize): i32 {
  let highest = 0
  for (let atom = 0, end = atoms(g); atom < end; atom++)
    if (isIn(substituent.mask, atom)) highest = max(highest, byteAt(current.marks, atom))
  return highest
}

function bridgesFit(g: usize, embedding: usize, size: i32): bool {
  if (lengthOf(load<u32>(current.rule, bridgesAt)) == 0) return false
  keep(g, embedding, size)
  for (let i = 0; i < size; i++)
    while (takeRingSubstituent(g, byteAt(embedding, i))) if (!isBridge(g, embedding, size)) return false
  return true
}

/** Whether the current substituent may be a bridge, as drawn or with bonds cleaved. */
function isBridge(g: usize, embedding: usize, size: i32): bool {
  const bridges = <usize>load<u32>(current.rule, bridgesAt)
  const mark = current.marks == 0 ? 0 : markWithin(g)
  for (let b = 0, n = lengthOf(bridges); b < n; b++) {
    const bridge = entryOf(bridges, b)
    if (!standsOn(load<u32>(bridge, bridgeAnchorsAt), embedding, size)) continue
    if (mark == inAnyWay || (mark != 0 && load<i32>(bridge, bridgeFreedAt) == 1)) return true
    const items = <usize>load<u32>(bridge, bridgeItemsAt)
    for (let i = 0, count = lengthOf(items); i < count; i++) if (fits(g, entryOf(items, i))) return true
  }
  return false
}

/** @param anchors 1 for the atoms of the pattern to which the bridge may be attached */
function standsOn(anchors: usize, embedding: usize, size: i32): bool {
  for (let i = 0; i < substituent.ends; i++) {
    let place = 0
    while (place < size && byteAt(embedding, place) != outsideOf(i)) place++
    if (place == size || byteAt(anchors, place) == 0) return false
  }
  return true
}

/** Whether a component is within the rule's limits for the whole substance. */
function wholeCouldFit(g: usize, own: i32): bool {
  if (massIn(g, own) > load<f64>(current.rule, massAt) + rounding) return false
  const present = <usize>load<u32>(current.rule, presentAt)
  for (let i = 0, n = lengthOf(present); i < n; i++) if (!mayMatch(g, entryOf(present, i))) return false
  const absent = <usize>load<u32>(current.rule, absentAt)
  for (let i = 0, n = lengthOf(absent); i < n; i++) if (surelyHas(g, entryOf(absent, i), own)) return false
  return true
}

/** Least mass of a component with its hydrogens, Da: a cation counts without as many hydrogens as it has charges. */
function massIn(g: usize, own: i32): f64 {
  let mass: f64 = 0
  let charged = 0
  for (let a = 0, end = atoms(g); a < end; a++) {
    if (component(g, a) != own) continue
    mass += weightOf(z(g, a)) + <f64>hydrogens(g, a) * weightOf(1)
    charged += charge(g, a)
  }
  return mass - <f64>max(charged, 0) * weightOf(1)
}

/** Masses by atomic number, Da; set from TypeScript. */
const weights = memory.data(8 * 128, 8)

export function weightsAt(): usize {
  return weights
}

@inline
function weightOf(z: i32): f64 {
  return load<f64>(weights + (<usize>z << 3))
}

/** Rounding differences due to the order of summation are far below this, Da. */
const rounding: f64 = 0.01
