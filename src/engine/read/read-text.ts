import type { FastGraph } from '../fast-graph.js'
import { readMolBlock } from './read-mol-block.js'
import { readSmiles } from './read-smiles.js'

/** Reads a SMILES or a mol block if RDKit certainly reads it the same way; false for everything else. */
export function readText(text: string, graph: FastGraph): boolean {
  return text.includes('\n') ? readMolBlock(text, graph) : readSmiles(text, graph)
}
