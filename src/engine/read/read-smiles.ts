import type { FastGraph } from '../fast-graph.js'
import { kernel, memory } from '../kernel.js'
import { longestText } from '../layout.js'

const room = new Uint8Array(memory, kernel.textAt(), longestText)

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
    room[i] = c
    all |= c
  }
  return all < 128
}
