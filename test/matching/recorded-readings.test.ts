import { expect, test } from 'vitest'
import { compileEdition } from '../../src/law/authoring.js'
import type { Edition, RecordedReading, Rule, Substance } from '../../src/law/index.js'
import { indexLaw, judge, type Position } from '../../src/matching/index.js'
import { answeredOn, editionWith, questionsOfLaw } from '../../src/matching/positions.js'
import { reader } from '../support/law.js'
import { always, listOf, methyl, recordsOf, ruleOf } from '../support/records.js'

const [clause] = ruleOf().clauses
const open = ruleOf({
  clauses: [{ ...clause!, with: [{ term: 'alkyl', reading: 'r' }] }],
  readings: [{ id: 'r', question: 'q', choice: 'open', basis: 'b' }],
})
const reading = (more: Partial<RecordedReading> = {}): RecordedReading => ({
  id: 'said',
  kind: 'guidance',
  authority: 'Nobody',
  day: '2012-01-01',
  answers: ['xx-rule/r'],
  covers: true,
  reads: 'x',
  subject: { reaches: [{ smarts: 'Nc1ccccc1C', reads: 'o-toluidine' }] },
  basis: 'b',
  cite: 'c',
  seen: 'whole',
  ...more,
})
const lawOf = (...readings: RecordedReading[]): Edition => ({
  ...compileEdition(recordsOf({ lists: [], rules: [open], readings }), reader),
  sha256: 'test',
})
const ask = (edition: Edition) =>
  reader.read('Nc1ccccc1C', (s) => judge(s, indexLaw(edition), { asOf: '2015-01-01' })).jurisdictions[0]!

test.each<[string, readonly RecordedReading[], string]>([
  ['nothing said', [], 'undecided'],
  ['covered', [reading()], 'class'],
  ['not covered', [reading({ covers: false })], 'uncontrolled'],
  ['of another structure', [reading({ subject: { reaches: [{ smarts: 'F', reads: 'fluorine' }] } })], 'undecided'],
  ['at another place', [reading({ answers: ['xx-rule/other'] })], 'undecided'],
  ['not said yet', [reading({ from: '2016-01-01' })], 'undecided'],
  ['no longer said', [reading({ until: '2015-01-01' })], 'undecided'],
  ['at second hand', [reading({ seen: 'second hand' })], 'undecided'],
  ['two that contradict each other', [reading(), reading({ id: 'other', covers: false })], 'undecided'],
  ['the same in another order', [reading({ covers: false }), reading({ id: 'other' })], 'undecided'],
  ['a later one', [reading(), reading({ id: 'other', covers: false, day: '2013-01-01' })], 'uncontrolled'],
  [
    'what the law shows against guidance',
    [reading(), reading({ id: 'other', covers: false, kind: 'earlier text' })],
    'undecided',
  ],
  ['a court against guidance', [reading(), reading({ id: 'other', covers: false, kind: 'court' })], 'uncontrolled'],
])('a recorded reading of an open question: %s', (_, readings, verdict) => {
  expect(ask(lawOf(...readings)).verdict).toBe(verdict)
})

test('what one reading excludes stays open if another open reading covers it too', () => {
  const both = (...clauses: Rule['clauses'][number][]) =>
    ruleOf({ clauses, readings: ['r', 's'].map((id) => ({ ...open.readings[0]!, id })) })
  const byEither = [
    both({ ...clause!, with: ['r', 's'].map((id) => ({ term: 'alkyl', reading: id })) }),
    both(...['r', 's'].map((id) => ({ ...clause!, id, with: [{ term: 'alkyl', reading: id }] }))),
  ]
  for (const rule of byEither) {
    const verdicts = [['r'], ['s'], ['r', 's']].map((ids) => {
      const excluding = ids.map((id) => reading({ id, covers: false, answers: [`xx-rule/${id}`] }))
      return ask({ ...lawOf(), jurisdictions: lawOf(...excluding).jurisdictions.map((j) => ({ ...j, rules: [rule] })) })
        .verdict
    })
    expect(verdicts).toEqual(['undecided', 'undecided', 'uncontrolled'])
  }
})

test.each<[string, string, string]>([
  ['an ester', 'Nc1c(COC(C)=O)cccc1O', 'class'],
  ['a diester', 'Nc1c(COC(C)=O)cccc1OC(C)=O', 'class'],
  ['an ether', 'Nc1c(CO)cccc1OC', 'undecided'],
  ['an ester that is an ether too', 'Nc1c(COC(C)=O)cccc1OC', 'undecided'],
  ['an ester of an isomer', 'Nc1ccc(COC(C)=O)cc1O', 'undecided'],
  ['the substance itself, which no word says', 'Nc1c(CO)cccc1O', 'listed'],
])('a recorded reading of all esters of what a list names: %s', (_, smiles, verdict) => {
  const anything = { ...methyl, id: 'anything', is: [{ every: ['[#6,#8]'] }], examples: { in: ['*O'], out: ['*N'] } }
  const subject = { forms: { words: ['esters'], of: [{ list: 'xx-list' }] } } as RecordedReading['subject']
  const parent: Substance = {
    id: 'parent',
    name: '2-Amino-3-(hydroxymethyl)phenol',
    smiles: 'Nc1c(CO)cccc1O',
    formula: 'C7H9NO2',
    inchikey: 'DFWBMEJBHIZHNR-UHFFFAOYSA-N',
    structure: { from: 'chemical name' },
  }
  const records = recordsOf({
    substances: [parent],
    terms: [methyl, anything],
    lists: [listOf([{ substance: 'parent', name_in_law: 'Parent', periods: [always()] }])],
    rules: [{ ...open, clauses: [{ ...clause!, with: [{ term: 'anything', reading: 'r' }] }] }],
    readings: [reading({ subject })],
  })
  const law = indexLaw({ ...compileEdition(records, reader), sha256: 'test' })
  expect(reader.read(smiles, (s) => judge(s, law, { asOf: '2015-01-01' })).jurisdictions[0]!.verdict).toBe(verdict)
})

test.each<[string, Position['question'], Position['answer'], string]>([
  ['the rule', 'xx-rule/r', 'controlled', 'class'],
  ['the rule, against the reading', 'xx-rule/r', 'not controlled', 'uncontrolled'],
  ['the reading, which is not shared', 'xx/said', 'no', 'undecided'],
  ['the reading, which is shared', 'xx/said', 'yes', 'class'],
])('a position on %s', (_, question, answer, verdict) => {
  const edition = lawOf(reading())
  const position = { question, answer } as Position
  const answered = answeredOn([position], questionsOfLaw(edition), '2015-01-01', null)
  const changed = editionWith(edition, answered)
  expect(changed.jurisdictions[0]).not.toBe(edition.jurisdictions[0])
  expect(ask(changed).verdict).toBe(verdict)
})

test('a law that no position is about stays the same object', () => {
  const edition = lawOf(reading())
  const position = { question: 'xx-rule/r', answer: 'controlled' } as Position
  const answered = answeredOn([position], [], '2015-01-01', null)
  expect(editionWith(edition, answered).jurisdictions[0]).toBe(edition.jurisdictions[0])
})
