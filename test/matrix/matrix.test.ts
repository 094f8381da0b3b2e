import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { codes, fileOf, rowsOf, substances } from './tables.js'

// All of them: matrix.long.test.ts, which also writes the files.
const some = substances.filter((_, i) => i % 5 === 0)
const size = 20
const chunks = Array.from({ length: Math.ceil(some.length / size) }, (_, i) => some.slice(i * size, (i + 1) * size))
const stored = new Map(codes.map((code) => [code, readFileSync(fileOf(code), 'utf8').trimEnd().split('\n').slice(3)]))
const substanceOf = (row: string) => row.split(' ')[1]!

test.each(codes)('%s: each line is about a recorded structure, and no two are about the same', (code) => {
  const ids = stored.get(code)!.map(substanceOf)
  const known = new Set(ids)
  expect(ids).toEqual(substances.map((s) => s.id).filter((id) => known.has(id)))
})

test.each(chunks.map((chunk) => [chunk[0]!.id, chunk] as const))(
  'verdicts of every fifth recorded structure from %s on are those of the files',
  (_, chunk) => {
    const rows = rowsOf(chunk)
    const ids = new Set(chunk.map((s) => s.id))
    for (const code of codes)
      expect(rows.get(code)).toEqual(stored.get(code)!.filter((row) => ids.has(substanceOf(row))))
  },
)
