import { describe, expect, test } from 'vitest'
import { expand, whyNot } from '../../src/law/parts/expand.js'
import { checks, type BadRecord, type LoadedFile } from '../../src/law/authoring.js'
import { expandFiles } from '../../src/law/parts/expand-files.js'
import type { Written } from '../../src/law/records/records.js'
import { recordsOf } from '../support/records.js'

const part = (id: string, smarts: string) => ({ id, smarts, reads: 'words' })
const pattern = (smarts: string, ...parts: ReturnType<typeof part>[]) => ({
  ...(parts.length > 0 ? { parts } : {}),
  scaffolds: [{ smarts }],
})
const whole = (smarts: string, ...parts: ReturnType<typeof part>[]) =>
  expand(pattern(smarts, ...parts), 'f.json').value.scaffolds[0]!.smarts
const halogen = part('halogen-or-cf3', '$([F,Cl,Br,I]),$([CX4](F)(F)F)')

describe('a pattern that is too large is refused before it is read', () => {
  test.each([
    ['atoms', 'C'.repeat(50_000)],
    ['brackets', '['.repeat(100_000)],
  ])('%s', (_, smarts) => expect(() => whole(smarts)).toThrow(/scaffolds\[0\]\.smarts.*characters.*at most 5000/s))
  test.each([
    ['branches', `C${'(C'.repeat(500)}${')'.repeat(500)}`],
    ['recursive patterns', `${'[$('.repeat(500)}C${')]'.repeat(500)}`],
  ])('nested %s', (_, smarts) => expect(() => whole(smarts)).toThrow(/brackets nested \d+ deep.*at most 100/s))
  test('parts of parts', () => {
    const parts = Array.from({ length: 60 }, (_, i) => part(`p${i}`, i === 0 ? 'C' : `{p${i - 1}}{p${i - 1}}`))
    expect(() => whole('{p59}', ...parts)).toThrow(/at most 5000, parts included/)
  })
})

