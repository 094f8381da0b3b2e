import type { FastGraph } from '../fast-graph.js'
import { lasting } from '../arena.js'
import { kernel, memory } from '../kernel.js'
import { longestBlock, longestText } from '../layout.js'

/** Reads a SMILES or a mol block if RDKit certainly reads it the same way; false for everything else. */
export function readText(text: string, graph: FastGraph): boolean {
  const isRead = text.includes('\n') ? readMolBlock(text, graph) : readSmiles(text, graph)
  const mayJoin = graph.components > 1 && mayBeIonicHalide(graph)
  if (mayJoin) graph.clear()
  return isRead && !mayJoin
}

/** Whether a halide may belong to a cation of C, P, S or As: `chem/ionic-halides` joins them. */
function mayBeIonicHalide({ atoms, charge, z }: FastGraph): boolean {
  let [hasCation, hasAnion] = [false, false]
  for (let a = 0; a < atoms; a++) {
    if (charge[a]! > 0) hasCation ||= [6, 15, 16, 33].includes(z[a]!)
    else if (charge[a]! < 0) hasAnion ||= [9, 15, 17, 33, 35, 53].includes(z[a]!)
  }
  return hasCation && hasAnion
}

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

const textRoom = new Uint8Array(memory, kernel.textAt(), longestText)

/**
 * Reads a SMILES if RDKit certainly reads it the same way. Returns false for everything else - not because it is wrong,
 * but because this reader is not sure of it.
 */
export function readSmiles(text: string, graph: FastGraph): boolean {
  if (write(text)) return kernel.readSmiles(graph.at, text.length) === 1
  graph.clear()
  return false
}

/**
 * Writes a text into kernel memory; false for characters that no SMILES contains, and for text too long for any graph.
 */
function write(text: string): boolean {
  const { length } = text
  if (length > longestText) return false
  let all = 0
  for (let i = 0; i < length; i++) {
    const c = text.charCodeAt(i)
    textRoom[i] = c
    all |= c
  }
  return all < 128
}
