import { describe, expect, it } from 'vitest'
import { daysLater } from '../../src/law/index.js'
import { historyOf, judge, type Chapter, type Finding } from '../../src/matching/index.js'
import { law, reader, substanceOf } from '../support/law.js'

/** Substances whose status has unknown, unconfirmed and known first days, lapses and classes. */
const substances = [
  'mephedrone',
  'zolpidem',
  'clonazolam',
  'crotonylfentanyl',
  'tf-etomidate',
  'cyclopropylfentanyl',
  'mesocarb',
  'apaa',
  'benzylfentanyl',
  '1-boc-4-ap',
  '1v-lsd',
  'spirochlorphine',
]
/** Every 83rd day of the years in which most of them change. */
const days = Array.from({ length: 70 }, (_, i) => daysLater('2012-01-05', 83 * i))

const on = (chapters: readonly Chapter[], day: string) =>
  chapters.find((c) => (c.from === null || c.from <= day) && (c.until === null || day < c.until))!

/** Since when the substance has been controlled, as each finding says it. */
const sinceIn = (findings: readonly Finding[]) =>
  findings.flatMap((f) => ('control' in f ? [`${f.control} ${f.counts} ${f.controlledFrom} ${f.controlledBy}`] : []))

describe('a history agrees with the answer of every single day', () => {
  it.each(substances)('%s', (id) => {
    const wrong = reader.read(substanceOf(id).smiles, (structure) => {
      const histories = historyOf(structure, law, {})
      return days.flatMap((asOf) =>
        judge(structure, law, { asOf }).jurisdictions.flatMap(({ code, verdict, findings }) => {
          const chapter = on(histories.find((h) => h.code === code)!.chapters, asOf)
          const [said, inHistory] = [
            [verdict, ...sinceIn(findings)],
            [chapter.verdict, ...sinceIn(chapter.findings)],
          ].map((all) => all.join(', '))
          return said === inHistory ? [] : [`${code} ${asOf}: ${said}, in the history ${inHistory}`]
        }),
      )
    })
    expect(wrong).toEqual([])
  })
})

/** Which days are not judged, because nothing can have changed on them, must not matter. */
it('every 16th recorded substance has been controlled since the day that its history says', () => {
  const some = law.edition.substances.filter(({ smiles }, i) => smiles !== null && i % 16 === 0)
  const wrong = some.flatMap(({ id, smiles }) =>
    reader.read(smiles!, (structure) => {
      const histories = historyOf(structure, law, {})
      return judge(structure, law, { asOf: '2026-09-01' }).jurisdictions.flatMap(({ code, findings }) => {
        const { chapters } = histories.find((h) => h.code === code)!
        const [said, inHistory] = [sinceIn(findings), sinceIn(on(chapters, '2026-09-01').findings)].map((all) =>
          all.join(),
        )
        return said === inHistory ? [] : [`${id} ${code}: ${said}, in the history ${inHistory}`]
      })
    }),
  )
  expect(wrong).toEqual([])
})
