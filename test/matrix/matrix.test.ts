import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { codes, fileOf, rowsOf, substances } from './tables.js'

// All of them: matrix.long.test.ts, which also writes the files.
const some = substances.flatMap((substance, i) => (i % 5 === 0 ? [{ substance, line: i }] : []))
const size = 20
const chunks = Array.from({ length: Math.ceil(some.length / size) }, (_, i) => some.slice(i * size, (i + 1) * size))

test.each(chunks.map((chunk) => [chunk[0]!.substance.id, chunk] as const))(
  'verdicts of every fifth recorded structure from %s on are those of the files',
  (_, chunk) => {
    const rows = rowsOf(chunk.map(({ substance }) => substance))
    for (const code of codes) {
      const lines = readFileSync(fileOf(code), 'utf8').trimEnd().split('\n').slice(3)
      expect(lines.length).toBe(substances.length)
      expect(rows.get(code)).toEqual(chunk.map(({ line }) => lines[line]))
    }
  },
)
