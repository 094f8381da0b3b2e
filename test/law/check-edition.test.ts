import { mkdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { editionFile } from '../../src/cli/law-files/law-file.js'
import { editionChanges } from '../../src/law/index.js'
import { run } from '../cli/fake-host.js'
import { placesFor } from '../cli/files.js'
import { edition } from '../support/law.js'

const { path, put } = placesFor('coverage-editions-')

test('two editions that are the same have no changes', async () => {
  expect(editionChanges(edition, edition)).toEqual({ changes: [], reviewed: [] })
  const { out, code } = await run(['law', 'edition', 'changes', 'dist/edition.json'])
  expect(out).toContain('The records are the same.')
  expect(code).toBe(0)
})

test('records that were added, changed and removed, and a law that was reviewed since', () => {
  const [first, ...others] = edition.jurisdictions
  const [list, ...lists] = first!.lists
  const [entry, changed, ...entries] = list!.entries
  const before = {
    ...edition,
    substances: edition.substances.slice(1),
    jurisdictions: [
      {
        ...first!,
        jurisdiction: { ...first!.jurisdiction, verified_through: '2020-01-01' },
        rules: [...first!.rules, { ...first!.rules[0]!, id: 'gone' }],
        lists: [{ ...list!, entries: [{ ...changed!, name_in_law: 'otherwise' }, ...entries] }, ...lists],
      },
      ...others,
    ],
  }
  const { code } = first!.jurisdiction
  const found = editionChanges(before, edition)
  expect(found.changes.map((c) => [c.what, c.kind, c.jurisdiction, c.id])).toEqual([
    ['added', 'substance', null, edition.substances[0]!.id],
    ['added', 'entry', code, `${list!.id} ${entry!.substance}`],
    ['changed', 'entry', code, `${list!.id} ${changed!.substance}`],
    ['removed', 'rule', code, 'gone'],
  ])
  expect(found.reviewed).toEqual([{ jurisdiction: code, from: '2020-01-01', to: first!.jurisdiction.verified_through }])
})

test('an edition is given by its file, a folder that contains one, or a package', () => {
  put('edition.json', '{}')
  expect(editionFile(path('edition.json'))).toBe(path('edition.json'))
  expect(editionFile(path('.'))).toBe(path('edition.json'))
  expect(editionFile('analogue-coverage-law-that-is-not-there')).toBe('analogue-coverage-law-that-is-not-there')
  mkdirSync(path('empty'))
  expect(editionFile(path('empty'))).toBe(path('empty'))
})
