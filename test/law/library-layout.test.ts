import { describe, expect, test } from 'vitest'
import {
  canonicalText,
  instruments,
  kindAt,
  kinds,
  schemaTexts,
  list,
  rule,
  substance,
} from '../../src/law/authoring.js'

describe('the layout of a record', () => {
  test('keys come in the order of the schema, whatever order they were written in', () => {
    const text = canonicalText(substance, {
      smiles: 'CCO',
      structure: { why: 'drawn', from: 'drawing' },
      name: 'Ethanol',
      id: 'ethanol',
    })
    expect(Object.keys(JSON.parse(text) as object)).toEqual(['id', 'name', 'smiles', 'structure'])
    expect(text).toContain('"from": "drawing",\n    "why": "drawn"')
    expect(text.endsWith('}\n')).toBe(true)
  })

  test('inside lists, entries and periods too', () => {
    const text = canonicalText(list, {
      entries: [{ periods: [{ until: null, cite: 'c', from: '2020-01-01' }], substance: 'a' }],
      id: 'l',
    })
    expect(text.replace(/\s+/g, '')).toBe(
      '{"id":"l","entries":[{"substance":"a","periods":[{"from":"2020-01-01","until":null,"cite":"c"}]}]}',
    )
  })

  test('inside an optional field', () => {
    const text = canonicalText(substance, {
      structure: { confirmed: [{ name: 'n', by: 'x', in: 'y' }], from: 'drawing' },
    })
    expect(text.replace(/\s+/g, '')).toBe(
      '{"structure":{"from":"drawing","confirmed":[{"by":"x","in":"y","name":"n"}]}}',
    )
  })

  test('inside a use of a term, which may contain others', () => {
    const use = { further: [{ reading: 'r', term: 'b' }], term: 'a' }
    const text = canonicalText(rule, { clauses: [{ with: [use], id: 'c' }] })
    expect(text.replace(/\s+/g, '')).toBe(
      '{"clauses":[{"id":"c","with":[{"term":"a","further":[{"term":"b","reading":"r"}]}]}]}',
    )
  })

  test('inside a union the matching kind gives the order', () => {
    const out = { cite: 'c', reads: 'r', control: 'drug', what: 'listed' }
    const text = canonicalText(rule, { leaves_out: [out] })
    expect(Object.keys((JSON.parse(text) as { leaves_out: object[] }).leaves_out[0]!)).toEqual([
      'what',
      'control',
      'reads',
      'cite',
    ])
  })

  test('a key that the schema does not have is kept, last: the schema check reports it', () => {
    expect(canonicalText(instruments, [{ odd: 1, id: 'a' }])).toBe('[\n  {\n    "id": "a",\n    "odd": 1\n  }\n]\n')
  })

  test('a second layout changes nothing', () => {
    const once = canonicalText(substance, { name: 'A', id: 'a' })
    expect(canonicalText(substance, JSON.parse(once))).toBe(once)
  })
})

test('there is a JSON Schema for every kind of record, with the place of its files', () => {
  const texts = schemaTexts()
  expect([...texts.keys()]).toEqual(Object.keys(kinds))
  for (const [kind, text] of texts) {
    expect(JSON.parse(text)).toMatchObject({
      title: kinds[kind].place,
      type: expect.stringMatching(/^(?:array|object)$/),
    })
    expect(text.endsWith('}\n')).toBe(true)
  }
  const { required } = JSON.parse(texts.get('edition')!) as { required: string[] }
  expect(required).toEqual(['id'])
})

describe('the place of a file determines its kind', () => {
  test.each([
    ['substances/a.json', 'substance'],
    ['cn/lists/a.json', 'list'],
    ['cn/rules/a.json', 'rule'],
    ['cn/rules/a.examples.json', 'examples'],
    ['cn/rules/a.versions.json', 'versions'],
    ['cn/rules/a.versions.examples.json', 'version-examples'],
    ['cn/terms/a.json', 'term'],
    ['parts.json', 'parts'],
    ['cn/parts.json', 'parts'],
    ['cn/list/a.json', null],
    ['china/lists/a.json', null],
    ['CN/lists/a.json', null],
    ['substances/more/a.json', null],
  ])('%s: %s', (place, kind) => {
    expect(kindAt(place)).toBe(kind)
  })
})
