import { describe, expect, test } from 'vitest'
import type { OpenQuestion } from '../../src/law/index.js'
import type { Finding, Position } from '../../src/matching/index.js'
import { answeredOn, checkPositions, placesAsked, questionsOfLaw } from '../../src/matching/positions.js'
import { edition } from '../support/law.js'

const asOf = '2026-09-01'
const place = (id: string, yes: string) => ({ id, yes })
const questions = [
  { id: 'de/medicine', places: [place('rule-a', 'does not cover'), place('rule-b', 'covers')] },
  { id: 'other', places: [place('rule-c', 'covers')] },
] as unknown as OpenQuestion[]
const position = (question: string, answer: Position['answer'], more: Partial<Position> = {}): Position =>
  ({ question, answer, ...more }) as Position
const covered = (positions: readonly Position[], inchikey: string | null = null) =>
  [...answeredOn(positions, questions, asOf, inchikey)].map(([id, { covers }]) => `${id} ${covers}`)

describe('positions answer', () => {
  test.each<[string, readonly Position[], readonly string[]]>([
    [
      'a question at all its places, as their words ask it',
      [position('de/medicine', 'yes')],
      ['rule-a false', 'rule-b true'],
    ],
    ['no', [position('de/medicine', 'no')], ['rule-a true', 'rule-b false']],
    ['controlled', [position('de/medicine', 'controlled')], ['rule-a true', 'rule-b true']],
    ['not controlled', [position('de/medicine', 'not controlled')], ['rule-a false', 'rule-b false']],
    ['one place, and no other', [position('rule-b', 'yes')], ['rule-b true']],
    [
      'one place before the question, in either order',
      [position('rule-b', 'no'), position('de/medicine', 'yes')],
      ['rule-a false', 'rule-b false'],
    ],
    ['nothing outside their days', [position('other', 'yes', { from: '2026-09-02' })], []],
    ['nothing of another structure', [position('other', 'yes', { inchikey: 'B' })], []],
  ])('%s', (_, positions, expected) => expect(covered(positions, 'A')).toEqual(expected))
  test('one structure before all', () => {
    const narrow = position('other', 'no', { inchikey: 'A' })
    for (const positions of [
      [narrow, position('other', 'yes')],
      [position('other', 'yes'), narrow],
    ]) {
      expect(covered(positions, 'A')).toEqual(['rule-c false'])
      expect(covered(positions, 'B')).toEqual(['rule-c true'])
    }
  })
})

describe('a position is checked against the law', () => {
  const check = (question: string, answer: Position['answer']) => checkPositions(edition, [position(question, answer)])
  test('what it asks is answered, as a question and at one place', () => {
    const { places } = questionsOfLaw(edition).find(({ id }) => id === 'de/medicine')!
    for (const id of ['de/medicine', places[0]!.id]) expect(() => check(id, 'controlled')).not.toThrow()
  })
  test('what it does not ask is refused, with all that it asks, each once', () => {
    const known = questionsOfLaw(edition).flatMap(({ id, places }) => [id, ...places.map((p) => p.id)])
    const refusal = { name: 'UnknownName', what: 'open question', known: [...new Set(known)] }
    expect(() => check('de/medicin', 'yes')).toThrow(expect.objectContaining(refusal))
  })
  test('yes and no only to what has a yes', () => {
    const open = questionsOfLaw(edition).find(({ places }) => places.some(({ yes }) => yes === null))!
    const known = ['controlled', 'not controlled']
    expect(() => check(open.id, 'yes')).toThrow(
      expect.objectContaining({ message: expect.stringMatching(/yes to/), known }),
    )
    expect(() => check(open.id, 'no')).toThrow(/no to/)
    expect(() => check(open.id, 'not controlled')).not.toThrow()
  })
})

describe('the place whose question leaves a finding open', () => {
  const listed = { kind: 'listed', list: 'xx-list', substance: 'ethanol', counts: 'undecided' }
  const ofClass = { kind: 'class', ruleId: 'xx-rule', counts: 'undecided' }
  test.each<[string, object, object, readonly string[]]>([
    ['a reading', ofClass, { kind: 'reading open', reading: 'r' }, ['xx-rule/r']],
    ['open words of a class', ofClass, { kind: 'open words' }, ['xx-rule/open-words']],
    ['open words of an entry', listed, { kind: 'open words' }, ['xx-list/ethanol']],
    ['further ingredients', listed, { kind: 'with other ingredients' }, ['xx-list/mixtures']],
    ['a condition', listed, { kind: 'extension conditional' }, ['xx-list/condition']],
    ['an extension', listed, { kind: 'extension unconfirmed', extension: 'esters' }, ['xx-list/esters']],
    ['a drawing', listed, { kind: 'stereo open' }, []],
    ['nothing, as it counts', { ...listed, counts: 'listed' }, { kind: 'open words' }, []],
  ])('%s', (_, finding, doubt, places) => {
    expect(placesAsked({ ...finding, doubts: [doubt] } as unknown as Finding)).toEqual(places)
  })
})
