import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { DOMParser } from '@xmldom/xmldom'
import { expect, test } from 'vitest'
import { fentanyl } from '../cli/fake-host.js'
import { placesFor } from '../cli/files.js'
import { edition } from '../support/law.js'

const { path, put } = placesFor('coverage-law-package-')
const root = fileURLToPath(new URL('../../', import.meta.url))
const read = (file: string) => readFileSync(path(file), 'utf8')

test('the law is a separate package, which --edition accepts by name', () => {
  const folder = path('node_modules/analogue-coverage-law')
  const made = spawnSync(process.execPath, [`${root}bin/law-package.mjs`, folder, '3'], { encoding: 'utf8' })
  expect(made.stdout).toMatch(/^analogue-coverage-law@\d{4}\.\d{1,2}\.3\n$/)
  put('package.json', '{}')
  const asked = spawnSync(
    process.execPath,
    [`${root}bin/coverage.js`, 'check', fentanyl, '--json', '-j', 'US', '--edition', 'analogue-coverage-law'],
    { cwd: path('.'), encoding: 'utf8' },
  )
  const row = JSON.parse(asked.stdout)
  expect([row.verdict, row.edition.sha256]).toEqual(['listed', edition.sha256])
})

test('its news are feeds: each item once, with its own id', () => {
  const feed = JSON.parse(read('node_modules/analogue-coverage-law/news.json'))
  const items = read('node_modules/analogue-coverage-law/NEWS.md').match(/^- /gm)!
  expect(feed.items).toHaveLength(items.length)
  expect(new Set(feed.items.map((item: { id: string }) => item.id)).size).toBe(items.length)
  for (const item of feed.items) expect(item.date_published).toMatch(/^\d{4}-\d{2}-01T00:00:00Z$/)
  const atom = new DOMParser().parseFromString(read('node_modules/analogue-coverage-law/news.atom'), 'text/xml')
  expect(atom.getElementsByTagName('entry')).toHaveLength(items.length)
})
