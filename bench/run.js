// npm run bench -- [CORPUS.smi.gz] [--json FILE] [--before FILE]
// What the machine does beside moves the times: what is compared runs in turn, and a ratio of ours to ours is the median of several pairs.
// --json writes all figures; --before prints the ratios of such a file beside those of today.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { bulk, hits } from './bulk.js'
import { classic } from './classic.js'
import { cold } from './cold.js'
import { python, versions } from './commands.js'
import { otherCommands } from './other-commands.js'
import { Table } from './table.js'

const { values, positionals } = parseArgs({
  options: { json: { type: 'string' }, before: { type: 'string' } },
  allowPositionals: true,
})
const [corpus] = positionals
const table = new Table(values.before && JSON.parse(readFileSync(values.before, 'utf8')))
const compared = versions()
table.heading('What is compared')
for (const [name, version] of Object.entries(compared)) table.note(name, version)
if (!python)
  console.log('Python RDKit is missing (apt-get install python3-rdkit): nothing to compare with, our side only.')

const folder = mkdtempSync(join(tmpdir(), 'coverage-bench-'))
const parts = [() => cold(table), () => hits(table, folder)]
if (corpus) parts.push(...[bulk, classic, otherCommands].map((part) => () => part(table, corpus, folder)))
else console.log('No corpus given: npm run bench -- CORPUS.smi.gz')
try {
  for (const part of parts) {
    await part()
    // After each, as the whole takes half an hour.
    if (values.json)
      table.write(values.json, { versions: compared, corpus: corpus ?? null, written: new Date().toISOString() })
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
if (values.json) console.log(`\nwrote ${values.json}`)
