// Reads and writes the fields of a graph, which begins at `g`. See fast-graph.ts for what they mean.
import {
  atomsAt,
  bondsAt,
  componentsAt,
  labelledAt,
  unclearAt,
  looseAt,
  unusualAt,
  settledAt,
  generationAt,
  kindsAt,
  kindsOfAt,
  surroundingsOfAt,
  ringsAt,
  ringsForAt,
  zAt,
  chargeAt,
  hydrogensAt,
  lowerAt,
  degreeAt,
  componentAt,
  ringAtomAt,
  ringDegreeAt,
  sureAtomAt,
  aromaticAt,
  neutralChargeAt,
  neutralHydrogensAt,
  unsureAt,
  unsaturatedAt,
  kindFirstAt,
  fromAt,
  toAt,
  orderAt,
  ringBondAt,
  ringSizeAt,
  sureBondAt,
  bondKindAt,
  neighbourAt,
  viaAt,
  seriesAt,
  atomKindAt,
  surroundingsAt,
  ringNeighbourAt,
  ringViaAt,
  maxNeighbours,
} from './layout'

@inline
export function atoms(g: usize): i32 {
  return load<i32>(g, atomsAt)
}

@inline
export function setAtoms(g: usize, value: i32): void {
  store<i32>(g, value, atomsAt)
}

@inline
export function bonds(g: usize): i32 {
  return load<i32>(g, bondsAt)
}

@inline
export function setBonds(g: usize, value: i32): void {
  store<i32>(g, value, bondsAt)
}

@inline
export function components(g: usize): i32 {
  return load<i32>(g, componentsAt)
}

@inline
export function setComponents(g: usize, value: i32): void {
  store<i32>(g, value, componentsAt)
}

@inline
export function setLabelled(g: usize, value: i32): void {
  store<i32>(g, value, labelledAt)
}

@inline
export function setUnclear(g: usize, value: i32): void {
  store<i32>(g, value, unclearAt)
}

@inline
export function settled(g: usize): i32 {
  return load<i32>(g, settledAt)
}

@inline
export function setSettled(g: usize, value: i32): void {
  store<i32>(g, value, settledAt)
}

@inline
export function setLoose(g: usize, value: i32): void {
  store<i32>(g, value, looseAt)
}

@inline
export function setUnusual(g: usize, value: i32): void {
  store<i32>(g, value, unusualAt)
}

@inline
export function generation(g: usize): i32 {
  return load<i32>(g, generationAt)
}

@inline
export function setGeneration(g: usize, value: i32): void {
  store<i32>(g, value, generationAt)
}

@inline
export function kinds(g: usize): i32 {
  return load<i32>(g, kindsAt)
}

@inline
export function setKinds(g: usize, value: i32): void {
  store<i32>(g, value, kindsAt)
}

@inline
export function kindsOf(g: usize): i32 {
  return load<i32>(g, kindsOfAt)
}

@inline
export function setKindsOf(g: usize, value: i32): void {
  store<i32>(g, value, kindsOfAt)
}

@inline
export function surroundingsOf(g: usize): i32 {
  return load<i32>(g, surroundingsOfAt)
}

@inline
export function setSurroundingsOf(g: usize, value: i32): void {
  store<i32>(g, value, surroundingsOfAt)
}

@inline
export function rings(g: usize): i32 {
  return load<i32>(g, ringsAt)
}

@inline
export function setRings(g: usize, value: i32): void {
  store<i32>(g, value, ringsAt)
}

@inline
export function ringsFor(g: usize): i32 {
  return load<i32>(g, ringsForAt)
}

@inline
export function setRingsFor(g: usize, value: i32): void {
  store<i32>(g, value, ringsForAt)
}

@inline
export function z(g: usize, i: i32): i32 {
  return <i32>load<u8>(g + <usize>i, zAt)
}

@inline
export function setZ(g: usize, i: i32, value: i32): void {
  store<u8>(g + <usize>i, <u8>value, zAt)
}

@inline
export function charge(g: usize, i: i32): i32 {
  return <i32>load<i8>(g + <usize>i, chargeAt)
}

