import { cleavableBondsOf, type CleavableBond, type CleavableKind } from '../../chem/index.js'
import { manyCleavableBonds, mostCleavedAtOnce } from '../../limits.js'
import type { Cleavable, Subject } from '../subject.js'

/** A structure with some of its ester and ether bonds cleaved, read as the hydroxy compound it was made from. */
export interface CleavedForm {
  /** Same atom indices as the input. */
  readonly structure: Subject
  /** The atoms that remain of the component. */
  readonly component: readonly number[]
  readonly cleavedBonds: readonly CleavableKind[]
  /** True if a bond is an ester or ether only in a wider sense (acetal, glycoside, silyl ether, oxygen on nitrogen). */
  readonly unusual: boolean
}

export interface CleaveOptions {
  /** Heavy-atom counts that the remaining component may have; any if not given. */
  readonly sizes?: ReadonlySet<number>
  /** Called before the structure is built, with the atoms that would remain; if false, the form is skipped. */
  readonly accept?: (component: readonly number[], bonds: readonly CleavableBond[]) => boolean
  readonly most: number
}

/**
 * Every way of cleaving one to three bonds of a component, fewest first; the input itself is not among them. `cut`
 * means that some were not built: `most` was reached, or RDKit rejected one.
 */
export function cleavedForms(
  structure: Cleavable,
  component: readonly number[],
  { sizes, accept, most }: CleaveOptions,
): { forms: CleavedForm[]; cut: boolean } {
  const bonds = cleavableBondsOf(structure.molecule, component)
  const atOnce = Math.min(bonds.length, bonds.length > manyCleavableBonds ? 2 : mostCleavedAtOnce)
  const forms: CleavedForm[] = []
  const seen = new Set<string>()
  let cut = false
  for (let count = 1; count <= atOnce; count++) {
    choose(bonds, count, 0, [], component.length, (chosen, size) => {
      if (sizes && !sizes.has(size)) return
      const left = component.filter((a) => !chosen.some((bond) => bond.removed.has(a)))
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
        cleavedBonds: [...new Set(chosen.map((bond) => bond.word))].sort(),
        unusual: chosen.some((bond) => bond.unusual),
      })
    })
  }
  return { forms, cut }
}

/**
 * What cleaving gives in any of the forms of a structure; of forms that leave the same atoms the first counts.
 * @param forms the structure as drawn, and with its hydrogens in their usual places; null if that is the drawing
 */
export function formsCleaved(
  forms: readonly (Cleavable | null)[],
  cleave: (form: Cleavable) => { forms: CleavedForm[]; cut: boolean },
): { forms: CleavedForm[]; cut: boolean } {
  const made = forms.flatMap((form) => (form ? [cleave(form)] : []))
  const all = new Map<string, CleavedForm>()
  for (const form of made.flatMap((some) => some.forms))
    if (!all.has(form.component.join())) all.set(form.component.join(), form)
  return { forms: [...all.values()], cut: made.some(({ cut }) => cut) }
}

/** Sets of bonds in which no bond is removed by cleaving another, with the number of atoms they leave. */
function choose(
  bonds: readonly CleavableBond[],
  count: number,
  from: number,
  chosen: readonly CleavableBond[],
  size: number,
  use: (chosen: readonly CleavableBond[], size: number) => void,
): void {
  for (let i = from; i < bonds.length; i++) {
    const bond = bonds[i]!
    if (
      chosen.some(
        (other) =>
          (other.freed === bond.freed && bond.word !== 'carbamate') ||
          other.removed.has(bond.freed) ||
          bond.removed.has(other.freed),
      )
    )
      continue
    const together = [...chosen, bond]
    if (count === 1) use(together, size - bond.removed.size)
    else choose(bonds, count - 1, i + 1, together, size - bond.removed.size, use)
  }
}
