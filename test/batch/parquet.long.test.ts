import { writeFileSync } from 'node:fs'
import { parquetWriteBuffer } from 'hyparquet-writer'
import { expect, test } from 'vitest'
import { ParquetThread } from '../../src/batch/input/parquet/parquet-thread.js'
import { parquetThread } from '../../src/cli/paths.js'
import { placesFor } from '../cli/files.js'

const { path } = placesFor('coverage-parquet-')

const rows = Array.from({ length: 60 }, (_, i) => i)
const whole = new Uint8Array(
  parquetWriteBuffer({
    columnData: [
      { name: 'id', data: rows.map((i) => `row${i}`), type: 'STRING' },
      { name: 'smiles', data: rows.map((i) => ['CCO', 'CCN', 'c1ccccc1'][i % 3]!), type: 'STRING' },
    ],
  }),
)

function damaged(at: number, byte: number): string {
  const file = path(`${at}-${byte}.parquet`)
  const bytes = Uint8Array.from(whole)
  bytes[at] = byte
  writeFileSync(file, bytes)
  return file
}

/** How reading a file ends. */
async function endOf(file: string, slowestMs: number): Promise<string> {
  const thread = new ParquetThread(parquetThread, file, slowestMs)
  let read = 0
  try {
    for (let part = await thread.next(); part !== null; part = await thread.next())
      if (part.kind === 'rows') read += part.rows.length
    return `${read} rows`
  } catch (error) {
    return (error as Error).message
  } finally {
    thread.close()
  }
}

test('a whole file is read', async () => {
  writeFileSync(path('whole.parquet'), whole)
  expect(await endOf(path('whole.parquet'), 10_000)).toBe('60 rows')
})

test('whatever byte of the first page is changed, reading ends', async () => {
  const ends: string[] = []
  for (let at = 14; at < 26; at++)
    ends.push(...(await Promise.all([0, 65, 128].map((byte) => endOf(damaged(at, byte), 500)))))
  // A run of values whose number is below zero is counted down for ever.
  expect(ends.filter((end) => end.startsWith('no row for')).length).toBeGreaterThan(0)
  expect(ends).toHaveLength(36)
})

test('a reader that hangs is given up when its input is closed', async () => {
  const thread = new ParquetThread(parquetThread, damaged(19, 65), 100_000)
  await thread.next()
  const waiting = thread.next()
  thread.close()
  await expect(waiting).rejects.toThrow('its thread ended')
})
