import type { FastGraph } from '../fast-graph.js'
import { lasting } from '../arena.js'
import { kernel, memory } from '../kernel.js'
import { longestBlock } from '../layout.js'

const encoder = new TextEncoder()
let room: { readonly at: number; readonly bytes: Uint8Array } | null = null

/**
 * Reads a mol block, V2000 or V3000, if RDKit certainly reads it the same way: its atoms and bonds, without stereo.
 * Returns false for everything else - not because it is wrong, but because this reader is not sure of it.
 */
export function readMolBlock(block: string, graph: FastGraph): boolean {
  const { at, bytes } = (room ??= roomForBlocks())
  const { read, written } = encoder.encodeInto(block, bytes)
  if (read === block.length) return kernel.readMolBlock(graph.at, at, written) === 1
  graph.clear()
  return false
}

function roomForBlocks() {
  const at = lasting.allocate(longestBlock)
  return { at, bytes: new Uint8Array(memory, at, longestBlock) }
}
