import { expect, test } from 'vitest'
import { rowsOf, storedRows, substances } from './tables.js'

// All of them: matrix.long.test.ts, which also writes the file.
const some = substances.filter((_, i) => i % 5 === 0)
const size = 20
const chunks = Array.from({ length: Math.ceil(some.length / size) }, (_, i) => some.slice(i * size, (i + 1) * size))
const stored = storedRows()
const substanceOf = (row: string) => row.slice(0, row.indexOf(' '))

test('each line is about a recorded structure, and no two are about the same', () => {
  const ids = stored.map(substanceOf)
  const known = new Set(ids)
  expect(ids).toEqual(substances.map((s) => s.id).filter((id) => known.has(id)))
})

test.each(chunks.map((chunk) => [chunk[0]!.id, chunk] as const))(
  'verdicts of every fifth recorded structure from %s on are those of the file',
  async (_, chunk) => {
    const ids = new Set(chunk.map((s) => s.id))
    expect(await rowsOf(chunk)).toEqual(stored.filter((row) => ids.has(substanceOf(row))))
  },
)
