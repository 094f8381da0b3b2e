import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { edition } from '../support/law.js'

test('docs/jurisdictions.md has a row for each jurisdiction of the edition, and for no other', () => {
  const page = readFileSync(new URL('../../docs/jurisdictions.md', import.meta.url), 'utf8')
  const codes = [...page.matchAll(/^\| \[([A-Z-]+)\]/gm)].map((m) => m[1])
  expect(codes).toEqual(edition.jurisdictions.map((j) => j.jurisdiction.code))
})
