import { describe, expect, it } from 'vitest'
import { daysLater, historyOf, judge, type Chapter } from '../../src/matching/index.js'
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

describe('a history agrees with the answer of every single day', () => {
  it.each(substances)('%s', (id) => {
    const wrong = reader.read(substanceOf(id).smiles, (structure) => {
      const histories = historyOf(structure, law, {})
      return days.flatMap((asOf) =>
        judge(structure, law, { asOf }).jurisdictions.flatMap(({ code, verdict }) => {
          const chapter = on(histories.find((h) => h.code === code)!.chapters, asOf)
          return chapter.verdict === verdict ? [] : [`${code} ${asOf}: ${verdict}, in the history ${chapter.verdict}`]
        }),
      )
    })
    expect(wrong).toEqual([])
  })
})
