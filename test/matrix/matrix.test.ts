import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { HistoryQuestion } from '../../src/answers/index.js'
import type { Chapter } from '../../src/matching/index.js'
import { edition, law, sharedReader } from '../support/law.js'

/** Days between the larger changes of law: before and after each class, and the newest. */
const days = [
  '2012-06-30',
  '2015-12-31',
  '2018-01-31',
  '2018-11-26',
  '2019-06-01',
  '2022-06-30',
  '2025-06-30',
  '2026-09-01',
]
const substances = edition.substances
  .flatMap((s) => (s.smiles === null ? [] : [{ id: s.id, smiles: s.smiles }]))
  .sort((a, b) => (a.id < b.id ? -1 : 1))
const head = [
  'The verdicts on each recorded structure: law:letters, a letter for each of the days below.',
  'L listed, P listed as a precursor only, C class, ? undecided, . uncontrolled; a law that is not in a line is uncontrolled on all days.',
  'After an intended change of law: npx vitest run test/matrix -u',
  `days: ${days.join(' ')}`,
  '',
]
const uncontrolled = '.'.repeat(days.length)

const file = fileURLToPath(new URL('matrix.txt', import.meta.url))

const question = new HistoryQuestion(sharedReader, law, {}, { engine: true, expected: substances.length })

// The file shows in a diff which verdicts changed. Without the laws that answer only when they, or their kinds of
// control, are asked for.
test('verdicts of all recorded structures, on each day', async () => {
  const rows: string[] = []
  for (const { id, smiles } of substances) {
    const answer = await question.about({ kind: 'structure', text: smiles, lookup: null, orName: false })
    if (answer.kind !== 'history') throw new Error(`${id}: ${answer.kind}`)
    const laws = answer.histories.map(({ code, chapters }) => ({
      code,
      letters: days.map((day) => letter(on(day, chapters))).join(''),
    }))
    const controlling = laws.filter(({ letters }) => letters !== uncontrolled)
    if (controlling.length > 0) rows.push([id, ...controlling.map((l) => `${l.code}:${l.letters}`)].join(' '))
  }
  await expect(`${[...head, ...rows].join('\n')}\n`).toMatchFileSnapshot(file)
}, 240_000)

const on = (day: string, chapters: readonly Chapter[]): Chapter =>
  chapters.findLast(({ from }) => from === null || from <= day)!

function letter({ verdict, findings }: Chapter): string {
  const precursor = findings
    .filter((f) => f.counts === 'listed')
    .every((f) => 'control' in f && f.control === 'precursor')
  return { listed: precursor ? 'P' : 'L', class: 'C', undecided: '?', uncontrolled: '.' }[verdict]
}
