#!/usr/bin/env node
// node bin/law-issues.mjs FOLDER: opens or updates one issue for each law of a report of bin/law-watch.mjs, with gh.
import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const label = 'law-watch'
/** GitHub takes 65,536 characters. */
const mostCharacters = 60_000

const folder = process.argv[2]
if (folder === undefined || !existsSync(join(folder, 'laws'))) {
  console.error('usage: node bin/law-issues.mjs FOLDER, the output of bin/law-watch.mjs')
  process.exit(2)
}
const gh = (args, input = '') => execFileSync('gh', args, { encoding: 'utf8', input })

gh(['label', 'create', label, '--force', '--description', 'Published law that a person has to review'])
const open = JSON.parse(
  gh(['issue', 'list', '--label', label, '--state', 'open', '--limit', '200', '--json', 'number,title']),
)
for (const file of readdirSync(join(folder, 'laws')).sort()) {
  const title = `Law watch: ${file.replace(/\.md$/, '').toUpperCase()}`
  const report = readFileSync(join(folder, 'laws', file), 'utf8')
  const cut = '\n\nThe report is cut here; the artifact law-report of the run has all of it.\n'
  const body = report.length > mostCharacters ? report.slice(0, mostCharacters) + cut : report
  const known = open.find((issue) => issue.title === title)
  if (known) gh(['issue', 'edit', String(known.number), '--body-file', '-'], body)
  else gh(['issue', 'create', '--title', title, '--label', label, '--body-file', '-'], body)
  console.log(`${title}: ${known ? `issue ${known.number} updated` : 'issue opened'}`)
}
