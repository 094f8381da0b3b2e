import { describe, expect, test } from 'vitest'
import { mutated } from '../support/mutate.js'
import { every } from '../support/share.js'
import { corpus } from './corpus.js'
import { nastySmi } from './nasty.js'
import { batches, examples, lines, names, plain, recorded, sdFile, some } from './screened.js'

const { rows } = batches()

// Cleared records are written by other code than judged ones: so CSV, too, for inputs that are mostly cleared.
describe.each<[string, () => string | Buffer, string[], ...string[]]>([
  ['records', () => lines(some(recorded, every)), ['ndjson']],
  // The law of their structures is asked above.
  ['names of records', () => lines(some(names, 6)), ['ndjson'], '-j', 'CZ'],
  ['examples of rules', () => lines(some(examples, every)), ['ndjson']],
  [
    '500 damaged and recombined structures',
    () => lines([...mutated([...recorded, ...examples, ...plain, ...plain], 500, 11)]),
    ['ndjson'],
  ],
  ['nasty lines', () => nastySmi, ['ndjson', 'csv']],
  ['a corpus', () => corpus(2400 / every, 40), ['ndjson', 'csv']],
])('%s', (_, content, formats, ...law) => {
  test.each(formats)('the same bytes with and without the screen: %s', async (format) => {
    const input = content()
    const screened = await rows(input, '--format', format, ...law)
    expect(screened.length).toBeGreaterThan(1000)
    expect(screened === (await rows(input, '--format', format, ...law, '--no-screen'))).toBe(true)
  })
})

test.each([['--no-identify'], ['--identify'], ['-j', 'US,GB', '--kinds', 'drug']].map((args, i) => ({ args, i })))(
  'mol blocks: the same bytes with $args',
  async ({ args, i }) => {
    const content = sdFile([...some([...recorded, ...examples], 3 * every, i), ...plain])
    const all = ['--format', 'ndjson', '--input-format', 'sdf', ...args]
    const screened = await rows(content, ...all)
    expect(screened === (await rows(content, ...all, '--no-screen'))).toBe(true)
  },
)

const options = [
  ['-j', 'US'],
  ['--kinds', 'drug'],
  ['--assume', 'cn-proposed-fentanyl-class'],
  ['--as-of', '1995-01-01'],
  ['--only', 'hits'],
  ['--only', 'clean'],
  ['--identify'],
  ['--no-identify'],
]
test.each(options.map((args, i) => ({ args, i })))('the same bytes with $args', async ({ args, i }) => {
  const content = lines([...some(recorded, 16, 2 * i), ...plain])
  const screened = await rows(content, '--format', 'ndjson', ...args)
  expect(screened === (await rows(content, '--format', 'ndjson', ...args, '--no-screen'))).toBe(true)
})
