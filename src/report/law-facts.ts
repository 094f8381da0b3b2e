import { ordinaryKinds, type Control } from '../law/index.js'
import type { LawIndex } from '../matching/index.js'

/**
 * Laws whose records have no drugs, with the kinds that they have and that are asked for: nothing found there says nothing
 * about drugs.
 */
export function withoutDrugs(
  { edition }: LawIndex,
  asked: readonly Control[] = ordinaryKinds,
): ReadonlyMap<string, readonly Control[]> {
  return new Map(
    edition.jurisdictions.flatMap(({ jurisdiction: { code }, lists, rules }) => {
      const kinds = [...new Set([...lists, ...rules].map(({ control }) => control))]
      const own = kinds.filter((kind) => asked.includes(kind))
      return kinds.includes('drug') || kinds.length === 0 ? [] : [[code, own.length > 0 ? own : kinds] as const]
    }),
  )
}

/**
 * The first day of unbroken listing up to that of an entry, over all lists of its kind that name the substance: null
 * where it is not known.
 */
export function listedSince(
  law: LawIndex,
  code: string,
  { substance, control, from }: { readonly substance: string; readonly control: Control; readonly from: string | null },
): string | null {
  const periods = (law.listings.get(code)?.get(substance) ?? [])
    .filter(({ list }) => list.control === control)
    .flatMap(({ entry }) => entry.periods)
  let since = from
  for (;;) {
    const earlier = periods.find(
      (p) => since !== null && p.until !== null && p.until >= since && (p.from ?? '') < since,
    )
    if (!earlier || since === null) return since
    since = earlier.from
  }
}

/** The English name of a recorded substance. */
export function englishName({ edition }: LawIndex, substance: string): string | null {
  return edition.substances.find(({ id }) => id === substance)?.name ?? null
}
