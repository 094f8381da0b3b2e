import { describe, expect, test } from 'vitest'
import { expand } from '../../src/law/parts/expand.js'
import { checks } from '../../src/law/authoring.js'
import { toMarkdown, withPartsInWords } from '../../src/report/law/index.js'
import { recordsOf } from '../support/records.js'

const part = (id: string, smarts: string) => ({ id, smarts, reads: 'words' })
const pattern = (smarts: string, ...parts: ReturnType<typeof part>[]) => ({
  ...(parts.length > 0 ? { parts } : {}),
  scaffolds: [{ smarts }],
})
const whole = (smarts: string, ...parts: ReturnType<typeof part>[]) =>
  expand(pattern(smarts, ...parts), 'f.json').value.scaffolds[0]!.smarts
const halogen = part('halogen-or-cf3', '$([F,Cl,Br,I]),$([CX4](F)(F)F)')

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
    expect(run(pattern('{a}{a}', part('a', 'C'.repeat(100))))).toEqual([])
  })
})

test('a page has short patterns, and their parts in words', () => {
  const { value, written } = expand(pattern('c1ccccc1-[{halogen-or-cf3}]', halogen), 'f.json')
  const page = toMarkdown(withPartsInWords([{ kind: 'items', items: [value.scaffolds[0]!.smarts] }], written))
  expect(page).toContain('- c1ccccc1-\\[{halogen-or-cf3}\\]')
  expect(page).toContain('| {halogen-or-cf3} | words | $(\\[F,Cl,Br,I\\])')
})
