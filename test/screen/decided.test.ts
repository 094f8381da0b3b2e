import { expect, test } from 'vitest'
import { Arena, FastGraph, readSmiles } from '../../src/engine/index.js'
import type { Judgement, Verdict } from '../../src/matching/index.js'
import { conditionsOf } from '../../src/screen/conditions.js'
import { Description } from '../../src/screen/screen-tables.js'
import { Screen, type Screened } from '../../src/screen/index.js'
import { law } from '../support/law.js'
import { StoredSections } from '../support/stored-sections.js'

// How far the screen decides each structure by itself. The rows change with the law, and with how strict the screen is:
// a screen that refers more is only slower, so no comparison with the full path shows it.
const query = { asOf: '2026-09-01' }
const screen = new Screen(law, query)
const conditions = conditionsOf(law, [query])
const rules = [...new Set(conditions.flatMap(({ by }) => by ?? []))]
const description = new Description(conditions, [], new Arena())
const graph = new FastGraph()

// A heading is a SMILES: to try another, add it and run the test with UPDATE_ROWS=1.
const stored = new StoredSections(new URL('decided.txt', import.meta.url), '\t')
const size = 80
const chunks = Array.from({ length: Math.ceil(stored.headings.length / size) }, (_, i) =>
  stored.headings.slice(i * size, (i + 1) * size),
)

test.each(chunks.map((inputs) => [inputs[0]!, inputs] as const))('from %s on', (_, inputs) => {
  for (const [i, rows] of answersTo(inputs).entries()) stored.expectRows(inputs[i]!, rows)
})

test('an input is in the file once', () => expect(new Set(stored.headings).size).toBe(stored.headings.length))

/** All are read and judged before any is examined further, and then in the other order, so that graphs are used again. */
function answersTo(inputs: readonly string[]): string[][] {
  const readings = inputs.map((smiles) => {
    const reading = screen.read(smiles)
    return { smiles, reading, clears: reading.clears(), judged: judged(reading) }
  })
  const rows = readings.toReversed().map(({ smiles, reading, clears, judged: before }) => {
    const isRead = readSmiles(smiles, graph)
    const again = judged(reading)
    if (again.join() !== before.join())
      return [`judged otherwise the second time: ${before.join()} and ${again.join()}`]
    const met = isRead ? metByGraph() : []
    const fitting = rules.filter((rule) => reading.couldFit(rule)).map((rule) => rule.id)
    return [
      [
        clears ? 'cleared by conditions' : referral(reading),
        ...before,
        ...outcomes(reading),
        ...(reading.couldBeRecorded() ? [] : ['not recorded']),
        ...named('meets', met),
        ...named(
          'could not fit',
          met.filter((id) => !fitting.includes(id)),
        ),
        ...named(
          'could fit',
          fitting.filter((id) => !met.includes(id)),
        ),
        ...named(
          'could fit cleaved',
          rules.filter((rule) => reading.couldFitCleaved(rule)).map((rule) => rule.id),
        ),
      ].join(' · '),
    ]
  })
  return rows.toReversed()
}

/** What the words of some rules certainly make of the component of the first atom; nothing if it is not certain. */
function outcomes(reading: Screened): string[] {
  const found = rules
    .filter((_, i) => i % 12 === 0)
    .flatMap((rule) => {
      const outcome = reading.outcomeOf(rule, 0)
      const closest = reading.closestOf(rule)
      const near = closest?.outcome.fit === 'misses' ? ` ${closest.outcome.failure.why}` : ''
      return outcome
        ? [`${outcome.fit}${closest ? ` of ${closest.size}${near}` : ''}`]
        : closest
          ? [`closest ${near}`]
          : []
    })
  return found.length === 0 ? [] : [`outcomes ${summary(found)}`]
}

/** Equal texts together, with their number. */
function summary(texts: readonly string[]): string {
  return [...new Set(texts)].map((text) => `${texts.filter((t) => t === text).length} ${text}`).join(', ')
}

const listed = (ids: readonly string[]) => [...new Set(ids)].sort().join(' ')

const named = (word: string, ids: readonly string[]) =>
  ids.length === 0 ? [] : [`${word} ${ids.length === rules.length ? 'any rule' : listed(ids)}`]

function referral(reading: Screened): string {
  const found = reading.referral()
  return found === null ? 'cleared' : [found.why, found.by ?? []].flat().join(': ')
}

/** Rules and gaps whose conditions the drawing meets, before any rule is matched exactly. */
function metByGraph(): string[] {
  const met: string[] = []
  description.of(graph)
  description.sieve.first(graph, ({ of }) => {
    met.push(of)
    return false
  })
  return met
}

const letters: Record<Verdict, string> = { listed: 'L', class: 'C', undecided: '?', uncontrolled: '-' }

function judged(reading: Screened): string[] {
  const judgement: Judgement | null = reading.judged()
  if (!judgement) return []
  const verdicts = judgement.jurisdictions.map((j) => letters[j.verdict]).join('')
  return [`judged ${verdicts}`, ...(reading.names ? ['named'] : [])]
}
