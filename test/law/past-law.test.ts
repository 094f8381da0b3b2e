import { beforeAll, describe, expect, it } from 'vitest'
import type { Reader } from '../../src/chem/index.js'
import type { RecordKind } from '../../src/law/schema/record-kinds.js'
import { assemble, BadRecord, compileEdition, lintRecords, type LoadedFile } from '../../src/law/authoring.js'
import { indexLaw, judge, type LawIndex } from '../../src/matching/index.js'
import { sharedReader } from '../support/law.js'
import { amphetamine, ethanol, listOf, methyl, recordsOf, ruleOf } from '../support/records.js'

// A third state needs no code: a law of 2021 and 2022, part of another, whose later sessions nobody read.
const loaded = (kind: RecordKind, place: string, value: unknown) =>
  ({ kind, place, file: `/x/${place}`, value }) as LoadedFile
const own = recordsOf().jurisdictions[0]!.jurisdiction
const period = { from: '2021-05-03', until: null, cite: 'Chapter 19', act: 'statute' }
const whole = {
  id: 'later-sessions',
  from: '2022-07-01',
  until: null,
  reads: 'The sessions of 2023 and 2025 were not seen.',
  cite: 'Chapter 19',
  reaches: [{ smarts: '*', reads: 'any structure' }],
}
const state = {
  ...own,
  code: 'XX-ND',
  within: 'XX',
  on_request: 'Its records end in 2022.',
  records_from: '2021-05-03',
  records_until: '2022-07-01',
  gaps: [whole],
}
const files = (jurisdiction: object = state) => [
  loaded('edition', 'edition.json', { id: 'small' }),
  loaded('substance', 'substances/ethanol.json', ethanol),
  loaded('substance', 'substances/amphetamine.json', amphetamine),
  loaded('term', 'terms/alkyl.json', methyl),
  loaded('jurisdiction', 'xx/jurisdiction.json', own),
  loaded('rule', 'xx/rules/xx-rule.json', ruleOf({ parent: 'ethanol' })),
  loaded('jurisdiction', 'xx-nd/jurisdiction.json', jurisdiction),
  loaded(
    'list',
    'xx-nd/lists/xx-nd-list.json',
    listOf([{ substance: 'amphetamine', name_in_law: 'Amphetamine', periods: [period] }], { id: 'xx-nd-list' }),
  ),
  loaded('based-rule', 'xx-nd/rules/xx-nd-rule.based.json', {
    id: 'xx-nd-rule',
    based_on: 'xx-rule',
    periods: [{ ...period, status: 'in force' }],
  }),
]

describe('records until a day', () => {
  const records = assemble(files())
  const past = records.jurisdictions.find((j) => j.jurisdiction.code === 'XX-ND')!
  it('every period ends on that day', () =>
    expect([...past.lists[0]!.entries[0]!.periods, ...past.rules[0]!.periods].map((p) => p.until)).toEqual([
      '2022-07-01',
      '2022-07-01',
    ]))
  it('a rule with the words of another law is that rule with other periods and another id', () => {
    const model = records.jurisdictions.find((j) => j.jurisdiction.code === 'XX')!.rules[0]!
    expect({ ...past.rules[0], id: '', periods: [] }).toEqual({ ...model, id: '', periods: [] })
  })
  it('the other rule must be recorded', () =>
    expect(() =>
      assemble([...files(), loaded('based-rule', 'xx/rules/a.based.json', { id: 'a', based_on: 'none' })]),
    ).toThrow('/x/xx/rules/a.based.json based_on: found none, expected the id of a rule in a file of its own'))
})

describe('the verdict by day', () => {
  let reader: Reader
  let law: LawIndex
  beforeAll(async () => {
    reader = await sharedReader()
    const records = assemble(files())
    law = indexLaw({ ...compileEdition(records, reader), sha256: 'x' })
  })
  const verdict = (smiles: string, asOf: string, jurisdictions?: string[]) =>
    reader.read(smiles, (s) => judge(s, law, { asOf, ...(jurisdictions ? { jurisdictions } : {}) })).jurisdictions
  it.each([
    ['2021-05-03', 'CC(N)Cc1ccccc1', 'listed'],
    ['2022-06-30', 'CC(N)Cc1ccccc1', 'listed'],
    ['2022-07-01', 'CC(N)Cc1ccccc1', 'undecided'],
    ['2026-01-01', 'CC(N)Cc1ccccc1', 'undecided'],
    ['2022-06-30', 'CCCCCC', 'uncontrolled'],
    ['2022-07-01', 'CCCCCC', 'undecided'],
  ])('%s, %s: %s', (day, smiles, expected) =>
    expect(verdict(smiles, day, ['XX-ND']).map((j) => j.verdict)).toEqual([expected]),
  )
  it('the reason is the gap', () =>
    expect(verdict('CCCCCC', '2026-01-01', ['XX-ND'])[0]!.findings).toMatchObject([
      { kind: 'gap', gap: 'later-sessions' },
    ]))
  it('it is off unless it is named', () => expect(verdict('CCCCCC', '2022-01-01').map((j) => j.code)).toEqual(['XX']))
})

describe('the check of a law whose records end', () => {
  const problems = (jurisdiction: object) => {
    try {
      lintRecords(assemble(files(jurisdiction)))
      return []
    } catch (error) {
      if (!(error instanceof BadRecord)) throw error
      return error.problems.filter((p) => p.file.includes('xx-nd/jurisdiction')).map((p) => `${p.field}: ${p.found}`)
    }
  }
  it.each<[string, object, string[]]>([
    ['a gap for every structure from that day', state, []],
    ['counts by itself', { ...state, on_request: undefined }, ['on_request: nothing']],
    ['no gap', { ...state, gaps: [] }, ['gaps: none from 2022-07-01']],
    ['a later gap', { ...state, gaps: [{ ...whole, from: '2022-07-02' }] }, ['gaps: none from 2022-07-01']],
    ['a gap that ends', { ...state, gaps: [{ ...whole, until: '2024-01-01' }] }, ['gaps: none from 2022-07-01']],
    ['a gap without patterns', { ...state, gaps: [{ ...whole, reaches: [] }] }, ['gaps: none from 2022-07-01']],
    ['a law that is not recorded', { ...state, within: 'YY' }, ['within: YY']],
  ])('%s', (_, jurisdiction, found) => expect(problems(jurisdiction)).toEqual(found))
})
