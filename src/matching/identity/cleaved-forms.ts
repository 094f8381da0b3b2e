import { linksOf, type Link, type LinkWord } from '../../chem/index.js'
import { manyLinks, mostLinksAtOnce } from '../../limits.js'
import type { Subject } from '../classes/graph.js'

/** A structure with some of its ester and ether bonds cleaved, read as the hydroxy compound it was made from. */
export interface CleavedForm {
  /** Same atom indices as the input. */
  readonly structure: Subject
  /** The atoms that remain of the component. */
  readonly component: readonly number[]
  readonly links: readonly LinkWord[]
  /** True if a link is an ester or ether only in a wider sense (acetal, glycoside, silyl ether, oxygen on nitrogen). */
  readonly unusual: boolean
}

export interface CleaveOptions {
  /** Heavy-atom counts that the remaining component may have; any if not given. */
  readonly sizes?: ReadonlySet<number>
  /** Called before the structure is built, with the atoms that would remain; if false, the form is skipped. */
  readonly accept?: (component: readonly number[], links: readonly Link[]) => boolean
  /** Maximum number of forms built. */
  readonly most: number
}

/**
 * Every way of cleaving one to three links of a component, fewest first; the input itself is not among them. `cut`
 * means that some were not built: `most` was reached, or RDKit rejected one.
 */
export function cleavedForms(
  structure: Subject,
  component: readonly number[],
  { sizes, accept, most }: CleaveOptions,
): { forms: CleavedForm[]; cut: boolean } {
  const links = linksOf(structure.molecule, component)
  const atOnce = Math.min(links.length, links.length > manyLinks ? 2 : mostLinksAtOnce)
  const forms: CleavedForm[] = []
  const seen = new Set<string>()
  let cut = false
  for (let count = 1; count <= atOnce; count++) {
    choose(links, count, 0, [], component.length, (chosen, size) => {
      if (sizes && !sizes.has(size)) return
      const left = component.filter((a) => !chosen.some((l) => l.removed.has(a)))
      if (seen.has(left.join()) || (accept && !accept(left, chosen))) return
      if (forms.length >= most) {
        cut = true
        return
      }
      seen.add(left.join())
      const made = structure.cleaved(chosen)
      if (!made) {
        cut = true
        return
      }
      forms.push({
        structure: made,
        component: left,
        // The same for every drawing.
        links: [...new Set(chosen.map((l) => l.word))].sort(),
        unusual: chosen.some((l) => l.unusual),
      })
    })
  }
  return { forms, cut }
}

/** Sets of links in which no link is removed by cleaving another, with the number of atoms they leave. */
function choose(
  links: readonly Link[],
  count: number,
  from: number,
  chosen: readonly Link[],
  size: number,
  use: (chosen: readonly Link[], size: number) => void,
): void {
  for (let i = from; i < links.length; i++) {
    const link = links[i]!
    if (
      chosen.some(
        (other) => other.oxygen === link.oxygen || other.removed.has(link.oxygen) || link.removed.has(other.oxygen),
      )
    )
      continue
    const together = [...chosen, link]
    if (count === 1) use(together, size - link.removed.size)
    else choose(links, count - 1, i + 1, together, size - link.removed.size, use)
  }
}
