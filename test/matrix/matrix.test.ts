import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { codes, fileOf, substances, tables } from './tables.js'

// All of them: matrix.long.test.ts, which also writes the files.
describe('verdicts of every fifth recorded structure are those of the files', () => {
  const some = tables(5)
  it.each(codes)('%s', (code) => {
    const all = readFileSync(fileOf(code), 'utf8').trimEnd().split('\n')
    const [heading, lines] = [all.slice(0, 3), all.slice(3)]
    expect(lines.length).toBe(substances.length)
    expect(some.get(code)).toEqual([...heading, ...lines.filter((_, i) => i % 5 === 0)])
  })
})
