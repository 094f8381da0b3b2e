import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { updates } from './stored-sections.js'

/**
 * A file of answers, a line each: the input, then ` | ` and the answer. To try another input, add its line; after an
 * intended change run the test with UPDATE_ROWS=1 and check the difference.
 * @param url the file; @param size how many rows one test compares
 */
export function storedRows(url: URL, size: number, answersTo: (inputs: string[]) => string[]): void {
  const file = fileURLToPath(url)
  const rows = readFileSync(file, 'utf8').trimEnd().split('\n')
  const inputOf = (row: string) => row.split(' | ')[0]!
  const chunks = Array.from({ length: Math.ceil(rows.length / size) }, (_, i) => i * size)
  test.each(chunks.map((from) => [from + 1, Math.min(from + size, rows.length)] as const))(
    'rows %i to %i are those of the file',
    (first, last) => {
      const inputs = rows.slice(first - 1, last).map(inputOf)
      const answers = answersTo(inputs).map((answer, i) => `${inputs[i]} | ${answer}`)
      if (updates) {
        rows.splice(first - 1, answers.length, ...answers)
        writeFileSync(file, `${rows.join('\n')}\n`)
      }
      expect(answers).toEqual(rows.slice(first - 1, last))
    },
  )
}
