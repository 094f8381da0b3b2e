import { areDrawnAlike, drawnGraph, skeletonKey, type DrawnGraph, type Molecule } from '../chem/index.js'
import { FastGraph } from '../engine/fast-graph.js'
import { withSpareGraphs } from '../engine/perceive/undone-graph.js'
import { readSmiles } from '../engine/read/read-smiles.js'
import type { CompiledSubstance } from '../law/index.js'
import type { KnownSubstance, LawIndex } from '../matching/index.js'
import { SureGraph } from './sure-graph.js'

/** Recorded substances drawn without stereo, used to recognise a component drawn alike without RDKit. */
export class RecordedDrawings {
  readonly #law: LawIndex
  readonly #graph = new FastGraph()
  /** Null for those that have stereo or several components, or cannot be read with certainty. */
  readonly #drawn = new Map<CompiledSubstance, DrawnGraph | null>()

  constructor(law: LawIndex) {
    this.#law = law
  }

  /** The recorded substance drawn like this component of a molecule without stereo; null unless that is certain. */
  find(molecule: Molecule, component: readonly number[]): KnownSubstance | null {
    const recorded = this.#law.bySkeleton.get(skeletonKey(molecule, component)) ?? []
    if (recorded.length === 0) return null
    const drawn = drawnGraph(molecule, component)
    return (
      recorded.find(({ record, otherwise }) => {
        const theirs = otherwise ? null : this.#of(record)
        return theirs !== null && areDrawnAlike(drawn, theirs)
      }) ?? null
    )
  }

  #of(record: CompiledSubstance): DrawnGraph | null {
    let drawn = this.#drawn.get(record)
    if (drawn === undefined) this.#drawn.set(record, (drawn = withSpareGraphs(() => this.#read(record.smiles))))
    return drawn
  }

  #read(smiles: string | null): DrawnGraph | null {
    if (smiles === null || !isWithoutStereo(smiles) || !readSmiles(smiles, this.#graph) || this.#graph.labelled)
      return null
    const molecule = SureGraph.withTautomerForm(this.#graph, () => true)?.molecule
    return molecule?.components.length === 1 ? drawnGraph(molecule, molecule.components[0]!) : null
  }
}

/**
 * Whether a text draws no stereo: true of a SMILES without stereo marks; a mol block may draw it by coordinates alone.
 */
export function isWithoutStereo(text: string): boolean {
  return !/[@/\\\n]/.test(text)
}
