import { readFileSync } from 'node:fs'
import { Readable } from 'node:stream'
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inputFormats, type InputFormat, openSource } from '../../src/batch/index.js'
import { run } from '../cli/fake-host.js'
import { placesFor } from '../cli/files.js'
import {
  batchOf,
  ndjsonOf,
  programs,
  sdRecord,
  question,
  type Row,
  type Started,
  startService,
  written,
} from './doors.js'
import { mixed } from './rows.js'

const { path, put } = placesFor('coverage-doors-')
let started: Started
beforeAll(async () => void (started = await startService()))
afterAll(() => started.close())

const expected = mixed.map(([, verdict]) => verdict)
/** A line has one field; the others have an id of their own. */
const alone = mixed.filter(([row]) => Object.keys(row).length === 1)

describe('the same row has the same verdict', () => {
  test.each(Object.keys(written) as (keyof typeof written)[])('in a file: %s', async (format) => {
    const own = format === 'smi' ? alone : mixed
    expect(await batchOf(format, put)(own.map(([row]) => row))).toEqual(own.map(([, verdict]) => verdict))
  })
  test.each(Object.entries(programs(() => started)))('%s', async (_, door) => {
    expect(await door(mixed.map(([row]) => row))).toEqual(expected)
  })
  test('every format of input is a door here', () =>
    expect(Object.keys(written).sort()).toEqual([...inputFormats].sort()))
  test('every route and tool that takes substances is a door here', async () => {
    const routes = started.app.routes.flatMap(({ method, path: own }) => (method === 'POST' ? [own] : []))
    expect([...new Set(routes)].sort()).toEqual(['/mcp', '/v1/batch', '/v1/check'])
    const { tools } = await started.client.listTools()
    const checks = tools.map(({ name }) => name).filter((name) => name.startsWith('check'))
    expect(checks).toEqual(['check_structure', 'check_many'])
  })
  test('compare: what is controlled changes on a day before all records, and nothing else does', async () => {
    const file = put('compared.ndjson', ndjsonOf(mixed.map(([row]) => row)))
    const { out } = await run(['compare', file, ...question, '--against', '1900-01-01', '--json'])
    const changed = new Map(
      out.split('\n').flatMap((line): [number, string][] => {
        const { index, before, moves } = JSON.parse(line || '{}')
        return moves ? [[index, before]] : []
      }),
    )
    const controlled = expected.map((verdict) => (['listed', 'class'].includes(verdict) ? verdict : undefined))
    expect(expected.map((_, i) => changed.get(i + 1)).map((v) => (v === 'unreadable' ? undefined : v))).toEqual(
      controlled,
    )
  })
})

/** The verdict of each row of a file that has columns or properties; the shown name of the field differs. */
const fieldOf = (format: InputFormat, name: string) => async (file: string) => {
  const source = openSource(file, format, Readable.from([]), { header: true, parquetThread: '' })
  const verdicts = []
  for await (const { fields } of source.records) verdicts.push(new Map(fields).get(name))
  return verdicts
}
/** The rows of a report that names only those found. */
const found = (pattern: RegExp) => (file: string) => {
  const lines = [...readFileSync(file, 'utf8').matchAll(pattern)].map(([, line]) => Number(line))
  return want.map((verdict, i) => (lines.includes(i + 1) ? verdict : 'uncontrolled'))
}
const counts = (pattern: RegExp) => (file: string) => pattern.exec(readFileSync(file, 'utf8'))!.slice(1).map(Number)

const sample = mixed.slice(0, 60)
const want = sample.map(([, verdict]) => verdict)
const hits = want.map((verdict) => (['listed', 'class'].includes(verdict) ? verdict : 'uncontrolled'))
const tally = ['listed', 'class', 'undecided', 'uncontrolled', 'unreadable'].map(
  (v) => want.filter((own) => own === v).length,
)

/** How each format that a batch writes says it, and what it must say. */
const formats: Record<string, readonly [read: (file: string) => unknown, said: unknown]> = {
  ndjson: [
    (file) =>
      readFileSync(file, 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line).verdict),
    want,
  ],
  csv: [fieldOf('csv', 'verdict'), want],
  xlsx: [fieldOf('xlsx', 'verdict'), want],
  parquet: [
    async (file) => (await parquetReadObjects({ file: await asyncBufferFromFile(file) })).map((row) => row['verdict']),
    want,
  ],
  sdf: [fieldOf('sdf', 'COVERAGE_VERDICT'), want],
  html: [
    counts(/all laws[^<]*(?:<[^>]*>)*(\d+)(?:<[^>]*>)*(\d+)(?:<[^>]*>)*(\d+)(?:<[^>]*>)*(\d+)(?:<[^>]*>)*(\d+)/),
    tally,
  ],
  summary: [counts(/overall\D+(\d+)\D+(\d+)\D+(\d+)\D+(\d+)\D+(\d+)/), tally],
  sarif: [found(/"level": "error"[\s\S]*?"startLine": (\d+)/g), hits],
  github: [found(/^::error .*?,line=(\d+)/gm), hits],
  junit: [found(/line="(\d+)">\s*<failure/g), hits],
}

describe('the same rows have the same verdicts in what is written', () => {
  const named = sample.map(([row], i): Row => ({ ...row, id: `n${i}` }))
  // SD records are written only for those that were read; an object has line ends in a value.
  const inputs = {
    sdf: () => put('written.sdf', named.map(sdRecord).join('')),
    ndjson: () => put('written.ndjson', ndjsonOf(named.map((row) => ({ note: 'a\nb', ...row })))),
  }
  test.each(Object.entries(formats))('%s', async (format, [read, said]) => {
    const { out } = await run([
      ...['batch', inputs[format === 'sdf' ? 'sdf' : 'ndjson']()],
      ...question,
      ...['--format', format, '-o', path(`out.${format}`), '--quiet'],
    ])
    const file = out === '' ? path(`out.${format}`) : put(`out.${format}`, out)
    expect(await read(file)).toEqual(said)
  })
  test('every format of output is here', async () => {
    const { err } = await run(['batch', 'x.smi', '--format', 'none'])
    expect(/choices are (.*)\./.exec(err)![1]!.split(', ').sort()).toEqual(Object.keys(formats).sort())
  })
})
