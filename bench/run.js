// npm run bench -- [CORPUS.smi.gz] [--json FILE] [--before FILE]
// What the machine does beside moves the times: what is compared runs in turn, and a ratio of ours to ours is the median of several pairs.
// --json writes all figures; the ratios of such a file, by default those of the last release, stand beside those of today.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { bulk, hits } from './bulk.js'
import { classic } from './classic.js'
import { cold } from './cold.js'
import { python, versions } from './commands.js'
import { laws } from './laws.js'
import { otherCommands } from './other-commands.js'
import { Table } from './table.js'

const { values, positionals } = parseArgs({
  options: { json: { type: 'string' }, before: { type: 'string' } },
  allowPositionals: true,
})
const [corpus] = positionals
const processor = cpus()[0].model
const released = fileURLToPath(new URL('released.json', import.meta.url))
const before = values.before ?? (existsSync(released) ? released : null)
const earlier = before && JSON.parse(readFileSync(before, 'utf8'))
const table = new Table(earlier)
const compared = { ...versions(), processor }
table.heading('What is compared')
if (earlier && earlier.versions.processor !== processor)
  console.log(`The figures before are of another processor, ${earlier.versions.processor}: only ratios compare.`)
for (const [name, version] of Object.entries(compared)) table.note(name, version)
if (!python)
  console.log('Python RDKit is missing (apt-get install python3-rdkit): nothing to compare with, our side only.')

const folder = mkdtempSync(join(tmpdir(), 'coverage-bench-'))
const parts = [() => cold(table), () => hits(table, folder)]
if (corpus) parts.push(...[bulk, laws, classic, otherCommands].map((part) => () => part(table, corpus, folder)))
else console.log('No corpus given: npm run bench -- CORPUS.smi.gz')
try {
  for (const part of parts) {
    await part()
    // After each, as the whole takes a quarter of an hour.
    if (values.json)
      table.write(values.json, {
        versions: compared,
        corpus: corpus ? basename(corpus) : null,
        written: new Date().toISOString(),
      })
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
if (values.json) console.log(`\nwrote ${values.json}`)
