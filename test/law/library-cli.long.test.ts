import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Instrument, List } from '../../src/law/index.js'
import { canonicalText, list } from '../../src/law/authoring.js'
import { run } from './library-run.js'

/** Each command reads all records, on a machine that may be busy. */
/** One object, or those of several lines. */
const json = async (...args: string[]) => {
  const { out } = await run('law', ...args, '--json')
  const lines = out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
  return (['search', 'stats', 'gaps'].includes(args[0]!) ? lines : lines[0]) as never
}

describe('law list', () => {
  test('names jurisdictions, lists and rules with the day up to which the law was reviewed', async () => {
    const { code, out, err } = await run('law', 'list', '--as-of', '2018-11-26')
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toMatch(/CN +China: 11 lists/)
    expect(out).toContain('reviewed up to 2026-10-06')
    expect(out).toMatch(/cn-supplementary-2015 +drug +156 +156 +2015-10-01 until 2025-07-21/)
  })

  test('as JSON', async () => {
    const out = (await json('list', '--as-of', '2018-11-26')) as {
      jurisdictions: { code: string; lists: { id: string; substances: number }[] }[]
    }
    const china = out.jurisdictions.find((j) => j.code === 'CN')!
    expect(china.lists.find((l) => l.id === 'cn-supplementary-2015')).toMatchObject({
      substances: 156,
      recorded: 232,
      from: '2015-10-01',
      until: '2025-07-21',
    })
  })
})

describe('law show', () => {
  test.each([
    [
      'a substance by its id',
      'acetylfentanyl',
      ['since 2017-06-07', '82 FR 26349', 'code 9821', 'Scope of the list, 2015-10-01 until 2025-07-21'],
    ],
    ['a substance by its CAS number', '437-38-7', ['Fentanyl (fentanyl)']],
    ['a substance by its Chinese name', '芬太尼', ['Fentanyl (fentanyl)']],
    ['a list as the law prints it', 'un-1961-schedule-2', ['Acetyldihydrocodeine', '10 drugs printed']],
    [
      'a rule in words',
      'cn-fentanyl-class',
      ['another acyl group in place of', 'Clauses (at least one must be met)', 'the acyl group on the amide nitrogen'],
    ],
    [
      'an instrument with the entries it added',
      'cn-2017-03-01-nps-4',
      ['Entries (4)', 'Carfentanil', 'declares 4 substances added'],
    ],
    ['a jurisdiction', 'UK', ['United Kingdom (GB)', 'Known gaps']],
    ['a term with its examples', 'acyl', ['Term: acyl', 'cn-fentanyl-class']],
  ])('%s', async (_title, id, words) => {
    const { code, out } = await run('law', 'show', id)
    expect(code).toBe(0)
    for (const word of words) expect(out).toContain(word)
  })

  test('a missing id ends with 2 and lists similar ones', async () => {
    const { code, out, err } = await run('law', 'show', 'fentani')
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain('no record fentani')
    expect(err).toContain('ocfentanil')
  })

  test('as JSON the whole record', async () => {
    expect(await json('show', 'fentanyl')).toMatchObject({
      kind: 'substance',
      substance: { id: 'fentanyl', formula: 'C22H28N2O' },
    })
  })
})

describe('law search', () => {
  test('ends with 1 if nothing is found', async () => {
    expect(await run('law', 'search', 'nothing', 'of', 'the', 'kind')).toMatchObject({
      code: 1,
      out: 'Nothing found for "nothing of the kind".\n',
    })
  })

  test('as JSON, best first', async () => {
    const found = (await json('search', 'fentanyl', '-j', 'JP')) as { kind: string; id: string }[]
    expect(found.some(({ id }) => id === 'fentanyl')).toBe(true)
    expect(found.filter(({ kind, id }) => kind === 'rule' && !id.startsWith('jp-'))).toEqual([])
    expect(await json('search', '9821')).toMatchObject([
      { kind: 'substance', id: 'acetylfentanyl', field: 'code', text: '9821' },
    ])
  })
})

describe('law stats', () => {
  test('as JSON', async () => {
    expect(await json('stats', '--jurisdiction', 'CN', '--as-of', '2018-11-26')).toMatchObject([
      {
        jurisdiction: 'CN',
        tags: { nps: 170, fentanyl: 25 },
        classRules: [],
        instruments: { inEffect: 11, dayUnknown: 0 },
      },
    ])
  })

  test.each([
    ['an unrecorded jurisdiction', ['--jurisdiction', 'XX'], /no jurisdiction XX.*CN/],
    ['a day that does not exist', ['--as-of', '2018-02-30'], /a day that exists/],
    ['--no-shipped without --data', ['--no-shipped'], /--no-shipped needs --data/],
    ['a folder that does not exist', ['--data', '/no/such/folder'], /a folder of records/],
  ])('%s: ends with 2', async (_title, args, message) => {
    const { code, out, err } = await run('law', 'stats', ...args)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toMatch(message)
  })
})

describe('law lint', () => {
  test('lists each check with its result', async () => {
    // The complete shipped records: help-examples.long.test.ts.
    const folder = mkdtempSync(join(tmpdir(), 'coverage-lint-'))
    mkdirSync(join(folder, 'substances'))
    copyFileSync('data/substances/fentanyl.json', join(folder, 'substances/fentanyl.json'))
    const { code, out } = await run('law', 'lint', '--data', folder)
    rmSync(folder, { recursive: true })
    expect(code).toBe(0)
    for (const check of [
      'schema',
      'file-names',
      'one-record-each',
      'references',
      'overlaps',
      'listed-once',
      'scope',
      'days',
      'instruments',
      'declared',
      'rule-parts',
      'parts',
      'structures',
      'layout',
    ])
      expect(out).toMatch(new RegExp(`^  ${check} +ok `, 'm'))
    expect(out).toContain('No problem found.')
  })

  test('--fix removes the link of a period that repeats that of its instrument', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'coverage-lint-'))
    mkdirSync(join(folder, 'eu/lists'), { recursive: true })
    copyFileSync('data/eu/instruments.json', join(folder, 'eu/instruments.json'))
    const place = 'eu/lists/eu-category-1.json'
    const shipped = readFileSync(`data/${place}`, 'utf8')
    const own = JSON.parse(shipped) as List
    const links = new Map(
      (JSON.parse(readFileSync('data/eu/instruments.json', 'utf8')) as Instrument[]).map((i) => [i.id, i.url!]),
    )
    const repeating = own.entries[0]!.periods.map((p) => ({ ...p, url: p.url ?? links.get(p.instrument!)! }))
    const another = own.entries[1]!.periods.map((p) => ({ ...p, url: 'https://example.org/page-2' }))
    const entries = own.entries.map((e, i) => ({ ...e, periods: [repeating, another][i] ?? e.periods }))
    writeFileSync(join(folder, place), canonicalText(list, { ...own, entries }))
    const found = await run('law', 'lint', '--data', folder)
    expect(found.code).toBe(1)
    expect(found.out).toMatch(/^ {2}layout +1 problem/m)
    expect((await run('law', 'lint', '--data', folder, '--fix')).code).toBe(0)
    const fixed = JSON.parse(readFileSync(join(folder, place), 'utf8')) as List
    rmSync(folder, { recursive: true })
    expect(fixed.entries[0]).toEqual(own.entries[0])
    expect(fixed.entries[1]!.periods.map((p) => p.url)).toEqual(another.map((p) => p.url))
  })
})
