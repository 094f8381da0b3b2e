#!/usr/bin/env node
// Writes the package `analogue-coverage-law` into a folder: an edition without code, so that law can be released
// separately.
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { atomFeed, jsonFeed, newsItems } from './news-feed.mjs'

const [folder, revision = '0'] = process.argv.slice(2)
if (folder === undefined || !/^\d+$/.test(revision)) {
  console.error('usage: bin/law-package.mjs FOLDER [REVISION]')
  process.exit(2)
}
const root = fileURLToPath(new URL('../', import.meta.url))
const { id, sha256 } = JSON.parse(readFileSync(join(root, 'dist/edition.json'), 'utf8'))
const { license } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
const [, year, month] = /^(\d{4})\.(\d{1,2})$/.exec(id) ?? []
if (year === undefined) throw new Error(`edition ${id} is not named by year and month`)

mkdirSync(folder, { recursive: true })
const put = (name, text) => writeFileSync(join(folder, name), text)
const news = readFileSync(join(root, 'data/NEWS.md'), 'utf8')
copyFileSync(join(root, 'dist/edition.json'), join(folder, 'edition.json'))
copyFileSync(join(root, 'LICENSE'), join(folder, 'LICENSE'))
put('NEWS.md', news)
put('news.atom', atomFeed(newsItems(news)))
put('news.json', jsonFeed(newsItems(news)))
const files = ['edition.json', 'NEWS.md', 'news.atom', 'news.json']
const manifest = {
  name: 'analogue-coverage-law',
  version: `${year}.${Number(month)}.${revision}`,
  description: `Controlled-substance law as data for analogue-coverage, edition ${id}.`,
  license,
  files,
  exports: Object.fromEntries(
    files.map((name) => [`./${name}`, `./${name}`]).concat([['./package.json', './package.json']]),
  ),
}
put('package.json', `${JSON.stringify(manifest, null, 2)}\n`)
put(
  'README.md',
  `# Law for coverage, edition ${id}

\`coverage check ... --edition analogue-coverage-law\` uses it in place of the edition that the program ships.
\`coverage law edition changes analogue-coverage-law\` says what differs. \`NEWS.md\` says what changed in law, for readers
of law; \`news.atom\` and \`news.json\` are the same as feeds.

SHA-256 of its content: \`${sha256}\`. Not legal advice: a substance not found may still be controlled.
`,
)
console.log(`${manifest.name}@${manifest.version}`)
