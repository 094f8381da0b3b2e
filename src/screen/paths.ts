import { maxNeighbours, type FastGraph } from './fast-graph.js'
import type { AtomTest, Pattern } from './pattern.js'

/** Words of 32 bits in a path fingerprint. */
export const words = 64
const mask = words * 32 - 1
/** Atoms in the longest path. */
const longest = 5

/** Label of an atom whose element alone is certain; carbon is split by saturation. */
const carbon = 1
const saturatedCarbon = 2
const unsaturatedCarbon = 3

const path = new Uint8Array(longest)

/** Sets a bit for each path of up to five atoms, by element and by element and saturation. */
export function pathsOf(graph: FastGraph, into: Int32Array): void {
  into.fill(0)
  for (let atom = 0; atom < graph.atoms; atom++) walk(graph, into, atom, 0, 17, 29)
}

function walk(graph: FastGraph, into: Int32Array, atom: number, depth: number, plain: number, fine: number): void {
  path[depth] = atom
  const z = graph.z[atom]!
  const p = step(plain, z === 6 ? carbon : z)
  const f = step(fine, z === 6 ? saturatedCarbon + graph.unsaturated[atom]! : z)
  set(into, p)
  set(into, f)
  if (depth === longest - 1) return
  const above = depth === 0 ? -1 : path[depth - 1]!
  const end = atom * maxNeighbours + graph.degree[atom]!
  for (let k = atom * maxNeighbours; k < end; k++) {
    const next = graph.neighbour[k]!
    if (next === above || (depth > 1 && (path[depth - 2] === next || (depth > 2 && path[depth - 3] === next)))) continue
    walk(graph, into, next, depth + 1, p, f)
  }
}

/** The bits that any molecule with this pattern must have set. */
export function pathsRequired(pattern: Pattern): Int32Array {
  const into = new Int32Array(words)
  const neighbours: number[][] = pattern.atoms.map(() => [])
  pattern.atoms.forEach((atom, i) => atom.back.forEach(({ to }) => (neighbours[i]!.push(to), neighbours[to]!.push(i))))
  const labels = pattern.atoms.map((atom) => labelsOf(atom.test))
  const follow = (atom: number, seen: readonly number[], plain: number | null, fine: number | null) => {
    const p = plain === null || labels[atom]!.plain === null ? null : step(plain, labels[atom]!.plain!)
    const f = fine === null || labels[atom]!.fine === null ? null : step(fine, labels[atom]!.fine!)
    if (p === null && f === null) return
    if (p !== null) set(into, p)
    if (f !== null) set(into, f)
    if (seen.length === longest - 1) return
    for (const next of neighbours[atom]!) if (!seen.includes(next)) follow(next, [...seen, atom], p, f)
  }
  pattern.atoms.forEach((_, atom) => follow(atom, [], 17, 29))
  return into
}

export function hasAll(molecule: Int32Array, required: Int32Array): boolean {
  for (let i = 0; i < words; i++) if ((molecule[i]! & required[i]!) !== required[i]!) return false
  return true
}

/** What is certain of every atom that passes a test. */
function labelsOf(test: AtomTest): { plain: number | null; fine: number | null } {
  const z = elementOf(test)
  if (z === null) return { plain: null, fine: null }
  if (z !== 6) return { plain: z, fine: z }
  const saturation = saturationOf(test)
  return { plain: carbon, fine: saturation === null ? null : saturation ? saturatedCarbon : unsaturatedCarbon }
}

function elementOf(test: AtomTest): number | null {
  if (test.is === 'element') return test.z
  if (test.is === 'and') return test.of.map(elementOf).find((z) => z !== null) ?? null
  if (test.is !== 'or') return null
  const all = test.of.map(elementOf)
  return all.every((z) => z === all[0]) ? (all[0] ?? null) : null
}

/** Whether a carbon that passes is certainly saturated (true), certainly not (false), or either. */
function saturationOf(test: AtomTest): boolean | null {
  switch (test.is) {
    case 'connections':
      return test.n === 4
    case 'element':
      return test.aromatic === true ? false : null
    case 'aromatic':
      return test.wanted ? false : null
    case 'and':
      return test.of.map(saturationOf).find((s) => s !== null) ?? null
    case 'or': {
      const all = test.of.map(saturationOf)
      return all.every((s) => s === all[0]) ? (all[0] ?? null) : null
    }
    default:
      return null
  }
}

function step(hash: number, label: number): number {
  return Math.imul(hash ^ label, 0x01000193) + 0x9e37 | 0
}

function set(into: Int32Array, hash: number): void {
  const mixed = hash ^ (hash >>> 15)
  const bit = mixed & mask
  into[bit >>> 5]! |= 1 << (bit & 31)
}
