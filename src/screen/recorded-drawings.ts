import {
  areDrawnAlike,
  drawnGraph,
  hasSameStereo,
  readIdentity,
  skeletonKey,
  stereoOfComponent,
  type DrawnGraph,
  type Identity,
  type Molecule,
} from '../chem/index.js'
import { FastGraph, readSmiles, stereoOfSmiles, type SmilesStereo } from '../engine/index.js'
import type { CompiledSubstance } from '../law/index.js'
import type { LawIndex } from '../matching/index.js'
import { SureGraph } from './sure-graph.js'
import { append, remembered } from '../remembered.js'

/** What a component certainly is: a recorded substance or a counter-ion. */
export interface RecordMatch {
  readonly identity: Identity
  /** Null for a counter-ion, and for a component without stereo that otherwise equals a record with stereo. */
  readonly record: CompiledSubstance | null
}

interface Known {
  readonly smiles: string
  readonly identity: Identity
  readonly record: CompiledSubstance | null
}

interface Drawing {
  readonly graph: DrawnGraph
  /** Null if it is not certain. */
  readonly stereo: SmilesStereo | null
}

const graph = new FastGraph()

/** Recorded substances and counter-ions as they are drawn, used to recognise a component drawn alike without RDKit. */
export class RecordedDrawings {
  readonly #ions: ReadonlyMap<string, readonly Known[]>
  /** By SMILES. Null for those that have several components or cannot be read with certainty. */
  readonly #drawn = new Map<string, Drawing | null>()

  constructor(private readonly law: LawIndex) {
    this.#ions = ionsOf(law)
  }

  /** The record drawn like this component, with the same stereo, or but for stereo if it has none; null if unsure. */
  find(molecule: Molecule, component: readonly number[], stereo: SmilesStereo): RecordMatch | null {
    const known = this.#withSkeleton(skeletonKey(molecule, component))
    const own = known.length === 0 ? null : stereoOfComponent(stereo, molecule, component)
    if (!own) return null
    const drawn = known.flatMap((k) => {
      const drawing = remembered(this.#drawn, k.smiles, () => readDrawing(k.smiles))
      return drawing ? [{ ...k, ...drawing }] : []
    })
    const found = drawnAs(molecule, component, own, drawn)
    if (found) return found
    const base = withoutProtons(molecule, component)
    if (!base) return null
    const protonated = drawnAs(base.molecule, component, own, drawn)
    if (protonated?.identity.protons !== 0) return null
    return { identity: withProtons(protonated.identity, base.protons), record: null }
  }

  #withSkeleton(skeleton: string): readonly Known[] {
    const records = (this.law.bySkeleton.get(skeleton) ?? []).flatMap(({ record, identity, otherwise }) =>
      otherwise ? [] : [{ smiles: record.smiles!, identity, record }],
    )
    return [...records, ...(this.#ions.get(skeleton) ?? [])]
  }
}

function readDrawing(smiles: string): Drawing | null {
  if (!readSmiles(smiles, graph) || graph.labelled) return null
  const molecule = SureGraph.withTautomerForm(graph, () => true)?.molecule
  if (molecule?.components.length !== 1) return null
  return { graph: drawnGraph(molecule, molecule.components[0]!), stereo: stereoOfSmiles(smiles) }
}

/** The drawing that a component equals, with the same stereo, or except for stereo if the component has none. */
function drawnAs(
  molecule: Molecule,
  component: readonly number[],
  own: SmilesStereo,
  drawings: readonly (Known & Drawing)[],
): RecordMatch | null {
  const graph = drawnGraph(molecule, component)
  const same = drawings.find(
    (k) => k.stereo && areDrawnAlike(graph, k.graph, (map) => hasSameStereo(own, k.stereo!, map)),
  )
  if (same) return same
  const alike = isFlat(own) && drawings.find((k) => areDrawnAlike(graph, k.graph))
  return alike ? { identity: withoutStereo(alike.identity), record: null } : null
}

/**
 * The base of which a component is a protonated form: a component whose only charges are those of amines with hydrogen,
 * which InChI describes as the base with protons added. Null for anything else.
 */
function withoutProtons(
  molecule: Molecule,
  component: readonly number[],
): { readonly molecule: Molecule; readonly protons: number } | null {
  const charged = component.filter((a) => molecule.atoms[a]!.charge !== 0)
  const isAmmonium = (a: number) => {
    const { z, charge, hydrogens } = molecule.atoms[a]!
    const isSingle = (b: number) => molecule.bonds[b]!.order === 1 || molecule.bonds[b]!.aromatic
    const isAmine = molecule.neighbours[a]!.every(
      ({ atom, bond }) =>
        molecule.bonds[bond]!.order === 1 &&
        molecule.atoms[atom]!.z === 6 &&
        molecule.neighbours[atom]!.every((n) => isSingle(n.bond)),
    )
    return z === 7 && charge === 1 && hydrogens > 0 && isAmine
  }
  if (charged.length === 0 || !charged.every(isAmmonium)) return null
  const protonated = new Set(charged)
  const atoms = molecule.atoms.map((atom, a) =>
    protonated.has(a) ? { ...atom, charge: 0, hydrogens: atom.hydrogens - 1 } : atom,
  )
  return { molecule: { ...molecule, atoms }, protons: charged.length }
}

function ionsOf(law: LawIndex): Map<string, Known[]> {
  const ions = new Map<string, Known[]>()
  for (const { skeleton, smiles, inchi } of law.edition.counterIons) {
    // Earlier editions have neither.
    if (smiles === undefined) continue
    append(ions, skeleton, { smiles, identity: readIdentity(inchi!)!, record: null })
  }
  return ions
}

function isFlat({ centres, bonds }: SmilesStereo): boolean {
  return centres.size === 0 && bonds.length === 0
}

function withProtons({ inchi }: Identity, protons: number): Identity {
  return readIdentity(inchi.replace(/(?=\/[btms])|$/, `/p+${protons}`))!
}

function withoutStereo({ inchi }: Identity): Identity {
  return readIdentity(inchi.replace(/\/[btms][^/]*/g, ''))!
}

/** Whether a text draws stereo that `stereoOfSmiles` does not read: a mol block may draw it by coordinates alone. */
export function isMolBlock(text: string): boolean {
  return text.includes('\n')
}
