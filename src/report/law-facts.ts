import { ordinaryKinds, type Control } from '../law/index.js'
import { kindsIn, type LawIndex } from '../matching/index.js'

/** Laws whose records have no drugs, with the kinds asked for: nothing found there says nothing about drugs. */
export function withoutDrugs(
  { edition }: LawIndex,
  asked: readonly Control[] = ordinaryKinds,
): ReadonlyMap<string, readonly Control[]> {
  return new Map(
    edition.jurisdictions.flatMap((records) => {
      const { code } = records.jurisdiction
      const kinds = [...kindsIn(records)]
      const own = kinds.filter((kind) => asked.includes(kind))
      return kinds.includes('drug') || kinds.length === 0 ? [] : [[code, own.length > 0 ? own : kinds] as const]
    }),
  )
}

/** The English name of a recorded substance. */
export function englishName({ edition }: LawIndex, substance: string): string | null {
  return edition.substances.find(({ id }) => id === substance)?.name ?? null
}
