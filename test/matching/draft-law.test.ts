import { expect, it } from 'vitest'
import { compileEdition } from '../../src/law/authoring.js'
import { answerIn, draftLaw, draftQuery, judge } from '../../src/matching/index.js'
import { reader } from '../support/law.js'
import { listOf, recordsOf, ruleOf } from '../support/records.js'

const nothing = { clauses: [], readings: [], doubts: [] }

it.each([
  [
    'covered, by a clause and its atoms',
    'CCCc1ccccc1N',
    { fit: 'covered', ...nothing, clauses: [{ id: 'a', atoms: [0, 1, 2] }] },
  ],
  ['not covered', 'Nc1ccccc1F', { fit: 'not covered', ...nothing }],
  ['a drawing left open', '*c1ccccc1N', { fit: 'undecided', ...nothing, doubts: ['drawn open'] }],
])('what a draft says of a structure: %s', (_, smiles, answer) => {
  const edition = { ...compileEdition(recordsOf({ lists: [listOf([])] }), reader), sha256: 'test' }
  const draft = { code: 'XX', rule: ruleOf() }
  const law = draftLaw(edition, draft)
  expect(reader.read(smiles, (s) => answerIn(judge(s, law, draftQuery('2015-01-01', draft)), 'xx-rule'))).toEqual(
    answer,
  )
})
