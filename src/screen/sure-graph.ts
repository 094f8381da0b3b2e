import {
  hasProtonInRing,
  heteroShifts,
  inOrder,
  neutralCharges,
  shiftsOf,
  surelyUsualForms,
  withShifts,
  type Atom,
  type Bond,
  type Identity,
  type CleavableBond,
  type Matches,
  type Molecule,
  type Shift,
} from '../chem/index.js'
import { mostEmbeddings } from '../limits.js'
import type { Cleavable, Graph, Subject } from '../matching/index.js'
import {
  aromaticBond,
  maxNeighbours,
  type FastGraph,
  patternOf,
  fragmentsOf,
  matchesOfAll,
  matchMask,
  NotSure,
  sureMask,
  smallestRings,
  asDrawn,
  kekuleForm,
  redrawnGraph,
  cleavedGraph,
  withOrdersOf,
} from '../engine/index.js'

/** Thrown often; its stack is never read. */
const notSure = new NotSure()
const refuse = (): never => {
  throw notSure
}
const noMatches: Matches = { embeddings: [], cut: false }

/** The identity of a component that certainly is a recorded substance; null if RDKit must decide. */
export type IdentityOf = (molecule: Molecule, component: readonly number[]) => Identity | null
export const noIdentity: IdentityOf = () => null

/** The molecule of a fast graph for the rule engine: certainly as RDKit answers. Valid until the graph is refilled. */
export class SureGraph implements Subject {
  readonly tautomerForm: Cleavable | null
  /** Empty unless set: only for a molecule that may have another usual form; see `engine/perceive/unusual`. */
  usual: readonly (readonly Subject[])[] = []
  /** What may be a hydrate is left to RDKit; see `mayLoseWater`. */
  readonly anhydrous = null
  // Declared from the start: V8 would otherwise change the shape of the object later.
  readonly cached: NonNullable<Graph['cached']> = {}
  readonly #identityOf: IdentityOf
  readonly #matches = new Map<string, Matches>()

  private constructor(
    readonly graph: FastGraph,
    readonly molecule: Molecule,
    readonly hasNeeded: (smarts: string) => boolean,
    form: Cleavable | null,
    readonly tautomerFormOnHetero: Cleavable | null,
    identityOf: IdentityOf = noIdentity,
  ) {
    this.#identityOf = identityOf
    this.tautomerForm = form
  }

  /**
   * A molecule with imidic acids or enols, which are also read as amides and ketones; null if an atom, bond or ring is
   * not certain in one of the forms.
   * @param hasNeeded false for patterns that certainly have no match in the molecule as drawn
   */
  static withTautomerForm(
    graph: FastGraph,
    hasNeeded: (smarts: string) => boolean,
    identityOf: IdentityOf = noIdentity,
  ): SureGraph | null {
    const plain = SureGraph.of(graph, hasNeeded, identityOf)
    if (plain || graph.loose) return plain
    const drawn = asDrawn(graph)
    return drawn && SureGraph.ofDrawing(drawn, hasNeeded, identityOf)
  }

  /** The molecule of a graph in which hydroxy groups on double bonds make nothing uncertain; null if RDKit must read it. */
  static ofDrawing(drawn: FastGraph, hasNeeded: (smarts: string) => boolean, identityOf: IdentityOf): SureGraph | null {
    const sure = SureGraph.of(drawn, hasNeeded, identityOf)
    if (!sure) return null
    const { molecule } = sure
    const shifts = shiftsOf(molecule, neutralCharges(molecule))
    if (shifts.length === 0) return sure
    // Which double bond an aromatic ring loses when it takes a hydrogen is left to RDKit.
    if (shifts.some(({ to }) => molecule.atoms[to]!.aromatic)) return null
    const own = heteroShifts(molecule, shifts)
    const form = shiftedGraph(drawn, molecule, shifts)
    const tautomerFormOnHetero =
      own.length === 0 ? null : own.length === shifts.length ? form : shiftedGraph(drawn, molecule, own)
    if (!form || (own.length > 0 && !tautomerFormOnHetero)) return null
    return new SureGraph(drawn, molecule, hasNeeded, form, tautomerFormOnHetero, identityOf)
  }

  /** Null if anything is not certain. */
  static shifted(graph: FastGraph, molecule: Molecule): SureGraph | null {
    const shifted = withOrdersOf(graph, molecule)
    const rings = shifted && certainRings(shifted)
    return rings && new SureGraph(shifted, molecule, () => true, null, null)
  }

  /** Null if an atom, bond or ring is not certain. @param hasNeeded false for patterns that certainly have no match */
  static of(
    graph: FastGraph,
    hasNeeded: (smarts: string) => boolean = () => true,
    identityOf: IdentityOf = noIdentity,
  ): SureGraph | null {
    const rings = certainRings(graph)
    return rings && new SureGraph(graph, moleculeOf(graph, rings), hasNeeded, null, null, identityOf)
  }

  /** @throws {NotSure} */
  match(smarts: string): Matches {
    const known = this.#matches.get(smarts)
    if (known) return known
    const found = this.hasNeeded(smarts) ? this.#find(smarts) : noMatches
    this.#matches.set(smarts, found)
    return found
  }