@inline
export function setCharge(g: usize, i: i32, value: i32): void {
  store<i8>(g + <usize>i, <i8>value, chargeAt)
}

@inline
export function hydrogens(g: usize, i: i32): i32 {
  return <i32>load<u8>(g + <usize>i, hydrogensAt)
}

@inline
export function setHydrogens(g: usize, i: i32, value: i32): void {
  store<u8>(g + <usize>i, <u8>value, hydrogensAt)
}

@inline
export function lower(g: usize, i: i32): i32 {
  return <i32>load<u8>(g + <usize>i, lowerAt)
}

@inline
export function setLower(g: usize, i: i32, value: i32): void {
  store<u8>(g + <usize>i, <u8>value, lowerAt)
}

@inline
export function degree(g: usize, i: i32): i32 {
  return <i32>load<u8>(g + <usize>i, degreeAt)
}

@inline
export function setDegree(g: usize, i: i32, value: i32): void {
  store<u8>(g + <usize>i, <u8>value, degreeAt)
}

@inline
export function component(g: usize, i: i32): i32 {
  return <i32>load<u8>(g + <usize>i, componentAt)
}

@inline
export function setComponent(g: usize, i: i32, value: i32): void {
  store<u8>(g + <usize>i, <u8>value, componentAt)
}

@inline
export function ringAtom(g: usize, i: i32): i32 {
  return <i32>load<u8>(g + <usize>i, ringAtomAt)
}

@inline
export function setRingAtom(g: usize, i: i32, value: i32): void {
  store<u8>(g + <usize>i, <u8>value, ringAtomAt)
}

@inline
export function ringDegree(g: usize, i: i32): i32 {
  return <i32>load<u8>(g + <usize>i, ringDegreeAt)
}

@inline
export function setRingDegree(g: usize, i: i32, value: i32): void {
  store<u8>(g + <usize>i, <u8>value, ringDegreeAt)
}

@inline
export function sureAtom(g: usize, i: i32): i32 {
  return <i32>load<u8>(g + <usize>i, sureAtomAt)
}

@inline
export function setSureAtom(g: usize, i: i32, value: i32): void {
  store<u8>(g + <usize>i, <u8>value, sureAtomAt)
}

@inline
export function aromatic(g: usize, i: i32): i32 {
  return <i32>load<u8>(g + <usize>i, aromaticAt)
}

@inline
export function setAromatic(g: usize, i: i32, value: i32): void {
  store<u8>(g + <usize>i, <u8>value, aromaticAt)
}

@inline
export function neutralCharge(g: usize, i: i32): i32 {
  return <i32>load<i8>(g + <usize>i, neutralChargeAt)
}

@inline
export function setNeutralCharge(g: usize, i: i32, value: i32): void {
  store<i8>(g + <usize>i, <i8>value, neutralChargeAt)
}

@inline
export function neutralHydrogens(g: usize, i: i32): i32 {
  return <i32>load<u8>(g + <usize>i, neutralHydrogensAt)
}

@inline
export function setNeutralHydrogens(g: usize, i: i32, value: i32): void {
  store<u8>(g + <usize>i, <u8>value, neutralHydrogensAt)
}

@inline
export function unsure(g: usize, i: i32): i32 {
  return <i32>load<u8>(g + <usize>i, unsureAt)
}

@inline
export function setUnsure(g: usize, i: i32, value: i32): void {
  store<u8>(g + <usize>i, <u8>value, unsureAt)
}

@inline
export function unsaturated(g: usize, i: i32): i32 {
  return <i32>load<u8>(g + <usize>i, unsaturatedAt)
}

@inline
export function kindFirst(g: usize, i: i32): i32 {
  return <i32>load<u8>(g + <usize>i, kindFirstAt)
}

@inline
export function setKindFirst(g: usize, i: i32, value: i32): void {
  store<u8>(g + <usize>i, <u8>value, kindFirstAt)
}

@inline
export function from(g: usize, i: i32): i32 {
  return <i32>load<u8>(g + <usize>i, fromAt)
}

@inline
export function setFrom(g: usize, i: i32, value: i32): void {
  store<u8>(g + <usize>i, <u8>value, fromAt)
}

