import { expect, it } from 'vitest'
import { codeOfEntry, codeOfRule, codesOfEntry } from '../../src/law/index.js'

const entry = { code: '7000', former_codes: [{ code: '7297', until: '2026-02-19' }] }

it.each([
  ['1 day before the code changes', '2026-02-18', '7297'],
  ['the day on which it changes', '2026-02-19', '7000'],
])('%s', (_, asOf, code) => {
  expect(codeOfEntry(entry, asOf)).toBe(code)
})

it('an entry is found by every code that it has had', () => {
  expect(codesOfEntry(entry)).toEqual(['7297', '7000'])
})

it.each([
  ['1 day before the class has its code', '2026-02-18', null],
  ['the day on which it has it', '2026-02-19', '7000'],
])('%s', (_, asOf, code) => {
  expect(codeOfRule({ code: '7000', code_from: '2026-02-19' }, asOf)).toBe(code)
})
