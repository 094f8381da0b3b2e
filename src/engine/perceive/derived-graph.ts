import { aromaticBond, double, single, type FastGraph } from '../fast-graph.js'
import { kernel } from '../kernel.js'

/** A bond that can be cleaved, by its ends. */
interface CleavableBond {
  readonly freed: number
  readonly other: number
}

/** What may differ between two drawings of one molecule. */
interface DrawnMolecule {
  readonly atoms: readonly { readonly hydrogens: number; readonly charge: number }[]
  readonly bonds: readonly { readonly order: number | 'other' }[]
}

/** A graph with bonds cleaved: both ends gain a hydrogen. Valid until graphs of another molecule are derived. */
export function cleavedGraph(graph: FastGraph, bonds: readonly CleavableBond[]): FastGraph | null {
  const isCut = (a: number, b: number) =>
    bonds.some((bond) => (bond.freed === a && bond.other === b) || (bond.freed === b && bond.other === a))
  return drawnAnew(graph, isCut, (left) => {
    for (const atom of bonds.flatMap((bond) => [bond.freed, bond.other])) left.hydrogens[atom]!++
  })
}

/** A graph, valid as long, of the drawing only: a hydroxy group on a double bond makes nothing uncertain. */
export function asDrawn(graph: FastGraph): FastGraph | null {
  return drawnAnew(graph)
}

/** A graph, valid as long, with hydrogens, charges and bond orders of another molecule of the same skeleton. */
export function withOrdersOf(graph: FastGraph, { atoms, bonds }: DrawnMolecule): FastGraph | null {
  return drawnAnew(
    graph,
    () => false,
    (left) => {
      for (const [a, { hydrogens, charge }] of atoms.entries()) {
        left.hydrogens[a] = hydrogens
        left.charge[a] = charge
      }
      for (const [b, { order }] of bonds.entries()) if (order !== 'other') left.order[b] = order
    },
  )
}

/** Bonds that are single or double in every Kekulé form of a molecule, and one such form. */
export interface KekuleForm {
  readonly graph: FastGraph
  /** Order of each bond: 1, 2 or 3. */
  readonly orders: readonly number[]
  /** Whether each bond has this order in every Kekulé form. */
  readonly fixed: readonly boolean[]
}

/** One Kekulé form of a molecule; its graph, valid as long, writes what is certainly aromatic so. Null if none. */
export function kekuleForm(graph: FastGraph): KekuleForm | null {
  const written = drawnAnew(graph, asWritten, writeAromatic)
  if (!written) return null
  const bonds = Array.from({ length: written.bonds }, (_, bond) => bond)
  const partner = Array.from({ length: written.atoms }, (_, a) => kernel.kekulePartner(a))
  const isDouble = bonds.map((b) => partner[written.from[b]!] === written.to[b])
  const isSingle = bonds.map((b) => written.order[b] === aromaticBond && kernel.isAlwaysSingle(written.at, b) === 1)
  // A double bond is fixed if all others of one of its atoms are single.
  const isFixed = (b: number) =>
    [written.from[b]!, written.to[b]!].some((a) =>
      bonds.every(
        (other) =>
          other === b ||
          (written.from[other] !== a && written.to[other] !== a) ||
          written.order[other] !== aromaticBond ||
          isSingle[other],
      ),
    )
  return {
    graph: written,
    orders: bonds.map((b) => (written.order[b] !== aromaticBond ? written.order[b]! : isDouble[b] ? double : single)),
    fixed: bonds.map((b) => written.order[b] !== aromaticBond || isSingle[b]! || (isDouble[b]! && isFixed(b))),
  }
}

/** Differences of another form with the same atoms and bonds. */
interface Redrawing {
  readonly atoms: ReadonlyMap<number, { readonly hydrogens: number; readonly charge: number }>
  readonly orders: ReadonlyMap<number, number>
}

/** A graph, valid as long, with hydrogens and double bonds moved; null without a certain Kekulé form. */
export function redrawnGraph({ graph, orders }: KekuleForm, { atoms, orders: changed }: Redrawing): FastGraph | null {
  const redrawn = drawnAnew(graph, asWritten, (left) => {
    for (let a = 0; a < left.atoms; a++) left.lower[a] = 0
    for (const [b, order] of orders.entries()) left.order[b] = changed.get(b) ?? order
    for (const [a, { hydrogens, charge }] of atoms) {
      left.hydrogens[a] = hydrogens
      left.charge[a] = charge
    }
  })
  return redrawn && drawnAnew(redrawn, asWritten, writeAromatic, kernel.perceiveDoubting)
}

function writeAromatic(written: FastGraph, graph: FastGraph): void {
  for (let b = 0; b < graph.bonds; b++) {
    if (graph.sureBond[b] === 0) continue
    written.order[b] = aromaticBond
    written.lower[graph.from[b]!] = 1
    written.lower[graph.to[b]!] = 1
  }
}

const asWritten = () => false

function drawnAnew(
  graph: FastGraph,
  isCut: (a: number, b: number) => boolean = asWritten,
  change: (left: FastGraph, graph: FastGraph) => void = () => {},
  perceive: (graph: number) => number = kernel.perceive,
): FastGraph | null {
  const left = graph.derived.empty(graph)
  if (!left) return null
  left.clear()
  for (let a = 0; a < graph.atoms; a++) {
    left.addAtom(graph.z[a]!, graph.charge[a]!, graph.lower[a]!)
    left.hydrogens[a] = graph.hydrogens[a]!
  }
  for (let b = 0; b < graph.bonds; b++) {
    const [from, to] = [graph.from[b]!, graph.to[b]!]
    if (!isCut(from, to)) left.join(from, to, graph.order[b]!)
  }
  change(left, graph)
  return perceive(left.at) === 1 ? left : null
}
