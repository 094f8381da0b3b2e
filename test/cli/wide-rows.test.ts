import { expect, test } from 'vitest'
import { run } from './fake-host.js'
import { placesFor } from './files.js'

const { path, put } = placesFor('coverage-wide-rows-')
const csv = put('wide.csv', 'id,smiles\na,CCO,x\nb,CCC\nc,CC,y,z\n')
const days = ['-j', 'US', '--as-of', '2020-01-01']

test.each<[string, string[]]>([
  ['batch, JSON lines', ['batch', csv, ...days, '--format', 'ndjson']],
  ['batch, summary', ['batch', csv, ...days, '--format', 'summary', '--quiet']],
  ['batch, CSV', ['batch', csv, ...days, '--format', 'csv']],
  ['compare', ['compare', csv, ...days, '--against', '2025-01-01']],
  ['history', ['history', csv, '-j', 'US']],
  ['history, a file', ['history', csv, '-j', 'US', '-o', path('out.ndjson')]],
])('%s: rows with more cells than the header are reported once', async (_, args) => {
  const { err } = await run(args)
  expect(err.match(/wide\.csv: 2 rows have (more cells than the header|values in columns)/g)).toHaveLength(1)
})

test('empty cells beyond the header, as spreadsheets write them, are not', async () => {
  const { err } = await run(['batch', put('empty.csv', 'id,smiles\na,CCO,, \nb,CCC,\n'), ...days, '--format', 'ndjson'])
  expect(err).not.toContain('header')
})

test('objects and records may each have fields of their own', async () => {
  const objects = put('own.ndjson', '{"smiles":"CCO"}\n{"smiles":"CC","note":"x"}\n')
  const { err } = await run(['batch', objects, ...days, '--format', 'ndjson'])
  expect(err).not.toContain('header')
})
