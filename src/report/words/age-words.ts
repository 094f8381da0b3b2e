import type { Control } from '../../law/index.js'
import type { Caveat } from '../../matching/index.js'
import { kindNames } from './finding-words.js'

export function caveatWords(caveat: Caveat): string {
  switch (caveat.kind) {
    case 'after verified':
      return `law reviewed up to ${caveat.verifiedThrough}; later amendments are not included`
    case 'long after verified':
      return `more than a year has passed since the law was reviewed (${caveat.verifiedThrough})`
    case 'after today':
      return 'the day asked is in the future; the law may change before then'
    case 'before records':
      return `records begin on ${caveat.recordsFrom}; earlier control is not included`
    case 'gap':
      return `Known gap: ${caveat.reads} (${caveat.cite})`
  }
}

export const ageWords = {
  reviewed: (day: string) => `law reviewed to ${day}`,
  /** @param narrow laws that could not have found a drug, with what they hold */
  nothingIn: (
    codes: readonly (readonly [code: string, reviewed: string])[],
    narrow: readonly (readonly [code: string, kinds: readonly Control[]])[],
    hasAges: boolean,
  ) => {
    const of = narrow.map(([code, kinds]) => `${code} (${kinds.map((kind) => kindNames[kind]).join(', ')} only)`)
    const plain = codes.map(([code]) => code)
    return !hasAges || plain.length === 0
      ? `Nothing found: ${[...plain, ...of].join(', ')}`
      : `Nothing found; law reviewed to: ${[agesOf(codes), ...of].join(', ')}`
  },
  /** On one line: only laws reviewed more than a year before the day asked are named. */
  allReviewed: (laws: readonly (readonly [code: string, reviewed: string])[], isOld: (reviewed: string) => boolean) => {
    const recent = laws.flatMap(([, day]) => (isOld(day) ? [] : [day])).sort()
    const old = laws
      .filter(([, day]) => isOld(day))
      .map(([code, day], i) => `${code}${i === 0 ? ' only' : ''} to ${day}`)
    return [
      ...(recent.length > 0 ? [`Law reviewed to ${recent[0]}${recent.length > 1 ? ' or later' : ''}`] : []),
      ...(old.length > 0 ? [`${recent.length > 0 ? '' : 'Law reviewed: '}${old.join(', ')}`] : []),
    ].join('; ')
  },
  begin: (codes: readonly (readonly [code: string, from: string])[]) =>
    `Records begin on ${codes.map(([code, from]) => `${from} (${code})`).join(', ')}; earlier control is not included`,
  future: (day: string) => `${day} is in the future; the law may change before then`,
  /** @param maxAge days, if it is not a year */
  stale: (codes: readonly (readonly [code: string, reviewed: string])[], day: string, maxAge?: number) =>
    `law reviewed more than ${maxAge === undefined ? 'a year' : `${maxAge} days`} before ${day}: ` +
    `${codes.map(([code, reviewed]) => `${code} (${reviewed})`).join(', ')}; later amendments are not ` +
    'included',
} as const

/** Of many laws, names those reviewed longest ago: where the answer is old. "law list" shows all days. */
function agesOf(codes: readonly (readonly [code: string, reviewed: string])[]): string {
  const each = (shown: typeof codes) => shown.map(([code, day]) => `${code} ${day}`).join(', ')
  if (codes.length <= 6) return each(codes)
  const oldest = [...codes].sort(([, a], [, b]) => (a < b ? -1 : Number(a > b)))
  return `${each(oldest.slice(0, 3))}, the others ${oldest[3]![1]} or later`
}

/** How many gaps are known, and where to read them; null if none. One that may affect a structure is a finding. */
export function gapCountWords(caveats: readonly Caveat[]): string | null {
  const { length } = caveats.filter((c) => c.kind === 'gap')
  return length === 0 ? null : `${length} known ${length === 1 ? 'gap' : 'gaps'} in these records: coverage law gaps`
}

/** The caveats of a jurisdiction in short. */
export function caveatSummary(caveats: readonly Caveat[]): string[] {
  const gaps = gapCountWords(caveats)
  return [...caveats.filter((c) => c.kind !== 'gap').map(caveatWords), ...(gaps === null ? [] : [gaps])]
}
