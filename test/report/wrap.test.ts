import { describe, expect, test } from 'vitest'
import { columnsOf, wrap } from '../../src/report/text/wrap.js'
import { printable } from '../../src/report/index.js'
import { shortened } from '../../src/report/documents.js'

test.each<[string, number, string[]]>([
  ['short', 10, ['short']],
  ['two words', 5, ['two', 'words']],
  ['abcdefghij', 4, ['abcd', 'efgh', 'ij']],
  ['', 5, ['']],
  ['芬太尼类物质', 4, ['芬太', '尼类', '物质']],
  ['N-(1-phenethyl)-amide', 10, ['N-(1-', 'phenethyl)', '-amide']],
])('%j in %i columns', (text, width, lines) => {
  expect(wrap(text, width)).toEqual(lines)
})

test('nothing is lost or wider than requested', () => {
  const text =
    '国办函〔2017〕120号 and six-ministry announcement; https://example.org/a/very/long/path/without/spaces and CCC(=O)N(c1ccccc1)C1CCN(CCc2ccccc2)CC1'
  for (let width = 2; width < 60; width++) {
    const lines = wrap(text, width)
    expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''))
    for (const line of lines) expect(columnsOf(line)).toBeLessThanOrEqual(width)
  }
})

describe('printable', () => {
  test.each([
    ['\u001b[31m', '\\u001b[31m'],
    ['a\0b', 'a\\u0000b'],
    ['x\u202ey', 'x\\u202ey'],
    ['芬太尼', '芬太尼'],
  ])('%j', (text, shown) => expect(printable(text)).toBe(shown))
})

test('shortened gives the original length', () => {
  expect(shortened('abcdef', 3)).toBe('abc... (6 characters)')
  expect(shortened('abc', 3)).toBe('abc')
})
