import type { FastGraph } from '../fast-graph.js'
import { readMolBlock } from './read-mol-block.js'
import { readSmiles } from './read-smiles.js'

/** Reads a SMILES or a mol block if RDKit certainly reads it the same way; false for everything else. */
export function readText(text: string, graph: FastGraph): boolean {
  const isRead = text.includes('\n') ? readMolBlock(text, graph) : readSmiles(text, graph)
  return isRead && !(graph.components > 1 && mayBeIonicHalide(graph))
}

/** Whether a halide may belong to a cation of carbon, phosphorus, sulfur or arsenic: `chem/ionic-halides` joins them. */
function mayBeIonicHalide({ atoms, charge, z }: FastGraph): boolean {
  let [hasCation, hasAnion] = [false, false]
  for (let a = 0; a < atoms; a++) {
    if (charge[a]! > 0) hasCation ||= [6, 15, 16, 33].includes(z[a]!)
    else if (charge[a]! < 0) hasAnion ||= [9, 15, 17, 33, 35, 53].includes(z[a]!)
  }
  return hasCation && hasAnion
}
