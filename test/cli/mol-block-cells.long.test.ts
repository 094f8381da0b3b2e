import { parquetWriteBuffer } from 'hyparquet-writer'
import { describe, expect, test } from 'vitest'
import { chainBlock, chainBlockV3000 } from '../batch/nasty.js'
import { run, runJson } from './fake-host.js'
import { placesFor } from './files.js'

const { path, put } = placesFor('coverage-cells-')
const us = ['-j', 'US', '--as-of', '2026-09-01', '--quiet']

/** The header lines of a block may all be blank, and RDKit always writes an empty title. */
const blocks: readonly (readonly [string, string])[] = [
  ['with an empty title', chainBlock('', 3)],
  ['with a blank title', chainBlock('   ', 3)],
  ['with three blank header lines', chainBlock('', 3).replace('  test', '')],
  ['with an empty title, in V3000', chainBlockV3000('', 3)],
  ['with an empty title and ends of lines of Windows', chainBlock('', 3).replaceAll('\n', '\r\n')],
  ['after more blank lines', `\n\n\n${chainBlock('a title', 3)}\n`],
]

const formats: Readonly<Record<string, (block: string) => string | Buffer>> = {
  csv: (block) => `id,smiles\nfirst,"${block}"\n`,
  tsv: (block) => `id\tsmiles\nfirst\t"${block}"\n`,
  ndjson: (block) => `${JSON.stringify({ id: 'first', smiles: block })}\n`,
  parquet: (block) =>
    Buffer.from(
      parquetWriteBuffer({
        columnData: [
          { name: 'id', data: ['first'] },
          { name: 'smiles', data: [block] },
        ],
      }),
    ),
}

describe.each(blocks)('a mol block %s', (title, block) => {
  test.each(Object.entries(formats))('is read in a cell of .%s', async (format, written) => {
    const { rows, code } = await runJson(['batch', put(`${title}.${format}`, written(block)), ...us])
    expect([code, rows.map((row) => [row.verdict, row.structure?.formula, row.problem])]).toEqual([
      0,
      [['uncontrolled', 'C3H9N', null]],
    ])
  })
  test('is read in a line of pipe', async () => {
    const { rows } = await runJson(['pipe', '-j', 'US', '--as-of', '2026-09-01'], {
      stdin: `${JSON.stringify({ smiles: block })}\n`,
    })
    expect(rows.map((row) => [row.verdict, row.structure?.formula])).toEqual([['uncontrolled', 'C3H9N']])
  })
})

test('a mol block keeps its header in a workbook, too', async () => {
  const book = path('blocks.xlsx')
  await run(['batch', put('for-xlsx.csv', formats.csv!(chainBlock('', 3))), ...us, '-o', book])
  const { rows } = await runJson(['batch', book, ...us])
  expect(rows.map((row) => [row.verdict, row.structure?.formula])).toEqual([['uncontrolled', 'C3H9N']])
})

test('a SMILES in a cell may have blanks and line breaks around it', async () => {
  const { rows } = await runJson(['batch', put('blanks.csv', 'smiles\n"\n CCN\n"\n'), ...us])
  expect(rows.map((row) => row.input)).toEqual(['CCN'])
})