  #find(smarts: string): Matches {
    const fragments = fragmentsOf(smarts)
    const embeddings = fragments && matchesOfAll(this.graph, fragments, mostEmbeddings)
    if (!embeddings) throw notSure
    return embeddings.length === 0 ? noMatches : { embeddings: inOrder(embeddings), cut: false }
  }

  /** Null for patterns of several atoms. @throws {NotSure} */
  firstAtoms(smarts: string): Int32Array | null {
    const pattern = patternOf(smarts)
    if (!pattern) throw notSure
    if (pattern.atoms.length > 1) return null
    const words = (this.graph.atoms + 31) >>> 5
    const mask = matchMask(this.graph, pattern).slice(0, words)
    const sure = sureMask(this.graph, pattern)
    for (let word = 0; word < words; word++) if (mask[word] !== sure[word]) throw notSure
    return mask
  }

  /** The InChI of unrecorded components, and molecules with changed bonds, are left to RDKit. @throws {NotSure} */
  identity(component: readonly number[]): Identity | null {
    const identity = this.#identityOf(this.molecule, component)
    if (!identity) throw notSure
    return identity
  }

  // The InChI of another form, and other drawings of records, are left to RDKit.
  neutralIdentity = refuse
  mobileIdentity = refuse
  tautomerOf = refuse
  redrawnAs = refuse

  /** @throws {NotSure} */
  cleaved(bonds: readonly Pick<CleavableBond, 'freed' | 'other'>[]): Subject {
    const graph = cleavedGraph(this.graph, bonds)
    // Cleaving an imidate leaves an imidic acid, which the rule engine also reads as an amide.
    const sure = graph && SureGraph.ofDrawing(graph, () => true, this.#identityOf)
    if (!sure) throw notSure
    return sure
  }
}

/** The usual forms of a molecule, one list per variant, valid as long as what is derived from it; null if unsure. */
export function usualGraphs(graph: FastGraph): FastGraph[][] | null {
  const written = kekuleForm(graph)
  const rings = written && certainRings(written.graph)
  if (!rings) return null
  const drawn = moleculeOf(written.graph, rings)
  const molecule = { ...drawn, bonds: drawn.bonds.map((bond, b) => ({ ...bond, order: orderOf(written.orders[b]!) })) }
  // Its neutral form may have another aromatic ring.
  if (hasProtonInRing(molecule)) return null
  const forms = surelyUsualForms(molecule, neutralCharges(molecule), written.fixed)
  const variants = forms?.map((variant) => variant.map((form) => redrawnGraph(written, form))) ?? [[null]]
  const isCertain = (variant: readonly (FastGraph | null)[]): variant is FastGraph[] => !variant.includes(null)
  return variants.every(isCertain) ? variants : null
}

function shiftedGraph(graph: FastGraph, molecule: Molecule, shifts: readonly Shift[]): SureGraph | null {
  return SureGraph.shifted(graph, withShifts(molecule, shifts))
}

/** The rings of a graph if all of them are certain; otherwise null. */
function certainRings(graph: FastGraph): readonly (readonly number[])[] | null {
  if (graph.unclear > 0) return null
  for (let a = 0; a < graph.atoms; a++) if (graph.unsure[a] === 1) return null
  if (!graph.bondsAreSure) return null
  for (let b = 0; b < graph.bonds; b++) if (graph.order[b] === aromaticBond && graph.sureBond[b] === 0) return null
  return smallestRings(graph)
}

function moleculeOf(graph: FastGraph, rings: readonly (readonly number[])[]): Molecule {
  const atoms: Atom[] = []
  const neighbours: { atom: number; bond: number }[][] = []
  const bonds: Bond[] = []
  const components: number[][] = []
  for (let c = 0; c < graph.components; c++) components.push([])
  for (let a = 0; a < graph.atoms; a++) {
    atoms.push({
      z: graph.z[a]!,
      charge: graph.charge[a]!,
      hydrogens: graph.hydrogens[a]!,
      isotope: 0,
      radicals: 0,
      aromatic: graph.aromatic[a] === 1,
    })
    const around: { atom: number; bond: number }[] = []
    for (let k = a * maxNeighbours, end = k + graph.degree[a]!; k < end; k++)
      around.push({ atom: graph.neighbour[k]!, bond: graph.via[k]! })
    neighbours.push(around)
    components[graph.component[a]!]!.push(a)
  }
  for (let b = 0; b < graph.bonds; b++)
    bonds.push({
      a: graph.from[b]!,
      b: graph.to[b]!,
      order: orderOf(graph.order[b]!),
      aromatic: graph.sureBond[b] === 1,
    })
  return { atoms, bonds, neighbours, folded: none, deuterated: none, rings, components, open: false }
}

const none: ReadonlySet<number> = new Set()

/** Which aromatic bonds are drawn double has no meaning; callers that read the order also read `aromatic`. */
function orderOf(order: number): 1 | 2 | 3 | 'other' {
  return order === 1 || order === 2 || order === 3 ? order : 'other'
}
