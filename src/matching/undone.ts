import { linksOf, type Link, type LinkWord, type Structure } from '../chem/index.js'

/** A structure with some of its ester and ether bonds undone, read as the hydroxy compound it was made from. */
export interface Undone {
  /** Same atom indices as the input. */
  readonly structure: Structure
  /** The atoms that remain of the component. */
  readonly component: readonly number[]
  readonly links: readonly LinkWord[]
  /** True where a link is an ester or ether only with reserve (acetal, glycoside, silyl ether, oxygen on nitrogen). */
  readonly unusual: boolean
}

export interface UndoneOptions {
  /** Called before the structure is built, with the atoms that would remain; false leaves the form out. */
  readonly accept: (component: readonly number[], links: readonly Link[]) => boolean
  /** Forms that are built at most. */
  readonly most: number
}

/** Links undone at once: no listed substance has more hydroxy groups that chemistry esterifies together. */
export const linksAtOnce = 3
/** With more links than this only one or two are undone at once: what is left is large, and its parents are small. */
const manyLinks = 16

/**
 * Every way of undoing one to three links of a component, fewest first; the input itself is not
 * among them. `cut` says that `most` was reached.
 */
export function undoneForms(structure: Structure, component: readonly number[], { accept, most }: UndoneOptions): { forms: Undone[]; cut: boolean } {
  const links = linksOf(structure.molecule, component)
  const atOnce = links.length > manyLinks ? 2 : linksAtOnce
  const forms: Undone[] = []
  const seen = new Set<string>()
  for (let count = 1; count <= Math.min(atOnce, links.length); count++) {
    for (const chosen of choices(links, count)) {
      const left = component.filter((a) => !chosen.some((l) => l.removed.has(a)))
      if (seen.has(left.join()) || !accept(left, chosen)) continue
      if (forms.length >= most) return { forms, cut: true }
      seen.add(left.join())
      forms.push({ structure: structure.undone(chosen), component: left, links: [...new Set(chosen.map((l) => l.word))], unusual: chosen.some((l) => l.unusual) })
    }
  }
  return { forms, cut: false }
}

/** Sets of links of which none is cut away by another. */
function* choices(links: readonly Link[], count: number, from = 0, chosen: readonly Link[] = []): Generator<readonly Link[]> {
  if (chosen.length === count) {
    yield chosen
    return
  }
  for (let i = from; i < links.length; i++) {
    const link = links[i]!
    if (chosen.some((other) => other.removed.has(link.oxygen) || link.removed.has(other.oxygen) || other.oxygen === link.oxygen)) continue
    yield* choices(links, count, i + 1, [...chosen, link])
  }
}
