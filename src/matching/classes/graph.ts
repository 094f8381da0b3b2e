import type { Molecule } from '../../chem/index.js'
import type { Rule } from '../../law/index.js'
import { rulePlanOf, type Terms } from '../../rules/index.js'
import type { Graph } from '../subject.js'
import type { RingSystem } from './substituent.js'

/** The ring system of an atom inside a substituent: rings that share an atom with one another, however fused. */
export function ringSystem(molecule: Molecule, atom: number, inside: ReadonlySet<number>): RingSystem {
  const rest = molecule.rings.filter((ring) => ring.every((a) => inside.has(a)))
  const atoms = new Set<number>()
  const rings: (readonly number[])[] = []
  let frontier = rest.filter((ring) => ring.includes(atom))
  while (frontier.length > 0) {
    for (const ring of frontier) {
      rings.push(ring)
      for (const a of ring) atoms.add(a)
    }
    frontier = rest.filter((ring) => !rings.includes(ring) && ring.some((a) => atoms.has(a)))
  }
  return { atoms, rings }
}

/** The rings that a group closes together with atoms outside it, and the atoms of the group in them. */
export function closedRings(molecule: Molecule, inside: ReadonlySet<number>): RingSystem {
  const rings = molecule.rings.filter((ring) => ring.some((a) => inside.has(a)) && ring.some((a) => !inside.has(a)))
  return { atoms: new Set(rings.flat().filter((a) => inside.has(a))), rings }
}

export type ScaffoldPlace = NonNullable<ReturnType<typeof scaffoldPlaceIn>>

/**
 * The first embedding of the first scaffold of a rule that the structure contains, of how many: its atoms, and those of
 * each site (input indices). Null if it contains none.
 */
export function scaffoldPlaceIn(graph: Graph, rule: Rule, shared: Terms) {
  for (const scaffold of rulePlanOf(rule, shared).scaffolds) {
    const { embeddings } = graph.match(scaffold.smarts)
    const [embedding] = embeddings
    if (!embedding) continue
    const sites = [...scaffold.drawn().anchors].map(([{ id }, at]) => ({ id, atoms: at.map((i) => embedding[i]!) }))
    return {
      scaffold: scaffold.id,
      ways: embeddings.length,
      atoms: embedding,
      sites: sites.filter(({ atoms }) => atoms.length > 0),
    }
  }
  return null
}
