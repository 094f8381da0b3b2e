import { describe, expect, test, vi } from 'vitest'
import { historyOf, historyOfNothing } from '../../src/matching/index.js'
import { Screened } from '../../src/screen/index.js'
import { law, reader } from '../support/law.js'
import { corpus } from '../batch/corpus.js'
import { fentanyl, run, runJson } from './fake-host.js'
import { testFolder } from './files.js'

vi.setConfig({ testTimeout: 120_000 })
const file = testFolder()

/** Enough lines for a screen: everyday structures, recorded ones, names, and unreadable ones. */
const recorded = law.edition.substances.flatMap((s, i) => (s.smiles && i % 131 === 0 ? [`${s.smiles} ${s.id}`] : []))
const lines = [
  ...corpus(40, 20).trimEnd().split('\n'),
  ...recorded,
  'CCO |$;;_AP1$| open',
  'C1CC(',
  'MDMA',
  'cannabis',
  '',
  'no such name',
  `  ${fentanyl}  a name`,
]
const text = `${lines.join('\n')}\n`
const outcome = ({ out, code }: { out: string; code: number }) => ({ out, code })

describe('history uses the screen', () => {
  test.each(['json', 'csv', 'text', 'md', 'html'])('as %s: the same with and without it', async (format) => {
    const args = ['history', '-', '-j', 'US,CN', '--format', format]
    const cleared = vi.spyOn(Screened.prototype, 'clears')
    const quick = await run(args, { stdin: text })
    expect(cleared.mock.results.filter((r) => r.value === true).length).toBeGreaterThan(15)
    cleared.mockClear()
    const full = await run([...args, '--no-screen'], { stdin: text })
    expect(cleared).not.toHaveBeenCalled()
    cleared.mockRestore()
    expect(outcome(quick)).toEqual(outcome(full))
    expect(quick.code).toBe(3)
  })
  test('on two threads: the same', async () => {
    const args = ['history', '-', '-j', 'US,CN', '--json']
    const one = await run(args, { stdin: text })
    expect(outcome(await run([...args, '--workers', '2'], { stdin: text }))).toEqual(outcome(one))
  })
  test('a structure controlled only for some weeks is not cleared', async () => {
    const input = `${corpus(20, Infinity)}CC(N)Cc1ccc2c(c1)OCO2 mda\nCNC(C)Cc1ccc2c(c1)OCO2 mdma\n`
    const { rows } = await runJson(['history', '-', '-j', 'US', '--json'], { stdin: input })
    const verdicts = rows.at(-1).jurisdictions[0].chapters.map((c: any) => c.verdict)
    expect(verdicts).toEqual(['undecided', 'uncontrolled', 'listed', 'listed', 'uncontrolled', 'listed'])
  })
})

test('an uncontrolled structure has the history that the full path gives', async () => {
  const own = reader.read('CCOC(=O)c1ccc(O)cc1', (structure) => historyOf(structure, law, {}))
  expect(historyOfNothing(law, {})).toEqual(own)
})

describe('a file of structures', () => {
  test('each row has the history of its structure', async () => {
    const { rows } = await runJson([
      ...['history', '-j', 'CN', '--json', file('some.smi', `${fentanyl} a\nC1CC( b\nCCO c\n`)],
    ])
    const { rows: one } = await runJson(['history', '-j', 'CN', '--json', fentanyl])
    expect(rows.map((r) => [r.index, r.id, r.input])).toEqual([
      [1, 'a', fentanyl],
      [2, 'b', 'C1CC('],
      [3, 'c', 'CCO'],
    ])
    expect(rows[0].jurisdictions).toEqual(one[0].jurisdictions)
    expect(rows[1].problem.code).toBe('syntax')
  })
  test('the columns of a table identify its rows', async () => {
    const table = file('some.csv', 'id,cas,what\n7,437-38-7,\n8,,CCO\n')
    const { rows } = await runJson(['history', '-j', 'CN', '--json', table, '--columns', 'smiles=what'])
    expect(rows.map((r) => [r.id, r.input, r.lookup?.substance])).toEqual([
      ['7', '437-38-7', 'fentanyl'],
      ['8', 'CCO', undefined],
    ])
  })
  test('column options without a file are rejected, and the file is not overwritten', async () => {
    expect((await run(['history', fentanyl, '--columns', 'smiles=x'])).err).toContain('give one file of structures')
    const path = file('own.csv', 'smiles\nCCO\n')
    expect((await run(['history', path, '-o', path])).err).toContain('is both an input and output')
  })
})
