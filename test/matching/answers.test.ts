import { expect, test } from 'vitest'
import {
  judge,
  strength,
  type Doubt,
  type Finding,
  type JurisdictionResult,
  type NearMiss,
  type Verdict,
} from '../../src/matching/index.js'
import { caveat, finding, nearMiss, setAside } from '../../src/matching/schema.js'
import { atomRuns } from '../support/atom-runs.js'
import { law, reader } from '../support/law.js'
import { StoredSections } from '../support/stored-sections.js'

// Everything in an answer but its words and citations. A heading is a day and a structure: to try another, add it and
// run the test with UPDATE_ROWS=1. Caveats are given where they differ from those of water on that day.
const stored = new StoredSections(new URL('answers.txt', import.meta.url))
const water = 'O'
const caveatsOfWater = new Map<string, readonly string[]>()

test.each(stored.headings)('%s', (heading) => {
  const [asOf, ...text] = heading.split(' ')
  const smiles = text.join(' ')
  const answers = judgementOf(smiles, asOf!)
  for (const j of answers.jurisdictions)
    for (const [schema, given] of [
      [finding, j.findings],
      [caveat, j.caveats],
      [nearMiss, j.nearMisses],
      [setAside, j.setAside],
    ] as const)
      expect(schema.array().safeParse(given).error).toBeUndefined()
  const usual = smiles === water ? [] : usualCaveats(asOf!)
  stored.expectRows(
    heading,
    [
      `${answers.verdict}: ${strength.flatMap((verdict) => codesWith(verdict, answers.jurisdictions)).join('; ')}`,
      ...answers.jurisdictions
        .filter(({ findings }) => findings.length > 0)
        .map(({ code, findings }) => `${code} ${findings.map(findingText).join(' · ')}`),
      [
        ...together('set aside', answers.jurisdictions.flatMap(setAsideTexts)),
        ...together(
          'near misses',
          answers.jurisdictions.flatMap((j) => j.nearMisses.map((near) => `${j.code} ${nearText(near)}`)),
        ),
        ...together(
          'caveats',
          caveatTexts(answers.jurisdictions).filter((row) => !usual.includes(row)),
        ),
      ].join(' · '),
    ].filter((row) => row !== ''),
  )
})

test('the caveats of water are in the file, for each day', () => {
  for (const heading of stored.headings) expect(stored.headings).toContain(`${heading.slice(0, 10)} ${water}`)
})

/** What is said of several laws, on one line. */
const together = (what: string, texts: readonly string[]) =>
  texts.length === 0 ? [] : [`${what}: ${texts.join('; ')}`]

const judgementOf = (smiles: string, asOf: string) => reader.read(smiles, (s) => judge(s, law, { asOf }))

function usualCaveats(asOf: string): readonly string[] {
  const found = caveatsOfWater.get(asOf) ?? caveatTexts(judgementOf(water, asOf).jurisdictions)
  caveatsOfWater.set(asOf, found)
  return found
}

const caveatTexts = (jurisdictions: readonly JurisdictionResult[]) =>
  jurisdictions.map(({ code, caveats }) => {
    const kinds = [...new Set(caveats.map((c) => c.kind))]
    const texts = kinds.map((kind) => {
      const n = caveats.filter((c) => c.kind === kind).length
      return n === 1 ? kind : `${n} ${kind}`
    })
    return `${code} ${texts.join(', ') || 'none'}`
  })

const codesWith = (verdict: Verdict, jurisdictions: readonly JurisdictionResult[]) => {
  const codes = jurisdictions.filter((j) => j.verdict === verdict).map((j) => j.code)
  return codes.length === 0 || verdict === 'uncontrolled' ? [] : [`${verdict} ${codes.join(' ')}`]
}

test('a heading is in the file once', () => expect(new Set(stored.headings).size).toBe(stored.headings.length))

function findingText(finding: Finding): string {
  if (finding.kind === 'open structure') return `open structure: ${finding.why}`
  if (finding.kind === 'gap') return `gap ${finding.gap}`
  const { kind, counts, status, from, until, via, unconfirmed, doubts, control } = finding
  const what =
    finding.kind === 'listed'
      ? `${finding.list} ${finding.substance}${finding.scope ? ` by ${finding.scope.words.join(', ') || 'its words'}` : ''}${finding.readings.map((r) => `, reading ${r}`).join('')}`
      : `${finding.ruleId} ${clauseText(finding)}${finding.readings.map((r) => `, reading ${r.id}: ${r.choice}`).join('')}${finding.assumed ? ', assumed' : ''}`
  return [
    `${kind} ${what}`,
    ...(counts === kind ? [] : [counts ?? 'does not count']),
    ...(control === 'drug' ? [] : [`as ${control}`]),
    ...(status === 'in force' ? [] : [status]),
    `${from} to ${until ?? '...'}`,
    ...(via.length > 0 ? [`via ${via.join()}`] : []),
    ...(unconfirmed.length > 0 ? [`unconfirmed ${unconfirmed.join()}`] : []),
    ...doubts.map(doubtText),
  ].join(', ')
}

const clauseText = ({ clauses }: { readonly clauses: readonly { id: string; atoms: readonly number[] }[] }) =>
  clauses.map((c) => `${c.id}[${atomRuns(c.atoms)}]`).join(' ')

/** A doubt without its words. */
function doubtText(doubt: Doubt): string {
  const { kind, ...facts } = doubt
  const own = Object.entries(facts).filter(([name]) => !['question', 'basis', 'reads'].includes(name))
  return `doubt ${kind}${own.map(([name, value]) => ` ${name} ${value}`).join('')}`
}

const setAsideTexts = ({ code, setAside }: JurisdictionResult) =>
  setAside.map((rule) => `${code} ${rule.ruleId} ${clauseText(rule)}`)

const nearText = ({ ruleId, failure, accounted }: NearMiss) => `${ruleId}: ${failure.why}, ${accounted} accounted`
