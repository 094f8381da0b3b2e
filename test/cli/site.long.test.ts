import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { glob } from 'tinyglobby'
import { expect, test } from 'vitest'
import { law } from '../support/law.js'
import { run } from './fake-host.js'
import { placesFor } from './files.js'

const { path } = placesFor('coverage-site-')

test('law pages -o: one page per record, at an address made of its ids, and every link works', async () => {
  const folder = path('site')
  expect(await run(['law', 'pages', '-o', folder])).toMatchObject({ code: 0, err: `wrote ${folder}\n` })
  const { substances, terms, jurisdictions } = law.edition
  const expected = [
    'index.html',
    ...substances.map(({ id }) => `substance/${id}.html`),
    ...terms.map(({ id }) => `term/${id}.html`),
    ...jurisdictions.flatMap(({ jurisdiction, lists, rules, instruments }) => {
      const code = jurisdiction.code.toLowerCase()
      return [
        `${code}/index.html`,
        `${code}/instruments.html`,
        ...lists.map(({ id }) => `${code}/list/${id}.html`),
        ...rules.map(({ id }) => `${code}/rule/${id}.html`),
        ...instruments.map(({ id }) => `${code}/instrument/${id}.html`),
      ]
    }),
  ]
  for (const file of expected) expect(existsSync(join(folder, file)), file).toBe(true)
  const broken: string[] = []
  for (const file of await glob('**/*.html', { cwd: folder })) {
    const text = readFileSync(join(folder, file), 'utf8')
    expect(text).not.toMatch(/<script/)
    for (const [, href] of text.matchAll(/ href="([^"]*)"/g))
      if (!/^https?:/.test(href!) && !existsSync(join(folder, dirname(file), href!))) broken.push(`${file}: ${href}`)
  }
  expect(broken).toEqual([])
  expect(readFileSync(join(folder, 'us/rule/us-fentanyl-related-substances.html'), 'utf8')).toContain('<svg')
}, 600_000)

test('a site is not compared', async () => {
  const { code, err } = await run(['law', 'pages', '-o', 'x', '--check'])
  expect([code, err]).toEqual([2, expect.stringContaining('is not compared')])
})
