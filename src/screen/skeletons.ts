import { capacity, maxNeighbours, type FastGraph } from './fast-graph.js'

const code = new Int32Array(capacity)
const next = new Int32Array(capacity)
const around = new Float64Array(maxNeighbours)
const sorted = new Float64Array(capacity)

const within = new Uint8Array(capacity)

/** The same key as `skeletonKey` of `chem`, of one component of a fast graph. */
export function fastSkeleton(graph: FastGraph, component: number): string {
  for (let a = 0; a < graph.atoms; a++) within[a] = graph.component[a] === component ? 1 : 0
  return skeletonOf(graph, within)
}

/** The key of some atoms of a fast graph (1 in `inside`); the others do not exist for it. */
export function skeletonOf(graph: FastGraph, inside: Uint8Array): string {
  const { atoms, z, degree, neighbour } = graph
  let size = 0
  for (let a = 0; a < atoms; a++) {
    if (inside[a] === 0) continue
    let joined = 0
    for (let k = a * maxNeighbours, end = k + degree[a]!; k < end; k++) joined += inside[neighbour[k]!]!
    code[a] = mix(z[a]!, joined)
    size++
  }
  for (let round = 0; round < 4; round++) {
    for (let a = 0; a < atoms; a++) {
      if (inside[a] === 0) continue
      let n = 0
      for (let k = a * maxNeighbours, end = k + degree[a]!; k < end; k++) if (inside[neighbour[k]!] === 1) insert(around, n++, code[neighbour[k]!]! >>> 0)
      let hash = code[a]! >>> 0
      for (let k = 0; k < n; k++) hash = mix(hash, around[k]!)
      next[a] = hash
    }
    for (let a = 0; a < atoms; a++) code[a] = next[a]!
  }
  let filled = 0
  for (let a = 0; a < atoms; a++) if (inside[a] === 1) sorted[filled++] = code[a]! >>> 0
  const values = sorted.subarray(0, filled).sort()
  let first = 17
  let second = 99
  for (const value of values) {
    first = mix(first, value)
    second = mix(second, value)
  }
  return `${size}-${first.toString(36)}-${second.toString(36)}`
}

function insert(list: Float64Array, length: number, value: number): void {
  let i = length
  while (i > 0 && list[i - 1]! > value) {
    list[i] = list[i - 1]!
    i--
  }
  list[i] = value
}

function mix(hash: number, value: number): number {
  let h = Math.imul(hash ^ 0x9e3779b9, 0x85ebca6b) + value
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d)
  return (h ^ (h >>> 13)) >>> 0
}
