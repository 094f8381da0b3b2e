import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { resultIn } from '../../src/report/documents.js'
import { runFile } from '../../src/report/schema.js'
import { corpus } from '../batch/corpus.js'
import { crotonylfentanyl, fentanyl, ibuprofen, run } from './fake-host.js'
import { placesFor } from './files.js'

vi.setConfig({ testTimeout: 120_000 })
const { path: at, put } = placesFor('coverage-rows-')
const linesOf = (path: string) => readFileSync(path, 'utf8').trimEnd().split('\n')
const factsOf = (path: string) => JSON.parse(readFileSync(`${path}.run.json`, 'utf8'))
const csv = `id,smiles,name\na,${fentanyl},Cocaine\nb,${ibuprofen},\nc,C1CC(,\nd,*CC(*)c1ccccc1,\ne,${crotonylfentanyl},\nf,,cannabis\n`

describe('rows leave out what holds for their whole run', () => {
  test.each<[string, string[]]>([
    ['all laws', []],
    ['a day in the future', ['--as-of', '2027-06-01', '-j', 'US,GB']],
    ['a day before the records', ['--as-of', '1950-01-01', '-j', 'US,CN']],
    ['near misses', ['--explain', '-j', 'CN,US', '--as-of', '2018-11-26']],
    ['names of all structures', ['--identify', 'all', '-j', 'US']],
    ['a proposed rule', ['-j', 'CN', '--as-of', '2018-11-26', '--assume', 'cn-proposed-fentanyl-class']],
  ])('%s: with the facts of the run they are the rows of version 1', async (name, args) => {
    const input = put('in.csv', csv)
    const short = at(`${name}.ndjson`)
    await run(['batch', input, ...args, '-o', short, '--quiet'])
    const whole = put(`${name}-1.ndjson`, (await run(['batch', input, ...args, '--format', 'ndjson', '--quiet'])).out)
    const facts = runFile.parse(factsOf(short))
    const rows = linesOf(whole).map((line) => JSON.parse(line))
    expect(linesOf(short).map((line) => resultIn(line, facts))).toEqual(
      rows.map((result) => ({ result, problem: null })),
    )
    for (const row of rows) expect(resultIn(JSON.stringify(row), null).result).toEqual(row)
    expect(linesOf(short).join('')).not.toContain('sha256')
  })
  test('an uncontrolled structure has less than 250 bytes, with and without the screen', async () => {
    const input = put('many.smi', corpus(150, 30))
    const [quick, full] = [at('quick.ndjson'), at('full.ndjson')]
    await run(['batch', input, '-o', quick, '--quiet'])
    await run(['batch', input, '-o', full, '--quiet', '--no-screen'])
    expect(readFileSync(quick).equals(readFileSync(full))).toBe(true)
    const cleared = linesOf(quick).filter((line) => line.includes('"verdict":"uncontrolled"'))
    expect(cleared.length).toBeGreaterThan(100)
    expect(Math.max(...cleared.map((line) => Buffer.byteLength(line)))).toBeLessThan(250)
  })
  test('the most important caveats stay in each row', async () => {
    const out = at('early.ndjson')
    await run(['batch', put('e.smi', `${ibuprofen}\n`), '--as-of', '1950-01-01', '-j', 'US', '-o', out, '--quiet'])
    expect(JSON.parse(linesOf(out)[0]!).caveats).toEqual(['before records'])
    await run(['batch', put('e.smi', `${ibuprofen}\n`), '--as-of', '2027-01-01', '-j', 'US', '-o', out, '--quiet'])
    expect(JSON.parse(linesOf(out)[0]!).caveats).toContain('after today')
  })
})

