import type { Evidence } from '../schema/evidence.js'
import type { RecordedReading } from '../schema/recorded-reading.js'
import type { Rule } from '../schema/rule.js'
import { specialClauses } from '../schema/special-clauses.js'

/** Questions of rules that evidence answers, as readings of one substance each: the first statement that decides. */
export function readingsOfFacts(rules: readonly Rule[], evidence: readonly Evidence[]): RecordedReading[] {
  return evidence.flatMap(({ id, reads, statements }) => {
    const places = rules.flatMap((rule) => placesAsking(rule, id))
    const deciding = statements.filter(({ decides }) => decides !== 'supports')
    const first = deciding.filter((s, i) => deciding.findIndex(({ substance }) => substance === s.substance) === i)
    if (places.length === 0) return []
    return first.map(
      (s): RecordedReading => ({
        id: `${id}-${s.substance}`,
        kind: 'fact',
        fact: id,
        answers: places,
        covers: s.decides === 'yes',
        reads: `${reads}: ${s.says}${s.value === undefined ? '' : ` (${s.value})`}.`,
        subject: { substances: [s.substance] },
        basis: s.reference,
        cite: s.reference,
        ...(/^https?:/.test(s.source) ? { url: s.source } : {}),
        seen: 'part',
      }),
    )
  })
}

function placesAsking({ id, readings, open_words: words }: Rule, fact: string): string[] {
  const asking = readings.filter((reading) => reading.fact === fact).map((reading) => `${id}/${reading.id}`)
  return words?.fact === fact ? [...asking, `${id}/${specialClauses.openWords.replace(' ', '-')}`] : asking
}
