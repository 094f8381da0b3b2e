import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, expect, test } from 'vitest'
import { remembered } from '../../src/remembered.js'
import { decidedYears } from '../../src/impact/index.js'
import { canonicalText, kinds } from '../../src/law/authoring.js'
import { placesAsked, questionsOfLaw, type Chapter } from '../../src/matching/index.js'
import type { LawDecided } from '../../src/report/index.js'
import { dataFolder, edition, law, sharedReader } from '../support/law.js'

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
const years = [2006, 2026] as const
const head = [
  'The verdicts on each recorded structure: law:letters, a letter for each of the days below.',
  'L listed, P listed as a precursor only, C class, ? undecided, . uncontrolled; a law that is not in a line is uncontrolled on all days.',
  'After an intended change of law: npx vitest run test/matrix -u',
  `days: ${days.join(' ')}`,
  '',
]
const uncontrolled = '.'.repeat(days.length)

const file = fileURLToPath(new URL('matrix.txt', import.meta.url))

const { schema } = kinds.jurisdiction
const rows: string[] = []
let decided: LawDecided[] = []
/** Of each open question, by law and place, the structures that depend on it on the last day. */
const depending = new Map<string, Set<number>>()

beforeAll(async () => {
  const ids = edition.substances.flatMap(({ id, smiles }) => (smiles === null ? [] : [id]))
  // Without the laws that answer only when they, or their kinds of control, are asked for.
  decided = await decidedYears(sharedReader, law, {}, years, (judged, histories) => {
    for (const { code, chapters } of histories)
      for (const place of on(days.at(-1)!, chapters).findings.flatMap(placesAsked))
        remembered(depending, `${code} ${place}`, () => new Set<number>()).add(judged)
    const laws = histories
      .map(({ code, chapters }) => ({ code, letters: days.map((day) => letter(on(day, chapters))).join('') }))
      .filter(({ letters }) => letters !== uncontrolled)
    if (laws.length > 0) rows.push([ids[judged - 1], ...laws.map((l) => `${l.code}:${l.letters}`)].join(' '))
  })
  rows.sort((a, b) => (a.split(' ', 1)[0]! < b.split(' ', 1)[0]! ? -1 : 1))
}, 240_000)

// The file shows in a diff which verdicts changed.
test('verdicts of all recorded structures, on each day', async () => {
  await expect(`${[...head, ...rows].join('\n')}\n`).toMatchFileSnapshot(file)
})

// After an intended change: UPDATE_ROWS=1 npx vitest run test/matrix, then npm run data and npm run pages.
test('no law decides less of the recorded structures in any year than before', () => {
  const fallen = decided.flatMap(({ code, years: own }) => {
    const now = own.map(({ structures, decided }) => Math.floor((1000 * decided) / structures))
    if (process.env.UPDATE_ROWS) changeJurisdiction(code, { decided: { from_year: years[0], per_thousand: now } })
    const recorded = edition.jurisdictions.find((j) => j.jurisdiction.code === code)!.jurisdiction.decided
    const before = process.env.UPDATE_ROWS ? now : recorded?.per_thousand
    return now.flatMap((share, k) => (share < (before?.[k] ?? 1001) ? [`${code} ${years[0] + k}`] : []))
  })
  expect(fallen).toEqual([])
})

test('each document wanted has the number of structures that depend on what it settles', () => {
  const wrong = edition.jurisdictions.flatMap(({ jurisdiction: { code, wanted = [] } }) => {
    const questions = questionsOfLaw(edition).filter(({ jurisdiction }) => jurisdiction === code)
    const counted = wanted.map((own) => {
      const asked = questions.flatMap(({ places }) => places.filter(({ wanted }) => wanted?.includes(own)))
      const found = asked.flatMap(({ id }) => [...(depending.get(`${code} ${id}`) ?? [])])
      return { ...own, structures: new Set(found).size }
    })
    if (process.env.UPDATE_ROWS && wanted.length > 0) changeJurisdiction(code, { wanted: counted })
    return JSON.stringify(counted) === JSON.stringify(wanted) || process.env.UPDATE_ROWS ? [] : [code]
  })
  expect(wrong).toEqual([])
})

/** Writes what was counted into the record of a law. */
function changeJurisdiction(code: string, counted: object): void {
  const place = join(dataFolder, code.toLowerCase(), 'jurisdiction.json')
  const record = schema.parse(JSON.parse(readFileSync(place, 'utf8')))
  writeFileSync(place, canonicalText(schema, schema.parse({ ...record, ...counted })))
}

const on = (day: string, chapters: readonly Chapter[]): Chapter =>
  chapters.findLast(({ from }) => from === null || from <= day)!

function letter({ verdict, findings }: Chapter): string {
  const precursor = findings
    .filter((f) => f.counts === 'listed')
    .every((f) => 'control' in f && f.control === 'precursor')
  return { listed: precursor ? 'P' : 'L', class: 'C', undecided: '?', uncontrolled: '.' }[verdict]
}