@inline
export function to(g: usize, i: i32): i32 {
  return <i32>load<u8>(g + <usize>i, toAt)
}

@inline
export function setTo(g: usize, i: i32, value: i32): void {
  store<u8>(g + <usize>i, <u8>value, toAt)
}

@inline
export function order(g: usize, i: i32): i32 {
  return <i32>load<u8>(g + <usize>i, orderAt)
}

@inline
export function setOrder(g: usize, i: i32, value: i32): void {
  store<u8>(g + <usize>i, <u8>value, orderAt)
}

@inline
export function ringBond(g: usize, i: i32): i32 {
  return <i32>load<u8>(g + <usize>i, ringBondAt)
}

@inline
export function setRingBond(g: usize, i: i32, value: i32): void {
  store<u8>(g + <usize>i, <u8>value, ringBondAt)
}

@inline
export function ringSize(g: usize, i: i32): i32 {
  return <i32>load<u8>(g + <usize>i, ringSizeAt)
}

@inline
export function setRingSize(g: usize, i: i32, value: i32): void {
  store<u8>(g + <usize>i, <u8>value, ringSizeAt)
}

@inline
export function sureBond(g: usize, i: i32): i32 {
  return <i32>load<u8>(g + <usize>i, sureBondAt)
}

@inline
export function setSureBond(g: usize, i: i32, value: i32): void {
  store<u8>(g + <usize>i, <u8>value, sureBondAt)
}

@inline
export function bondKind(g: usize, i: i32): i32 {
  return <i32>load<u8>(g + <usize>i, bondKindAt)
}

@inline
export function setBondKind(g: usize, i: i32, value: i32): void {
  store<u8>(g + <usize>i, <u8>value, bondKindAt)
}

@inline
export function neighbour(g: usize, i: i32): i32 {
  return <i32>load<u8>(g + <usize>i, neighbourAt)
}

@inline
export function setNeighbour(g: usize, i: i32, value: i32): void {
  store<u8>(g + <usize>i, <u8>value, neighbourAt)
}

@inline
export function via(g: usize, i: i32): i32 {
  return <i32>load<u16>(g + (<usize>i << 1), viaAt)
}

@inline
export function setVia(g: usize, i: i32, value: i32): void {
  store<u16>(g + (<usize>i << 1), <u16>value, viaAt)
}

@inline
export function series(g: usize, i: i32): i32 {
  return <i32>load<u16>(g + (<usize>i << 1), seriesAt)
}

@inline
export function setSeries(g: usize, i: i32, value: i32): void {
  store<u16>(g + (<usize>i << 1), <u16>value, seriesAt)
}

@inline
export function atomKind(g: usize, i: i32): i32 {
  return <i32>load<u16>(g + (<usize>i << 1), atomKindAt)
}

@inline
export function setAtomKind(g: usize, i: i32, value: i32): void {
  store<u16>(g + (<usize>i << 1), <u16>value, atomKindAt)
}

@inline
export function surroundings(g: usize, i: i32): i32 {
  return load<i32>(g + (<usize>i << 2), surroundingsAt)
}

@inline
export function setSurroundings(g: usize, i: i32, value: i32): void {
  store<i32>(g + (<usize>i << 2), value, surroundingsAt)
}

@inline
export function ringNeighbour(g: usize, i: i32): i32 {
  return <i32>load<u8>(g + <usize>i, ringNeighbourAt)
}

@inline
export function setRingNeighbour(g: usize, i: i32, value: i32): void {
  store<u8>(g + <usize>i, <u8>value, ringNeighbourAt)
}

@inline
export function ringVia(g: usize, i: i32): i32 {
  return <i32>load<u16>(g + (<usize>i << 1), ringViaAt)
}

@inline
export function setRingVia(g: usize, i: i32, value: i32): void {
  store<u16>(g + (<usize>i << 1), <u16>value, ringViaAt)
}

/** -1 where the atoms are not bonded. */
export function bondBetween(g: usize, a: i32, b: i32): i32 {
  for (let k = a * maxNeighbours, end = k + degree(g, a); k < end; k++) if (neighbour(g, k) == b) return via(g, k)
  return -1
}