describe('named parts of patterns', () => {
  test('are replaced by their text, also in other parts, and are removed from the record', () => {
    const chain = part('chain', 'C-[{halogen-or-cf3}]')
    expect(expand(pattern('c1ccccc1-{chain}', halogen, chain), 'f.json').value).toEqual({
      scaffolds: [{ smarts: 'c1ccccc1-C-[$([F,Cl,Br,I]),$([CX4](F)(F)F)]' }],
    })
  })

  test('are replaced in every value of a field that differs between versions, and nowhere else', () => {
    const rule = {
      parts: [halogen],
      scaffolds: [{ smarts: [{ value: '[{halogen-or-cf3}:3]' }], reads: '{halogen-or-cf3}' }],
    }
    expect(expand(rule, 'f.json').value).toEqual({
      scaffolds: [{ smarts: [{ value: '[$([F,Cl,Br,I]),$([CX4](F)(F)F):3]' }], reads: '{halogen-or-cf3}' }],
    })
  })

  test.each(['smarts', 'wide', 'root', 'core', 'every', 'some', 'none', 'is', 'over'])(
    'are replaced in the field %s, alone or in a list',
    (field) => {
      const of = (text: unknown) => expand({ parts: [part('a', 'CO')], x: [{ [field]: text }] }, 'f.json').value.x[0]
      expect(of('N{a}')).toEqual({ [field]: 'NCO' })
      expect(of(['N{a}', 'C'])).toEqual({ [field]: ['NCO', 'C'] })
    },
  )

  test('are named in messages, with the field', () => {
    const problem = (record: object) => {
      try {
        expand(record, 'f.json')
        return null
      } catch (error) {
        return (error as BadRecord).message
      }
    }
    const [a, b] = [part('a', 'C'), part('b', 'N')]
    expect(problem(pattern('{x}', a, b))).toBe('f.json scaffolds[0].smarts: found {x}, expected a name in parts: a, b')
    expect(problem(pattern('{x}'))).toBe(
      'f.json scaffolds[0].smarts: found {x}, expected a name in parts: there is none',
    )
    expect(problem(pattern('C', a, a))).toBe('f.json parts[1].id: found a, expected another name: a part has this one')
    expect(problem(pattern('C', part('a', 'C{a}')))).toBe(
      'f.json parts[0].smarts: found {a}, expected a part that does not contain itself',
    )
  })

  test.each([
    ['C', 'N', 'O', null],
    ['C,N', '[', ']', null],
    ['C,N', '[F,', ',Cl]', null],
    ['C,N', '[F;', ':3]', null],
    ['C,N', '', '', null],
    ['C,N', '[F', ']', 'alternatives that stand between [ ] or ; and ,'],
    ['C,N', '[', 'F]', 'alternatives that stand between [ ] or ; and ,'],
    ['C;N', '[F;', ';Cl]', null],
    ['C;N', '[F,', ']', 'alternatives that stand between [ ] or ;'],
    ['C;N', '[', ',F]', 'alternatives that stand between [ ] or ;'],
    ['$([C,N]),F', '[', ']', null],
    ['C([N,O])', '[F', ']', null],
    ['C1CC1', '[1', ']', null],
    ['C1CC1', 'C1CC', 'C1', 'ring numbers that are not open there'],
    ['C1CC1', 'C1CC1', 'C', null],
    ['C1CC', 'C1CC', '', null],
    ['C1CC', 'C2CC', '', 'a part that opens no ring for others to close'],
    ['C%12CC%12', 'C1CC2CC', '', null],
    ['C%12CC', 'C%12CC', '', null],
    ['[C1]CC', '', '', null],
    ['[C,N]1CC', '', '', 'a part that opens no ring for others to close'],
  ])('%s between %s and %s', (own, before, after, expected) => expect(whyNot(own, before, after)).toBe(expected))

  test('leave the ranges of SMARTS alone', () => {
    expect(whole('[C;D{2-}]')).toBe('[C;D{2-}]')
  })

  test.each([
    ['unknown', 'C{no-such}', [halogen], '{no-such}'],
    ['circular', 'C{a}', [part('a', 'C{b}'), part('b', 'N{a}')], 'does not contain itself'],
    ['named twice', 'C{a}', [part('a', 'C'), part('a', 'N')], 'another name'],
    ['alternatives after "not"', '[!{halogen-or-cf3}]', [halogen], 'alternatives'],
    ['alternatives after an element', '[C{halogen-or-cf3}]', [halogen], 'alternatives'],
    ['conditions among alternatives', '[{a},N]', [part('a', 'C;R')], 'alternatives'],
    ['a ring number that is already open', 'C1CC{a}C1', [part('a', 'C1CC1')], 'ring numbers'],
    ['a ring that the part leaves open', 'C{a}C1', [part('a', 'C1CC')], 'opens no ring'],
  ])('are rejected: %s', (_, smarts, parts, message) => {
    expect(() => whole(smarts, ...parts)).toThrow(message)
  })

  test('may close a ring that is open at their position', () => {
    expect(whole('C1CC{end}', part('end', 'NC1'))).toBe('C1CCNC1')
  })
})

