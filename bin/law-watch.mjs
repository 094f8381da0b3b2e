#!/usr/bin/env node
// Looks at the places where the recorded laws are published, compares the texts with the records and writes what a
// person has to review. `node bin/law-watch.mjs FOLDER` keeps the texts in FOLDER; see docs/keeping-law.md.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { fileURLToPath } from 'node:url'
import { coverage, watch } from './law-watch/watch.mjs'

const usage = `usage: node bin/law-watch.mjs FOLDER [-j CODES] [--since DAY] [-o FOLDER]
       node bin/law-watch.mjs --offline FOLDER [-j CODES] [-o FOLDER]

Looks at the places in data/*/sources.json, keeps the texts in FOLDER, and writes the report to stdout, and to report.md,
report.json, laws/ and drafts/ in the output (default: FOLDER/report; with --offline, nothing is written without -o).

  -j, --jurisdiction CODES  only these, comma-separated
  --since DAY               announcements since this day (default: the day up to which each law was reviewed)
  --offline FOLDER          no network: the texts that lie in FOLDER, as CODE/ID.xml, CODE/ID-DAY.xml or CODE/ID/
  -o, --output FOLDER       where the report goes

Exit code: 0 looked, nothing new; 1 something to review; 2 could not look at everything, and the report says at what.
LAW_WATCH_CONTACT names a page or address by which the keepers of the hosts can reach you.`

const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url))

function wrong(why) {
  console.error(`law-watch: ${why}\n\n${usage}`)
  process.exit(2)
}

function choice() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        jurisdiction: { type: 'string', short: 'j' },
        since: { type: 'string' },
        offline: { type: 'string' },
        output: { type: 'string', short: 'o' },
        help: { type: 'boolean', short: 'h' },
      },
    })
  } catch (error) {
    return wrong(error.message)
  }
}

const { values, positionals } = choice()
if (values.help) {
  console.log(usage)
  process.exit(0)
}
const offline = values.offline !== undefined
const folder = values.offline ?? positionals[0]
if (folder === undefined || positionals.length !== (offline ? 0 : 1)) wrong('give one folder')
if (offline && !(existsSync(folder) && statSync(folder).isDirectory())) wrong(`there is no folder ${folder}`)
if (values.since !== undefined && (!/^\d{4}-\d{2}-\d{2}$/.test(values.since) || Number.isNaN(Date.parse(values.since))))
  wrong('--since expects a day, YYYY-MM-DD')

const json = (path) => JSON.parse(readFileSync(path, 'utf8'))
const all = readdirSync(at('data'))
  .filter((name) => existsSync(at(`data/${name}/sources.json`)))
  .map((name) => ({ ...json(at(`data/${name}/jurisdiction.json`)), sources: json(at(`data/${name}/sources.json`)) }))
const wanted = values.jurisdiction?.split(',').map((code) => code.trim().toUpperCase())
const unknown = wanted?.find((code) => !all.some((law) => law.code === code))
if (unknown !== undefined)
  wrong(`no sources of ${unknown} are recorded; there are: ${all.map((l) => l.code).join(', ')}`)

const { version } = json(at('package.json'))
const contact = process.env.LAW_WATCH_CONTACT?.replace(/[^\x21-\x7e]/g, '')
const { markdown, exit } = await watch({
  laws: all.filter((law) => wanted?.includes(law.code) ?? true),
  folder,
  offline,
  since: values.since ?? null,
  today: new Date().toISOString().slice(0, 10),
  output: values.output ?? (offline ? null : join(folder, 'report')),
  agent: `analogue-coverage-law-watch/${version}${contact ? ` (+${contact})` : ''}`,
  tool: coverage([at('bin/coverage.js')]),
  data: at('data'),
  edition: at('dist/edition.json'),
})
process.stdout.write(markdown)
process.exitCode = exit