describe('results are read with the facts of their run', () => {
  let out = ''
  let page = ''
  beforeAll(async () => {
    out = at('results.ndjson')
    page = at('page.html')
    await run(['batch', put('in.csv', csv), '-j', 'US,CN', '-o', out, '--quiet'])
  })
  const moved = (name: string) => {
    const path = at(name)
    writeFileSync(path, readFileSync(out))
    rmSync(`${path}.run.json`, { force: true })
    return path
  }
  test('verify, report and diff', async () => {
    expect((await run(['verify', out])).out).toContain('6 unchanged, 0 different, 0 not checked')
    expect((await run(['report', out, '-o', page])).code).toBe(0)
    expect(readFileSync(page, 'utf8')).toContain('Fentanyl')
    const old = at('old.ndjson')
    const args = ['batch', put('in.csv', csv), '-j', 'US,CN', '--as-of', '2018-01-01', '--format', 'ndjson', '--quiet']
    writeFileSync(old, (await run(args)).out)
    expect((await run(['compare', old, out])).out).toMatch(/e: (US|CN) uncontrolled -> class/)
  })
  test('without them nothing is reported as unchanged; --run-info says where they are', async () => {
    const path = moved('alone.ndjson')
    const { code, out: said } = await run(['verify', path])
    expect([code, said]).toEqual([3, expect.stringContaining('the facts of its run')])
    expect((await run(['report', path, '-o', at('no.html')])).code).toBe(2)
    expect((await run(['verify', path, '--run-info', `${out}.run.json`])).code).toBe(0)
    expect((await run(['verify', '-', '--run-info', `${out}.run.json`], { stdin: readFileSync(path) })).code).toBe(0)
    expect((await run(['verify', path, '--run-info', at('none.json')])).err).toContain('there is no file')
  })
  test('changed facts, and those of another run, are rejected', async () => {
    const path = moved('changed.ndjson')
    const facts = factsOf(out)
    writeFileSync(`${path}.run.json`, JSON.stringify({ ...facts, asOf: '2020-01-01' }))
    expect((await run(['verify', path])).err).toContain('it was changed after the run')
    const other = at('other.ndjson')
    await run(['batch', put('in.csv', csv), '-j', 'US', '-o', other, '--quiet'])
    writeFileSync(`${path}.run.json`, readFileSync(`${other}.run.json`))
    expect((await run(['verify', path])).out).toContain(`the row is from another run (${facts.run})`)
  })
  test.each<[string, (row: any) => void, string]>([
    ['a verdict', (row) => (row.verdict = 'class'), 'differs'],
    ['a formula', (row) => (row.structure.formula = 'CH4'), 'differs'],
    [
      'a jurisdiction added',
      (row) => row.jurisdictions.push({ code: 'US', verdict: 'class', findings: [] }),
      'differs',
    ],
    ['an input', (row) => (row.input = fentanyl), 'differs'],
    ['an unknown field', (row) => (row.more = 1), 'not checked'],
  ])('among many rows a change is found: %s', async (_, change, state) => {
    const path = at('one.ndjson')
    await run(['batch', put('many.smi', corpus(130, Infinity)), '-j', 'US', '-o', path, '--quiet'])
    const rows = linesOf(path)
    const row = JSON.parse(rows[125]!)
    change(row)
    rows[125] = JSON.stringify(row)
    writeFileSync(path, `${rows.join('\n')}\n`)
    const { out: said } = await run(['verify', '--json', path])
    const states = said
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).state)
    expect(states[125]).toBe(state)
    expect(states.filter((s) => s !== 'holds')).toHaveLength(1)
  })
})

describe('where the facts of a run are written', () => {
  const input = () => put('o.smi', `${fentanyl} a\n${ibuprofen} b\n`)
  test('on stdout rows are complete, unless --run-info takes the facts', async () => {
    expect(
      JSON.parse((await run(['batch', input(), '-j', 'US', '--format', 'ndjson', '--quiet'])).out.split('\n')[0]!),
    ).toHaveProperty('edition')
    const facts = at('facts.json')
    const { out } = await run(['batch', input(), '-j', 'US', '--format', 'ndjson', '--quiet', '--run-info', facts])
    expect(JSON.parse(out.split('\n')[0]!).run).toBe(JSON.parse(readFileSync(facts, 'utf8')).run)
  })
  test('they are written for tables too, and inside a page and a Parquet file', async () => {
    for (const name of ['t.csv', 't.xlsx']) {
      await run(['batch', input(), '-j', 'US', '-o', at(name), '--quiet'])
      expect(factsOf(at(name)).jurisdictions[0].code).toBe('US')
    }
    for (const name of ['t.html', 't.parquet']) {
      await run(['batch', input(), '-j', 'US', '-o', at(name), '--quiet'])
      expect(existsSync(`${at(name)}.run.json`)).toBe(false)
      expect(readFileSync(at(name), 'latin1')).toContain('"schema":2')
    }
  })
  test('shards share them, and merge writes them once', async () => {
    const many = put('m.smi', corpus(40, 4))
    for (const part of [1, 2])
      await run(['batch', many, '-j', 'US', '--shard', `${part}/2`, '-o', at(`p${part}.ndjson`), '--quiet'])
    await run(['batch', many, '-j', 'US', '-o', at('one.ndjson'), '--quiet'])
    // Some rows are unreadable.
    expect((await run(['merge', at('p1.ndjson'), at('p2.ndjson'), '-o', at('merged.ndjson')])).code).toBe(3)
    for (const name of ['.ndjson', '.ndjson.run.json'])
      expect(readFileSync(at(`merged${name}`)).equals(readFileSync(at(`one${name}`)))).toBe(true)
    rmSync(`${at('p2.ndjson')}.run.json`)
    expect((await run(['merge', at('p1.ndjson'), at('p2.ndjson'), '-o', at('merged.ndjson')])).err).toContain(
      'is missing',
    )
  })
  test('they overwrite no input file', async () => {
    const { code, err } = await run(['batch', input(), '-o', at('x.ndjson'), '--run-info', input()])
    expect([code, err]).toEqual([2, expect.stringContaining('nothing was written')])
  })
})
