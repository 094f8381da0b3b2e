import { ordinaryKinds, type Control } from '../law/index.js'
import { kindsIn, nothingFound, type JurisdictionResult, type LawIndex, type Query } from '../matching/index.js'
import type { CaveatsByJurisdiction } from './html/result-rows.js'

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

/** The day to which each law is reviewed. */
export function reviewedTo({ edition }: LawIndex): ReadonlyMap<string, string> {
  return new Map(edition.jurisdictions.map(({ jurisdiction: j }) => [j.code, j.verified_through]))
}

/** Laws that found nothing: those with drugs by the day of their review, and the others by what they hold. */
export function withoutFindings(results: readonly JurisdictionResult[], law: LawIndex, kinds?: readonly Control[]) {
  const [reviewed, narrow] = [reviewedTo(law), withoutDrugs(law, kinds)]
  const codes = results.filter((j) => j.findings.length === 0).map((j) => j.code)
  return {
    plain: codes.filter((code) => !narrow.has(code)).map((code) => [code, reviewed.get(code)!] as const),
    apart: codes.flatMap((code) => (narrow.has(code) ? [[code, narrow.get(code)!] as const] : [])),
  }
}

/** The English name of a recorded substance. */
export function englishName({ edition }: LawIndex, substance: string): string | null {
  return edition.substances.find(({ id }) => id === substance)?.name ?? null
}

/** What a page says of each law for every structure. */
export function lawCaveats(law: LawIndex, query: Query): CaveatsByJurisdiction {
  const wanted = new Map(law.edition.jurisdictions.map(({ jurisdiction: j }) => [j.code, j.wanted]))
  return nothingFound(law, query).jurisdictions.map(({ code, caveats }) => ({
    code,
    caveats,
    wanted: wanted.get(code),
  }))
}
