import { capacity, maxNeighbours, type FastGraph } from './fast-graph.js'

const code = new Int32Array(capacity)
const next = new Int32Array(capacity)
const around = new Float64Array(maxNeighbours)
const sorted = new Float64Array(capacity)

/** The same key as `skeletonKey` of `chem`, of one component of a fast graph. */
export function fastSkeleton(graph: FastGraph, component: number): string {
  const { atoms, z, degree, neighbour } = graph
  let size = 0
  for (let a = 0; a < atoms; a++) {
    if (graph.component[a] !== component) continue
    code[a] = mix(z[a]!, degree[a]!)
    size++
  }
  for (let round = 0; round < 4; round++) {
    for (let a = 0; a < atoms; a++) {
      if (graph.component[a] !== component) continue
      const n = degree[a]!
      for (let k = 0; k < n; k++) insert(around, k, code[neighbour[a * maxNeighbours + k]!]! >>> 0)
      let hash = code[a]! >>> 0
      for (let k = 0; k < n; k++) hash = mix(hash, around[k]!)
      next[a] = hash
    }
    for (let a = 0; a < atoms; a++) code[a] = next[a]!
  }
  let filled = 0
  for (let a = 0; a < atoms; a++) if (graph.component[a] === component) sorted[filled++] = code[a]! >>> 0
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
