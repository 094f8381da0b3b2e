import { describe, expect, test } from 'vitest'
import { run } from './fake-host.js'
import { placesFor } from './files.js'

const { put, path } = placesFor('coverage-controls-')
/** A window title, a colour, a cleared screen, a bell, and a control character of eight bits. */
const acting = 'X\u001b]0;pwn\u0007\u001b[31m\u001b[2J\b\r\u009b'
const raw = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]|\r(?!\n)/
/** What a terminal may get: colours, and the line of progress. */
const ours = /\u001b\[(?:[127]|2[27]|3[13569])m|\r\u001b\[K/g

const file = (name: string, text: string) => put(name, text)
const smiles = () => file('rows.smi', `CCO ${acting}\nC1CC ${acting}\n${acting} b\n`)
const table = () => file('rows.csv', `smiles,${acting}\nCCO,${acting}\n"${acting}",b\n`)

describe.each([false, true])('input does not act on a terminal (is one: %s)', (tty) => {
  test.each<[string, () => string[]]>([
    ['check a name', () => ['check', acting]],
    ['check a CAS number', () => ['check', `50-00-1${acting}`]],
    ['check an InChI', () => ['check', `InChI=1S/CH4/h1H4${acting}`]],
    ['check a structure', () => ['check', `C1CC${acting}`, '--explain']],
    ['check on a day', () => ['check', 'C', '--as-of', acting]],
    ['check in a jurisdiction', () => ['check', 'C', '-j', acting]],
    ['check with a rule', () => ['check', 'C', '--rule', `${acting}.json`]],
    ['check with an edition', () => ['check', 'C', '--edition', acting]],
    ['check as Markdown', () => ['check', acting, '--format', 'md']],
    ['history', () => ['history', acting, '-j', 'US']],
    ['history of a file', () => ['history', smiles(), '-j', 'US']],
    ['a file that does not exist', () => ['batch', acting]],
    ['batch as CSV', () => ['batch', smiles(), '--format', 'csv', '-j', 'US']],
    ['batch of a table', () => ['batch', table(), '-j', 'US']],
    ['a column that does not exist', () => ['batch', table(), '--columns', `smiles=${acting}`, '-j', 'US']],
    ['compare', () => ['compare', smiles(), '--as-of', '2015-01-01', '--to', '2020-01-01', '-j', 'US']],
    ['expect', () => ['expect', file('expect.csv', `smiles,expected\nCCO,${acting}\n${acting},listed\n`)]],
    ['expect --lint', () => ['expect', '--lint', table()]],
    ['verify', () => ['verify', file('rows.ndjson', `{"input":"${acting}"}\n${acting}\n`)]],
    ['merge', () => ['merge', acting, '-o', path('out.csv')]],
    ['rule test', () => ['rule', 'test', file('rule.json', `{"id":${JSON.stringify(acting)}}`)]],
    ['a rule that is no JSON', () => ['rule', 'test', file('rule.json', acting)]],
    ['impact', () => ['impact', file('rule.json', `{"id":${JSON.stringify(acting)}}`)]],
    ['law show', () => ['law', 'show', acting]],
    ['law list', () => ['law', 'list', acting]],
    ['law search', () => ['law', 'search', acting]],
    ['law lint', () => ['law', 'lint', '--data', acting]],
    ['law draft', () => ['law', 'draft', file('list.csv', `name\n${acting}\n`), '-j', 'US']],
    ['settings', () => ['--config', file('coverage.config.json', JSON.stringify({ [acting]: acting })), 'check', 'C']],
    ['a command', () => [acting]],
    ['an option', () => ['check', `--${acting}`]],
  ])('%s', async (_, args) => {
    const { out, err } = await run(args(), { tty, stdin: '' })
    expect(out + err).not.toBe('')
    for (const text of [out, err]) expect(tty ? text.replace(ours, '') : text).not.toMatch(raw)
  })
})

test('an unknown name is quoted with its control characters escaped', async () => {
  const { out } = await run(['check', 'nosuch drug \u001b]0;pwn\u0007\u001b[31m'], { tty: true })
  expect(out).toContain(String.raw`'nosuch drug \u001b]0;pwn\u0007\u001b[31m'`)
})
