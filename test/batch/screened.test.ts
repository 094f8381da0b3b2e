import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dataFolder, law } from '../support/law.js'
import { mutated } from '../support/mutate.js'
import { readRecordFiles } from '../../src/cli/law-files/data-folder.js'
import { run } from '../cli/fake-host.js'
import { corpus } from './corpus.js'
import { nastySmi } from './nasty.js'

let folder = ''
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'coverage-screened-'))))
afterAll(() => rmSync(folder, { recursive: true }))

const recorded = law.edition.substances.flatMap((s) => (s.smiles === null ? [] : [s.smiles]))
const names = law.edition.substances.flatMap((s) => [s.name, ...(s.aliases ?? [])])
const examples = [
  ...new Set(
    [
      ...JSON.stringify(readRecordFiles(dataFolder).filter((f) => f.place.endsWith('.examples.json'))).matchAll(
        /"smiles":"((?:[^"\\]|\\.)*)"/g,
      ),
    ].map((m) => JSON.parse(`"${m[1]}"`) as string),
  ),
]
const plain = corpus(40, 1e9)
  .trim()
  .split('\n')
  .map((line) => line.split(' ')[0]!)

async function rows(content: string | Buffer, ...args: string[]): Promise<string> {
  const path = join(folder, args.includes('--input-format') ? 'in' : 'in.smi')
  writeFileSync(path, content)
  return (await run(['batch', path, '--as-of', '2026-09-01', '--quiet', ...args])).out
}

const lines = (texts: readonly string[]) => texts.map((text, i) => `${text.replaceAll('\n', ' ')} n${i}\n`).join('')

describe.each<[string, () => string | Buffer]>([
  ['records', () => lines(recorded)],
  ['names of records', () => lines(names.filter((name) => !/\s/.test(name)))],
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

test('tables: columns come along', async () => {
  const content = `smiles,id,note\n${plain.map((s, i) => `"${s}",i${i},"a ""b"", c${i}"`).join('\n')}\n`
  const args = ['--input-format', 'csv', '--format', 'ndjson']
  const screened = await rows(content, ...args)
  expect(screened).toContain('"note":"a \\"b\\", c3"')
  expect(screened === (await rows(content, ...args, '--no-screen'))).toBe(true)
})

test('--explain takes the full path: its rows say what only that knows', async () => {
  const { err } = await run(['batch', join(folder, 'in.smi'), '--format', 'ndjson', '--stats', '--explain'])
  expect(err).toContain('screen: 0 of ')
})

test('--stats: what was cleared, and why not the others', async () => {
  const path = join(folder, 'stats.smi')
  writeFileSync(path, corpus(1000, 20))
  const { err } = await run(['batch', path, '--format', 'ndjson', '--stats'])
  expect(err).toMatch(/screen: 9\d\d of 1000 cleared \(9\d\.\d\d %\)/)
  expect(err).toMatch(/\d+ {2}skeleton of a record \(/)
  expect(readFileSync(path, 'utf8').split('\n').length).toBe(1001)
})
