import { readFileSync } from 'node:fs'
import { ChunkJudge } from '../dist/batch/index.js'
import { Reader } from '../dist/chem/index.js'
import { Resolver } from '../dist/identifiers/index.js'
import { indexedLaw } from '../dist/batch/judge/indexed-law.js'

/** The edition that `npm run data` made. */
const edition = JSON.parse(readFileSync(new URL('../dist/edition.json', import.meta.url), 'utf8'))

/** Every recorded structure. */
// Scheduled chemicals are not used as starting structures.
const scheduled = new Set(
  edition.jurisdictions
    .flatMap((j) => j.lists)
    .filter((list) => list.control === 'chemical weapon')
    .flatMap((list) => list.entries.map((entry) => entry.substance)),
)
export const recorded = edition.substances.flatMap((s) => (s.smiles === null || scheduled.has(s.id) ? [] : [s.smiles]))

/** The day of the query, if not given: fixed, so that a seed always gives the same cases. */
const day = '2026-09-01'

/** Judges structures as `batch` does and returns the NDJSON rows. */
export class Rows {
  #judge

  /** @param screen false for the full path only */
  constructor({ screen, identify = 'controlled', law = edition, asOf = day }) {
    const codes = law.jurisdictions.map((j) => j.jurisdiction.code)
    const run = {
      edition: { id: law.id, sha256: law.sha256 },
      tool: { name: 'coverage', version: '0' },
      query: { asOf, jurisdictions: codes, assume: [] },
    }
    this.#judge = new ChunkJudge(new Resolver(indexedLaw(law), () => Reader.start()), {
      format: 'ndjson',
      query: { asOf },
      run,
      explain: false,
      identify,
      screen,
      only: null,
      jurisdictions: codes,
      files: null,
    })
  }

  async of(texts) {
    const records = texts.map((text, i) => ({ text, name: null, row: i + 1, fields: [], problem: null }))
    const { rows } = await this.#judge.judge({
      chunk: { kind: 'records', source: 0, row: 1, rows: records.length, records, columns: null },
      index: 1,
      died: [],
    })
    const lines = Buffer.from(rows).toString().split('\n')
    lines.pop()
    return lines
  }
}
