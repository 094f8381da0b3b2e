import { readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { run } from '../cli/fake-host.js'
import { damagedBlocks } from '../support/blocks.js'
import { keepAnswers } from '../support/kept-answers.js'
import { mutated } from '../support/mutate.js'
import { every } from '../support/share.js'
import { corpus } from './corpus.js'
import { nastySmi } from './nasty.js'
import { batches, examples, lines, names, plain, recorded, sdFile, some } from './screened.js'

// Answers with and without the engine are kept apart.
keepAnswers()
const { rows, path } = batches()

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

test.each(
  [
    ['--identify', 'listed'],
    ['--identify', 'all'],
    ['-j', 'US,GB', '--kinds', 'drug'],
  ].map((args, i) => ({ args, i })),
)('mol blocks: the same bytes with $args', async ({ args, i }) => {
  const content = sdFile([...some([...recorded, ...examples], 3 * every, i), ...plain])
  const all = ['--format', i === 2 ? 'csv' : 'ndjson', '--input-format', 'sdf', ...args]
  const screened = await rows(content, ...all)
  expect(screened === (await rows(content, ...all, '--no-screen'))).toBe(true)
})

const options = [
  ['-j', 'US'],
  ['--kinds', 'drug'],
  ['--assume', 'cn-proposed-fentanyl-class'],
  ['--as-of', '1995-01-01'],
  ['--only', 'hits'],
  ['--only', 'clean'],
  ['--identify', 'all'],
  ['--identify', 'listed'],
]
test.each(options.map((args, i) => ({ args, i })))('the same bytes with $args', async ({ args, i }) => {
  const content = lines([...some(recorded, 4 * every, 4 * i), ...plain])
  const screened = await rows(content, '--format', 'ndjson', ...args)
  expect(screened === (await rows(content, '--format', 'ndjson', ...args, '--no-screen'))).toBe(true)
})

test.each<[string, () => string | Buffer, string[]]>([
  [
    'aromatic rings with a triple bond',
    () =>
      lines(['Clc1ccc(C(Cn2ccnc2)OCc2ccsc2Cl)#c(Cl)c1', 'CCOCC1=CC=CC#C1', 'c1ccc(C(Cn2ccnc2)OCC)#cc1', 'C#Cc1ccccc1']),
    ['--format', 'ndjson'],
  ],
  [
    'imidates, which are amides when their ester bond is cleaved',
    () =>
      lines([
        'COC(=N)C(C)(C)NC(=O)c1cn(CCCCC)c2ccccc12',
        'COC(=N)C(OC(=O)c1nn(CC2CCCCC2)c2ccccc12)C(C)(C)C',
        'COC(=N)C(NC(=O)c1nn(CC2CCCCC2)c2ccccc12)C(C)(C)C',
      ]),
    ['--format', 'ndjson'],
  ],
  [
    'forms of recorded substances whose hydrogens on carbon are elsewhere',
    () =>
      lines([
        'CC(=N)C(O)c1ccc(F)cc1',
        'COc1cc(C(O)C=N)c(OC)cc1Br',
        'O=C1N=C(c2ccccc2Cl)c2cc(Br)ccc2NC1O',
        'O=C1NC(c2ccccc2F)=c2cc([N+](=O)[O-])ccc2=NC1O',
        'C[C@]1(O)CC[C@H]2[C@@H]3CC=C4C(=O)C(O)CC[C@@H]4[C@H]3CC[C@@]21C',
        'C[C@@H](Cc1ccccc1)NC(O)C(=N)CCCCN',
      ]),
    ['--format', 'ndjson'],
  ],
  [
    'damaged mol blocks',
    () =>
      [
        ...damagedBlocks(
          sdFile([...some(recorded, 30, 4), ...plain])
            .split('$$$$\n')
            .slice(0, -1),
          150,
          5,
        ),
      ]
        .map((block) => `${block}$$$$\n`)
        .join(''),
    ['--format', 'ndjson', '--input-format', 'sdf'],
  ],
])('the same bytes with and without the screen: %s', async (_, content, args) => {
  const input = content()
  const screened = await rows(input, ...args)
  expect(screened.length).toBeGreaterThan(1000)
  expect(screened === (await rows(input, ...args, '--no-screen'))).toBe(true)
})

test('tables: columns are kept', async () => {
  const content = `smiles,id,note\n${plain.map((s, i) => `"${s}",i${i},"a ""b"", c${i}"`).join('\n')}\n`
  const args = ['--input-format', 'csv', '--format', 'ndjson']
  const screened = await rows(content, ...args)
  expect(screened).toContain('"note":"a \\"b\\", c3"')
  expect(screened === (await rows(content, ...args, '--no-screen'))).toBe(true)
})

/** What the last line of `--log` says of the screen. */
const screening = (err: string) => JSON.parse(err.trimEnd().split('\n').at(-1)!).screening

test('most mol blocks of a collection are answered without RDKit', async () => {
  const input = path('plain.sdf')
  writeFileSync(input, sdFile(plain))
  const { err } = await run(['batch', input, '--format', 'ndjson', '--log'])
  expect(screening(err).cleared).toBeGreaterThan(0.9 * plain.length)
})

test('--explain takes the full path: its rows contain what only that path knows', async () => {
  writeFileSync(path('some.smi'), lines(plain))
  const { err } = await run(['batch', path('some.smi'), '--format', 'ndjson', '--log', '--explain'])
  expect(screening(err).cleared).toBe(0)
})

test('--log: how many were cleared, and why not the others', async () => {
  const input = path('stats.smi')
  writeFileSync(input, corpus(1000, 20))
  const { err } = await run(['batch', input, '--format', 'ndjson', '--log'])
  expect(screening(err).cleared).toBeGreaterThan(900)
  expect(screening(err).referrals).toContainEqual(['skeleton of a record', expect.any(Number)])
  expect(readFileSync(input, 'utf8').split('\n').length).toBe(1001)
})
