import { describe, expect, test, vi } from 'vitest'
import type { ComparedLine } from '../../src/batch/index.js'
import { worthScreen } from '../../src/answers/screens.js'
import { RowSpool } from '../../src/cli/compare/row-spool.js'
import { Screened } from '../../src/screen/index.js'
import { law } from '../support/law.js'
import { corpus } from '../batch/corpus.js'
import { fentanyl, run, runJson } from './fake-host.js'
import { testFolder } from './files.js'

vi.setConfig({ testTimeout: 120_000 })
const file = testFolder()
const enough = Math.ceil(worthScreen(law, {}))

/** Enough rows for a screen: everyday structures, recorded ones, names, and unreadable ones. */
const recorded = law.edition.substances.flatMap((s, i) => (s.smiles && i % 37 === 0 ? [`${s.smiles} ${s.id}`] : []))
const lines = [
  ...corpus(enough, 20).trimEnd().split('\n'),
  ...recorded,
  'C1CC(',
  '# comment',
  'MDMA',
  'cannabis',
  'no-such-name',
]

describe('compare uses the screen', () => {
  const days = ['-j', 'US,CN', '--as-of', '2026-09-01', '--against', '2014-01-01']
  test.each([
    [[...days, '--json']],
    [[...days, '--json', '--all']],
    [['-j', 'CN', '--against', 'US', '--as-of', '2018-11-26', '--format', 'csv', '--all']],
    [['-j', 'CN', '--as-of', '2018-11-26', '--assume', 'cn-proposed-fentanyl-class', '--json', '--all']],
  ])('%j: the same with and without it', async (args) => {
    const path = file('mixed.smi', `${lines.join('\n')}\n`)
    const cleared = vi.spyOn(Screened.prototype, 'clears')
    const quick = await run(['compare', path, ...args])
    expect(cleared.mock.results.filter((r) => r.value === true).length).toBeGreaterThan(20)
    cleared.mockClear()
    const full = await run(['compare', path, ...args, '--no-screen'])
    expect(cleared).not.toHaveBeenCalled()
    cleared.mockRestore()
    // A slow machine has progress on stderr.
    expect([quick.code, quick.out]).toEqual([full.code, full.out])
    expect(quick.code).toBe(3)
  })
  test('what one side alone controls is not cleared by the screen of both', async () => {
    const text = `${corpus(enough, Infinity)}CNC(C)Cc1ccc2c(c1)OCO2 mdma\n`
    const args = ['compare', file('mdma.smi', text), '-j', 'US', '--json']
    for (const [asOf, against, to] of [
      ['1988-01-27', '1988-03-23', 'listed'],
      ['1988-03-23', '1988-01-27', 'uncontrolled'],
    ] as const) {
      const { rows } = await runJson([...args, '--as-of', asOf, '--against', against])
      expect(rows.slice(0, -1).map((r) => [r.id, r.moves[0].to])).toEqual([['mdma', to]])
    }
  })
})

test('a line is looked up whole: acetone cyanohydrin is no acetone', async () => {
  const path = file('names.smi', `acetone cyanohydrin\nacetone\n${fentanyl} a name\n`)
  const { rows } = await runJson([
    ...['compare', path, '--json', '--all', '-j', 'US', '--as-of', '2019-01-01', '--against', '2020-01-01'],
  ])
  expect(rows.slice(0, -1).map((r: any) => [r.input, r.before])).toEqual([
    ['acetone cyanohydrin', 'unreadable'],
    ['acetone', 'listed'],
    [fentanyl, 'listed'],
  ])
})

test('lines of rows count header and line breaks in cells', async () => {
  const path = file('lines.csv', 'id,smiles,note\na,C1CC(,"two\nlines"\nb,C1CC(,\n')
  const { rows } = await runJson([
    ...['compare', path, '--json', '--all', '-j', 'US', '--as-of', '2019-01-01', '--against', '2020-01-01'],
  ])
  expect(rows.slice(0, -1).map((r: any) => r.line)).toEqual([2, 4])
})

test('rows that are kept are read back in order, from memory and from a file', async () => {
  const spool = new RowSpool()
  const long = 'C'.repeat(100_000)
  try {
    for (let i = 0; i < 400; i++) await spool.add({ ref: { index: i, id: `${i}`, input: long } } as ComparedLine)
    for (let time = 0; time < 2; time++) {
      const found: number[] = []
      for await (const row of spool.rows()) found.push(row.ref.index)
      expect(found).toEqual(Array.from({ length: 400 }, (_, i) => i))
    }
  } finally {
    await spool.close()
  }
})
