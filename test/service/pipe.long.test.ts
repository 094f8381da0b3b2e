import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { corpus } from '../batch/corpus.js'
import { fentanyl, run, runJson } from '../cli/fake-host.js'
import { placesFor } from '../cli/files.js'

const { put } = placesFor('coverage-pipe-')
/** In a class in the United States since 2018-02-06, listed later. */
const crotonylfentanyl = 'CC=CC(=O)N(c1ccccc1)C1CCN(CCc2ccccc2)CC1'
const us = ['-j', 'US', '--as-of', '2026-09-01']

test('the rows of a pipe are those of a batch, byte for byte', async () => {
  const text = corpus(120, 15)
  const piped = await run(['pipe', ...us], { stdin: text })
  const batch = await run(['batch', put('rows.smi', text), ...us, '--workers', '1'])
  expect(piped.out === batch.out).toBe(true)
  expect(piped.code).toBe(batch.code)
})

test('each line is independent: a bad one is a row that says why, and the next is read', async () => {
  const lines = [
    `${fentanyl} first`,
    '',
    JSON.stringify({ id: 'second', smiles: 'CCO' }),
    JSON.stringify({ number: 7, cas: '437-38-7' }),
    JSON.stringify({ unheard: 'of' }),
    '{ broken',
    'C1CC third',
    `${'C'.repeat(1024 * 1024 + 1)} long`,
    JSON.stringify({ smiles: 'CCO', deep: JSON.parse('['.repeat(200) + ']'.repeat(200)) }),
    'CCO last',
  ]
  const { rows, code } = await runJson(['pipe', ...us], { stdin: `\ufeff${lines.join('\r\n')}` })
  expect(rows.map((row) => [row.index, row.id, row.problem?.code ?? row.verdict])).toEqual([
    [1, 'first', 'listed'],
    [2, 'row-2', 'empty'],
    [3, 'second', 'uncontrolled'],
    [4, '437-38-7', 'listed'],
    [5, 'row-5', 'not-a-structure'],
    [6, 'row-6', 'not-a-structure'],
    [7, 'third', 'syntax'],
    [8, 'row-8', 'too-long'],
    [9, 'row-9', 'too-long'],
    [10, 'last', 'uncontrolled'],
  ])
  expect(code).toBe(3)
})

test('a line with a day of its own is judged by the law of that day, unless dates are ignored', async () => {
  const line = (fields: object) => `${JSON.stringify({ smiles: crotonylfentanyl, ...fields })}\n`
  const days = ['2018-02-05', '2018-02-06', null, '2018-02-30']
  const stdin = days.map((asOf) => line({ asOf })).join('')
  const { rows, code } = await runJson(['pipe', ...us], { stdin })
  expect(rows.map((row) => [row.verdict, row.asOf])).toEqual([
    ['uncontrolled', '2018-02-05'],
    ['class', '2018-02-06'],
    ['listed', '2026-09-01'],
    ['unreadable', '2026-09-01'],
  ])
  expect(rows[3].problem).toMatchObject({ code: 'bad-day', message: expect.stringContaining('asOf is "2018-02-30"') })
  expect(code).toBe(3)
  const ignored = await runJson(['pipe', ...us, '--ignore-dates'], { stdin })
  expect(ignored.rows.map((row) => [row.verdict, row.asOf])).toEqual(days.map(() => ['listed', '2026-09-01']))
})

test('no input, no output; the line about the run comes before the first row', async () => {
  expect(await run(['pipe', ...us])).toMatchObject({ code: 0, out: '', err: '' })
  const { rows } = await runJson(['pipe', ...us, '--run-info', '-'], { stdin: 'CCO\n' })
  expect(rows).toHaveLength(2)
  expect(rows[0].laws.map((law: { code: string }) => law.code)).toEqual(['US'])
  expect(rows[0].notice).toContain('Not legal advice')
})

test('a line is answered before the next is written, and SIGTERM ends the pipe', async () => {
  const program = fileURLToPath(new URL('../../bin/coverage.js', import.meta.url))
  const pipe = spawn(process.execPath, [program, 'pipe', ...us], { stdio: ['pipe', 'pipe', 'inherit'] })
  for (const name of ['a', 'b']) {
    pipe.stdin.write(`CCO ${name}\n`)
    const [row] = (await once(pipe.stdout, 'data')) as [Buffer]
    expect(JSON.parse(row.toString()).id).toBe(name)
  }
  pipe.kill('SIGTERM')
  expect(await once(pipe, 'exit')).toEqual([143, null])
})
