import { describe, expect, it } from 'vitest'
import { ask, askSmiles } from '../support/ask.js'
import { substanceOf } from '../support/law.js'
import { tableRows } from '../support/table.js'

// A substance without SMILES is a record: the last day before and the verdict on it, the first day and the verdict on it.
const columns = ['code', 'substance', 'smiles', 'before', 'was', 'day', 'is', 'act'] as const

describe('a scheduling action: the day before and the day', () => {
  it.each(tableRows(new URL('by-day.tsv', import.meta.url), ...columns))(
    '$code $substance: $before $was, $day $is ($act)',
    ({ code, substance, smiles, before, was, day, is }) => {
      const verdictOn = (asOf: string) => askSmiles(smiles || substanceOf(substance).smiles, code, asOf).verdict
      expect([verdictOn(before), verdictOn(day)]).toEqual([was, is])
    },
  )
})

it('7-hydroxymitragynine after the notice of intent: undecided once the schedules were no longer read; mitragynine is not part of it', () => {
  const hydroxy = 'CCC1CN2CCC3(O)C(C2CC1C(=COC)C(=O)OC)=Nc1cccc(OC)c13'
  const mitragynine = 'CCC1CN2CCc3c([nH]c4cccc(OC)c34)C2CC1C(=COC)C(=O)OC'
  const verdicts = (smiles: string) => ['2026-09-21', '2026-09-22'].map((day) => askSmiles(smiles, 'US', day).verdict)
  expect(verdicts(hydroxy)).toEqual(['uncontrolled', 'undecided'])
  expect(verdicts(mitragynine)).toEqual(['uncontrolled', 'uncontrolled'])
})

describe('fentanyl precursors are never drugs of a class', () => {
  const days = ['2017-03-01', '2018-11-26', '2019-06-01', '2021-01-01', '2024-10-01', '2026-09-01']
  it.each(['npp', '4-anpp', 'norfentanyl', '4-ap', '1-boc-4-ap', '4-piperidone', '1-boc-4-piperidone'])('%s', (id) => {
    const found = ['CN', 'US', 'GB', 'UN', 'DE', 'CA'].flatMap((code) =>
      days.map((day) => [code, day, ask(id, code, day, { kinds: ['drug', 'chemical weapon'] }).verdict] as const),
    )
    expect(found.filter(([, , verdict]) => verdict === 'class')).toEqual([])
  })
})
