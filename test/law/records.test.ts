import { describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { isRealDay, statusOn } from '../../src/law/index.js'
import {
  BadRecord,
  day,
  list,
  parseRecord,
  period,
  rule,
  ruleExamples,
  substance,
  term,
} from '../../src/law/authoring.js'
import { ethanol, listOf, methyl, ruleOf, refusals } from '../support/records.js'

const plant = {
  id: 'opium',
  name: 'Opium',
  smiles: null,
  not_a_structure: 'extract',
  structure: { from: 'none', why: 'A plant product.' },
}

const problems = (schema: z.ZodType, value: unknown) => refusals(() => parseRecord(schema, value, 'f.json'))

describe('a bad record names file, field, what was found and what was expected', () => {
  it.each([
    ['a missing field', substance, { ...ethanol, name: undefined }, 'name', 'nothing', 'string'],
    ['a field of another kind', substance, { ...ethanol, smiles: 3 }, 'smiles', '3', 'string'],
    ['an unknown field', substance, { ...ethanol, colour: 'red' }, '(record)', '["colour"]', 'no such field'],
    [
      'an id in capitals',
      substance,
      { ...ethanol, id: 'Ethanol' },
      'id',
      '"Ethanol"',
      'lower-case words joined by hyphens',
    ],
    ['an invalid InChIKey', substance, { ...ethanol, inchikey: 'ABC' }, 'inchikey', '"ABC"', 'an InChIKey'],
    [
      'the law of a jurisdiction by its name',
      rule,
      { ...ruleOf(), reference: { jurisdiction: 'Nowhere', verdicts: ['listed'], cite: 'x', reads: 'x' } },
      'reference.jurisdiction',
      '"Nowhere"',
      'a code of two to four letters, or of a part of a country (US-IA)',
    ],
    ['an invalid CAS number', substance, { ...ethanol, cas: ['64-17'] }, 'cas[0]', '"64-17"', 'a CAS number'],
    [
      'no structure and no description',
      substance,
      { ...plant, not_a_structure: undefined },
      'not_a_structure',
      'nothing',
      'one of plant, extract, mixture, preparation, biological, group',
    ],
    [
      'no structure and no reason',
      substance,
      { ...plant, structure: { from: 'none' } },
      'structure.why',
      'nothing',
      'why there is no structure',
    ],
    [
      'a drawn record without a structure',
      substance,
      { ...plant, structure: { from: 'drawing', why: 'x' } },
      'structure.from',
      '"drawing"',
      'none',
    ],
    [
      'a structure marked as having none',
      substance,
      { ...ethanol, not_a_structure: 'plant' },
      'not_a_structure',
      '"plant"',
      'nothing, because there is a structure',
    ],
    [
      'a day that does not exist',
      period,
      { from: '2019-02-29', until: null, cite: 'x' },
      'from',
      '"2019-02-29"',
      'a day that exists in the calendar',
    ],
    [
      'a day in another format',
      period,
      { from: '1 May 2019', until: null, cite: 'x' },
      'from',
      '"1 May 2019"',
      'a day written YYYY-MM-DD',
    ],
    [
      'a period that ends before it starts',
      period,
      { from: '2019-05-01', until: '2019-05-01', cite: 'x' },
      '(record)',
      '{"from":"2019-05-01","until":"2019-05-01","cite":"x"}',
      'until after from',
    ],
    [
      'an unknown start without a day of proof',
      period,
      { from: null, until: null, cite: 'x' },
      '(record)',
      '{"from":null,"until":null,"cite":"x"}',
      'in_force_by where from is null',
    ],
    [
      'an entry without a period',
      list,
      listOf([{ substance: 'ethanol', name_in_law: 'x', periods: [] }]),
      'entries[0].periods',
      '[]',
      expect.stringMatching(/>=1 item/),
    ],
    [
      'a reach that the law language lacks',
      list,
      listOf([], { scope: [{ from: null, until: null, extends_to: ['cousins' as never], cite: 'x', reads: 'x' }] }),
      'scope[0].extends_to[0]',
      '"cousins"',
      expect.stringContaining('salts'),
    ],
    [
      'a list without a scope sentence',
      list,
      listOf([], { scope: [] }),
      'scope',
      '[]',
      expect.stringMatching(/>=1 item/),
    ],
    ['a term without examples', term, { ...methyl, examples: undefined }, 'examples', 'nothing', 'object'],
    [
      'a rule period without status',
      rule,
      { ...ruleOf(), periods: [{ from: '2010-01-01', until: null, cite: 'x' }] },
      'periods[0].status',
      'nothing',
      expect.stringContaining('in force'),
    ],
    [
      'an example that is both recorded and drawn',
      ruleExamples,
      { fits: [{ substance: 'a', smiles: 'C', by: ['a'], why: 'x' }], misses: [], unsettled: [] },
      'fits[0]',
      expect.any(String),
      'either substance, or name and smiles',
    ],
    ['not an object', substance, 'ethanol', '(record)', '"ethanol"', 'object'],
  ] as const)('%s', (_, schema, value, field, found, expected) => {
    expect(problems(schema as z.ZodType, value)).toContainEqual({ file: 'f.json', field, found, expected })
  })
  it('a substance without a structure that says what it is has no problem', () => {
    expect(problems(substance, plant)).toEqual([])
  })
  it('all problems of a record are reported at once', () => {
    expect(problems(substance, { ...ethanol, name: '', smiles: 3 })).toHaveLength(2)
  })
  it('the message has one line for each', () => {
    expect(new BadRecord(problems(substance, { ...ethanol, id: 'X', smiles: 3 })).message.split('\n')).toHaveLength(2)
  })
  it('a long value is shortened', () => {
    expect(problems(substance, { ...ethanol, id: 'x '.repeat(100) })[0]!.found).toHaveLength(80)
    const whole = 'X'.repeat(78)
    expect(problems(substance, { ...ethanol, id: whole })[0]!.found).toBe(JSON.stringify(whole))
  })
  it('it is an error with a name of its own', () => expect(new BadRecord([]).name).toBe('BadRecord'))
  it('a good record has none', () => {
    expect(
      [
        problems(substance, ethanol),
        problems(term, methyl),
        problems(list, listOf([])),
        problems(rule, ruleOf()),
      ].flat(),
    ).toEqual([])
  })
})

describe('days', () => {
  it.each([
    ['2020-02-29', true],
    ['2019-02-29', false],
    ['2019-13-01', false],
    ['2019-04-31', false],
    ['0001-01-01', true],
  ])('%s exists: %s', (text, real) => {
    expect(isRealDay(text)).toBe(real)
    expect(day.safeParse(text).success).toBe(real)
  })
})

describe('status of a period on a day', () => {
  const known = { from: '2015-10-01', until: '2025-07-21' }
  it.each([
    ['the day before the first', known, '2015-09-30', 'not in force'],
    ['the first day', known, '2015-10-01', 'in force'],
    ['the last day', known, '2025-07-20', 'in force'],
    ['the first day no longer in force', known, '2025-07-21', 'not in force'],
    ['without an end', { from: '2015-10-01', until: null }, '2999-01-01', 'in force'],
    [
      'start unknown, before a source shows it',
      { from: null, until: null, in_force_by: '2018-01-01' },
      '2017-12-31',
      'unknown',
    ],
    [
      'start unknown, from the day a source shows it',
      { from: null, until: null, in_force_by: '2018-01-01' },
      '2018-01-01',
      'in force',
    ],
    [
      'start unknown, after the end',
      { from: null, until: '2019-01-01', in_force_by: '2018-01-01' },
      '2019-01-01',
      'not in force',
    ],
  ] as const)('%s', (_, period, on, standing) => {
    expect(statusOn(period, on)).toBe(standing)
  })
})
