import { expect, test } from 'vitest'
import { judge, type Doubt, type Finding, type JurisdictionResult, type NearMiss } from '../../src/matching/index.js'
import { law, reader } from '../support/law.js'
import { StoredSections } from '../support/stored-sections.js'

// Everything in an answer but its words and citations. A heading is a day and a structure: to try another, add it and
// run the test with UPDATE_ROWS=1.
const stored = new StoredSections(new URL('answers.txt', import.meta.url))

test.each(stored.headings)('%s', (heading) => {
  const [asOf, ...text] = heading.split(' ')
  const answers = reader.read(text.join(' '), (s) => judge(s, law, { asOf: asOf! }))
  stored.expectRows(heading, [
    answers.verdict,
    ...answers.jurisdictions.flatMap((j) => [
      ...(j.verdict === 'uncontrolled' && j.findings.length === 0 ? [] : [`${j.code} ${j.verdict}`]),
      ...j.findings.map((finding) => `${j.code} ${findingText(finding)}`),
      ...setAsideRows(j),
      ...(j.nearMisses.length === 0 ? [] : [`${j.code} near misses: ${j.nearMisses.map(nearText).join('; ')}`]),
      ...(j.caveats.length === 0 ? [] : [`${j.code} caveats: ${j.caveats.map((c) => c.kind).join()}`]),
    ]),
  ])
})

test('a heading is in the file once', () => expect(new Set(stored.headings).size).toBe(stored.headings.length))

function findingText(finding: Finding): string {
  if (finding.kind === 'open structure') return `open structure: ${finding.why}`
  if (finding.kind === 'gap') return `gap ${finding.gap}`
  const { kind, counts, status, from, until, via, unconfirmed, doubts, control } = finding
  const what =
    finding.kind === 'listed'
      ? `${finding.list} ${finding.substance}${finding.scope ? ` by ${finding.scope.words.join(', ') || 'its words'}` : ''}${finding.readings.map((r) => `, reading ${r}`).join('')}`
      : `${finding.ruleId}${finding.clauses.map((c) => ` ${c.id}[${c.atoms.join()}]`).join('')}${finding.readings.map((r) => `, reading ${r.id}: ${r.choice}`).join('')}${finding.assumed ? ', assumed' : ''}`
  return [
    `${kind} ${what}: ${counts ?? 'does not count'} as ${control}, ${status}, ${from} to ${until ?? '...'}`,
    ...(via.length > 0 ? [`via ${via.join()}`] : []),
    ...(unconfirmed.length > 0 ? [`unconfirmed ${unconfirmed.join()}`] : []),
    ...doubts.map(doubtText),
  ].join(', ')
}

/** A doubt without its words. */
function doubtText(doubt: Doubt): string {
  const { kind, ...facts } = doubt
  const own = Object.entries(facts).filter(([name]) => !['question', 'basis', 'reads'].includes(name))
  return `doubt ${kind}${own.map(([name, value]) => ` ${name} ${value}`).join('')}`
}

const setAsideRows = ({ code, setAside }: JurisdictionResult) =>
  setAside.map(
    ({ ruleId, clauses }) =>
      `${code} set aside ${ruleId} ${clauses.map((c) => `${c.id}[${c.atoms.join()}]`).join(' ')}`,
  )

const nearText = ({ ruleId, failure, accounted }: NearMiss) => `${ruleId} ${failure.why} ${accounted}`
