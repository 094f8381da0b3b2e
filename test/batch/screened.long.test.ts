import { describe, expect, test } from 'vitest'
import { mutated } from '../support/mutate.js'
import { corpus } from './corpus.js'
import { nastySmi } from './nasty.js'
import { batches, examples, lines, names, plain, recorded, sdFile } from './screened.js'

const { rows } = batches()

// What is cleared is written in another way than what is judged: also as CSV, for the inputs of which most is cleared.
describe.each<[string, () => string | Buffer, string[]]>([
  ['records', () => lines(recorded), ['ndjson']],
  ['names of records', () => lines(names), ['ndjson']],
  ['examples of rules', () => lines(examples), ['ndjson']],
  [
    '1,500 damaged and recombined structures',
    () => lines([...mutated([...recorded, ...examples, ...plain, ...plain], 1500, 11)]),
    ['ndjson', 'csv'],
  ],
  ['nasty lines', () => nastySmi, ['ndjson', 'csv']],
  ['a corpus', () => corpus(3000, 40), ['ndjson', 'csv']],
])('%s', (_, content, formats) => {
  test.each(formats)('the same bytes with and without the screen: %s', async (format) => {
    const screened = await rows(content(), '--format', format)
    expect(screened.length).toBeGreaterThan(1000)
    expect(screened === (await rows(content(), '--format', format, '--no-screen'))).toBe(true)
  })
})

test.each([[['--no-identify']], [['--identify']], [['-j', 'US,GB', '--no-precursors']]])(
  'mol blocks: the same bytes with %j',
  async (args) => {
    const content = sdFile([...recorded, ...examples, ...plain])
    const all = ['--format', 'ndjson', '--input-format', 'sdf', ...args]
    const screened = await rows(content, ...all)
    expect(screened === (await rows(content, ...all, '--no-screen'))).toBe(true)
  },
)

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
