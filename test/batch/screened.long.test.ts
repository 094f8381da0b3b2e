import { describe, expect, test } from 'vitest'
import { mutated } from '../support/mutate.js'
import { corpus } from './corpus.js'
import { nastySmi } from './nasty.js'
import { batches, examples, lines, names, plain, recorded } from './screened.js'

const { rows } = batches()

describe.each<[string, () => string | Buffer]>([
  ['records', () => lines(recorded)],
  ['names of records', () => lines(names)],
  ['examples of rules', () => lines(examples)],
  [
    '1,500 damaged and recombined structures',
    () => lines([...mutated([...recorded, ...examples, ...plain, ...plain], 1500, 11)]),
  ],
  ['nasty lines', () => nastySmi],
  ['a corpus', () => corpus(3000, 40)],
])('%s', (_, content) => {
  test.each<string[][]>([[['--format', 'ndjson']], [['--format', 'csv']]])(
    'the same bytes with and without the screen: %j',
    async (args) => {
      const screened = await rows(content(), ...args)
      expect(screened.length).toBeGreaterThan(1000)
      expect(screened === (await rows(content(), ...args, '--no-screen'))).toBe(true)
    },
  )
})

test.each([
  [['-j', 'US']],
  [['--no-precursors']],
  [['--assume', 'cn-proposed-fentanyl-class']],
  [['--as-of', '1995-01-01']],
  [['--only', 'hits']],
  [['--only', 'clean']],
  [['--identify']],
  [['--no-identify']],
])('the same bytes with %j', async (args) => {
  const content = lines([...recorded.filter((_, i) => i % 5 === 0), ...plain])
  const screened = await rows(content, '--format', 'ndjson', ...args)
  expect(screened === (await rows(content, '--format', 'ndjson', ...args, '--no-screen'))).toBe(true)
})
