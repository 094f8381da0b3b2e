import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { writeJournal } from '../../src/batch/index.js'
import { run } from './fake-host.js'
import { placesFor } from './files.js'
import { inventory } from './inventory.js'

const { path, put } = placesFor('coverage-inventory-')
const day = ['--as-of', '2026-09-01', '-j', 'US']

describe('an inventory of 5,000 rows keyed by CAS number and name', () => {
  let file = ''
  beforeAll(() => void (file = put('inventory.csv', inventory(5000))))
  const batch = (output: string, ...more: string[]) =>
    run(['batch', file, ...day, '-o', path(output), '--quiet', ...more])
  const sha = (output: string) =>
    createHash('sha256')
      .update(readFileSync(path(output)))
      .digest('hex')

  test('one row for each row, the same with and without the screen, on several threads and in shards', async () => {
    expect((await batch('one.ndjson')).code).toBe(3)
    const rows = readFileSync(path('one.ndjson'), 'utf8').trim().split('\n')
    expect(rows).toHaveLength(5000)
    for (const more of [['--no-screen'], ['--workers', '2']]) {
      await batch('other.ndjson', ...more)
      expect(sha('other.ndjson')).toBe(sha('one.ndjson'))
    }
    await batch('a.ndjson', '--shard', '1/2')
    await batch('b.ndjson', '--shard', '2/2')
    await run(['merge', path('a.ndjson'), path('b.ndjson'), '-o', path('merged.ndjson')])
    expect(sha('merged.ndjson')).toBe(sha('one.ndjson'))
  })
  test('resumed where it was stopped', async () => {
    const output = path('cut.ndjson')
    await batch('cut.ndjson', '--resume')
    const wanted = sha('cut.ndjson')
    const { check: _, ...journal } = JSON.parse(readFileSync(`${output}.journal`, 'utf8'))
    const rows = `${readFileSync(output, 'utf8').split('\n').slice(0, 2000).join('\n')}\n`
    put('cut.ndjson', rows)
    await writeJournal(output, {
      ...journal,
      done: false,
      bytes: Buffer.byteLength(rows),
      sha256: createHash('sha256').update(rows).digest('hex'),
      tally: { ...journal.tally, total: 2000 },
      next: { index: 2001, source: 0, row: 2001, read: null },
    })
    await batch('cut.ndjson', '--resume')
    expect(sha('cut.ndjson')).toBe(wanted)
    const { err } = await batch('cut.ndjson', '--resume', '--columns', 'name=item')
    expect(err).toContain('options (columns)')
  })
})