describe('parts shared by several files', () => {
  const file = (kind: string, place: string, value: unknown) =>
    ({ kind, place, file: `/x/${place}`, value }) as LoadedFile
  const rule = (place: string, smarts: string) => file('rule', place, pattern(smarts))
  const all = file('parts', 'parts.json', [part('amine', '[NX3]')])
  const ofCa = file('parts', 'ca/parts.json', [part('chain', 'CC{amine}')])
  const patterns = (files: readonly LoadedFile[], under?: ReadonlyMap<string, Written>) =>
    expandFiles(files, under).loaded.flatMap(({ kind, value }) =>
      kind === 'rule' ? value.scaffolds.map((s) => s.smarts) : [],
    )
  test('are those of all laws and those of the own law', () => {
    expect(
      patterns([rule('ca/rules/a.json', 'C{amine}O{chain}'), rule('us/rules/b.json', '{amine}'), all, ofCa]),
    ).toEqual(['C[NX3]OCC[NX3]', '[NX3]'])
    expect(() => patterns([all, ofCa, rule('us/rules/b.json', '{chain}')])).toThrow('a name in parts: amine')
  })
  test('may be in the records below, and the patterns of each file are kept as written', () => {
    const { written } = expandFiles([all, ofCa])
    expect(patterns([rule('ca/rules/a.json', '{chain}')], written)).toEqual(['CC[NX3]'])
    expect(written.get('/x/ca/parts.json')).toMatchObject({
      shares: 'ca/',
      used: [{ id: 'amine' }],
      patterns: [{ field: '[0].smarts', smarts: 'CC{amine}' }],
    })
    expect([...expandFiles([all, rule('ca/rules/a.json', 'C')]).written.keys()]).toEqual(['/x/parts.json'])
    expect([...expandFiles([all, rule('ca/rules/a.json', '{amine}')]).written.keys()]).toEqual([
      '/x/parts.json',
      '/x/ca/rules/a.json',
    ])
  })
  test.each(['rule', 'versions', 'term', 'jurisdiction', 'list'])('are those of a %s', (kind) => {
    const { loaded, written } = expandFiles([all, file(kind, 'ca/x.json', pattern('{amine}'))])
    expect(loaded[1]!.value).toEqual(pattern('[NX3]'))
    expect(written.get('/x/ca/x.json')!.patterns).toHaveLength(1)
  })
  test('of a file itself are kept although no pattern has them', () => {
    const { written } = expandFiles([file('rule', 'ca/x.json', pattern('C', part('own', 'N')))])
    expect(written.get('/x/ca/x.json')).toMatchObject({ own: [{ id: 'own' }], used: [], patterns: [] })
    expect(written.get('/x/ca/x.json')).not.toHaveProperty('shares')
  })
  test('of all laws may not contain one another from other files', () =>
    expect(() => expandFiles([all, file('parts', 'more/parts.json', [part('x', 'C{amine}')])])).not.toThrow())
  test('an error of another kind is not reported as a bad record', () =>
    expect(() => expandFiles([file('rule', 'a.json', { parts: 3 })])).toThrow(TypeError))
  test('are no parts of a kind of record without patterns', () => {
    const substance = file('substance', 'substances/a.json', { smarts: '{amine}' })
    expect(expandFiles([all, substance]).loaded[1]).toBe(substance)
  })
  test('problems of all files are reported together', () => {
    const files = [
      rule('ca/rules/a.json', '{x}'),
      file('parts', 'ca/parts.json', [part('p', '{y}')]),
      rule('ca/rules/b.json', '{z}'),
    ]
    try {
      expandFiles(files)
      expect.unreachable()
    } catch (error) {
      expect((error as BadRecord).problems.map((p) => `${p.file} ${p.found}`)).toEqual([
        '/x/ca/parts.json {y}',
        '/x/ca/rules/a.json {x}',
        '/x/ca/rules/b.json {z}',
      ])
    }
  })
})

describe('the check of parts', () => {
  const run = (record: object) => {
    const { written } = expand(record, 'f.json')
    return checks.find((c) => c.id === 'parts')!.run({ ...recordsOf({}), written: new Map([['f.json', written]]) })
  }

  test('reports a part that no pattern uses', () => {
    expect(run(pattern('C', halogen))).toMatchObject([{ field: 'parts[0]', found: 'halogen-or-cf3' }])
    expect(run(pattern('[{halogen-or-cf3}]', halogen))).toEqual([])
  })

  test('reports a pattern of more than 150 characters as written, not as expanded', () => {
    expect(run(pattern('C'.repeat(151)))).toMatchObject([{ field: 'scaffolds[0].smarts' }])
    expect(run(pattern('C'.repeat(150)))).toEqual([])
    expect(run(pattern('{a}{a}', part('a', 'C'.repeat(100))))).toEqual([])
  })
})
