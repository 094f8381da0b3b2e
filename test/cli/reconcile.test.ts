import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { justiceLaws } from '../support/official-texts.js'
import { always, amphetamine, ethanol, listOf, methyl } from '../support/records.js'
import { run } from './fake-host.js'

let home: string
const at = (file: string) => join(home, file)
const write = (file: string, value: unknown) =>
  writeFileSync(at(file), typeof value === 'string' ? value : `${JSON.stringify(value, null, 2)}\n`)

beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'reconcile-'))
  for (const folder of ['law/zz/lists', 'law/substances', 'law/terms']) mkdirSync(at(folder), { recursive: true })
  write('law/edition.json', { id: 'zz' })
  write('law/terms/alkyl.json', methyl)
  write('law/substances/ethanol.json', ethanol)
  write('law/substances/amphetamine.json', amphetamine)
  write('law/substances/khat.json', {
    id: 'khat',
    name: 'Khat',
    smiles: null,
    not_a_structure: 'plant',
    structure: { from: 'none', why: 'A plant.' },
  })
  write('law/zz/jurisdiction.json', {
    code: 'ZZ',
    name: 'Nowhere',
    authority: 'Nobody',
    records_from: null,
    verified_through: '2026-01-31',
    exceptions: [],
    gaps: [],
  })
  const entry = (substance: string, path: string) => ({
    substance,
    name_in_law: substance,
    entry: path,
    periods: [always()],
  })
  write(
    'law/zz/lists/xx-list.json',
    listOf([entry('amphetamine', '1(1)'), entry('ethanol', '2')], { official: { text: 'X-1', parts: ['Schedule I'] } }),
  )
  write(
    'law/zz/lists/xx-5.json',
    listOf([entry('khat', '1')], { id: 'xx-5', official: { text: 'X-1', parts: ['Schedule V Part 2 Table 1'] } }),
  )
  write('act.xml', justiceLaws.replace(', their salts and derivatives, including', ', their salts, including'))
  write(
    'changed.xml',
    justiceLaws
      .replace('Ethanol', 'Methanol')
      .replace(', their salts and derivatives, including', ', their salts, including'),
  )
  write('class.xml', justiceLaws)
  write('cut.xml', justiceLaws.slice(0, 1000))
  write('other.xml', justiceLaws.replace('>X-1<', '>Y-2<'))
  write('page.xml', '<html><body/></html>')
  write('bare.csv', 'Ethanol\nAmphetamine\n')
  write('list-2026-01-31.csv', 'entry,name\n1(1),Amphetamine\n2,Ethanol\n1,Khat\n')
  write('cut-2026-01-31.csv', 'entry,name\n1(1),Amphetamine\n2,"Etha')
  write('list.csv', 'entry,name\n2,Ethanol\n')
})
afterAll(() => rmSync(home, { recursive: true }))

const reconcile = (...args: string[]) => run(['law', 'reconcile', 'zz', ...args, '--data', at('law'), '--no-shipped'])

describe('coverage law reconcile', () => {
  test('everything accounted for: the counts, and 0', async () => {
    const { code, out } = await reconcile(at('act.xml'))
    expect(out.replace(/\n(?! )/g, ' ')).toContain(
      'X-1 (Justice Laws XML), text of 2026-01-31: 3 entries, 3 matched (1 of them not structures), 0 missing, 0 only in the records',
    )
    expect(out).toContain('All accounted for.')
    expect(code).toBe(0)
  })
  test('a changed name: the name in the text and the one in the list, and 1', async () => {
    const { code, out } = await reconcile(at('changed.xml'))
    expect(out).toContain('Schedule I 2: the text has "Methanol" where xx-list has "ethanol" (ethanol)')
    expect(code).toBe(1)
  })
  test('class wording that no rule names; --all gives what is to be recorded', async () => {
    const { code, out } = await reconcile(at('class.xml'), '--all')
    expect(code).toBe(1)
    expect(out).toMatch(/Class wording that no rule refers to \(1\)/)
    expect(out.replaceAll('\n', ' ')).toMatch(
      /\{ "of": "X-1 Schedule I 1", "sha256": "[0-9a-f]{64}", "as_of": "2026-01-31" \}/,
    )
  })
  test('a day before the entries: all are missing', async () => {
    const { code, out } = await reconcile(at('act.xml'), '--as-of', '1999-12-31')
    expect(out).toContain('In the text, missing from the records (3)')
    expect(code).toBe(1)
  })
  test('a table, by the day in its name', async () => {
    const { code, out } = await reconcile(at('list-2026-01-31.csv'))
    expect(out).toContain('X-1 (CSV), text of 2026-01-31')
    expect(code).toBe(0)
  })
  test('several texts in one JSON', async () => {
    const { code, out } = await reconcile(at('act.xml'), at('list-2026-01-31.csv'), '--format', 'json')
    expect(
      out
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toMatchObject([
      { text: 'X-1', entries: 3, matched: 3, lists: ['xx-5', 'xx-list'], differences: [] },
      { format: 'CSV', entries: 3 },
    ])
    expect(code).toBe(0)
  })
  test('SARIF, JUnit and GitHub contain the difference', async () => {
    expect(JSON.parse((await reconcile(at('changed.xml'), '--format', 'sarif')).out).runs[0].results).toMatchObject([
      {
        ruleId: 'law/spelling',
        level: 'error',
        message: { text: expect.stringContaining('X-1 Schedule I 2: the text has "Methanol"') },
      },
    ])
    expect((await reconcile(at('changed.xml'), '--format', 'junit')).out).toMatch(
      /tests="3" failures="1"[\s\S]*<failure type="law\/spelling"/,
    )
    expect((await reconcile(at('changed.xml'), '--format', 'github')).out).toMatch(
      /^::error file=.*,title=law\/spelling::X-1 Schedule I 2/,
    )
  })
})

describe('files that cannot be compared: the message says what was expected, 2, and nothing is written', () => {
  test.each([
    ['truncated XML', ['cut.xml'], /cut\.xml is not an official text of ZZ.*expected a whole XML file/],
    ['the XML of another act', ['other.xml'], /found the text Y-2; expected one of X-1/],
    ['XML that is not an act', ['page.xml'], /found the root element html; expected one of Statute/],
    [
      'a table truncated within a cell',
      ['cut-2026-01-31.csv'],
      /found a quoted cell that does not end: 2,"Etha; expected a whole CSV file/,
    ],
    ['a table without columns', ['bare.csv'], /expected CSV with the columns entry,name\[,code,cas,list\]/],
    ['a good text and a bad one', ['act.xml', 'cut.xml'], /cut\.xml/],
    ['a table without a day', ['list.csv'], /give --as-of/],
    ['a missing file', ['none.xml'], /none\.xml: there is no such file or folder/],
  ])('%s', async (_, files, message) => {
    const { code, out, err } = await reconcile(...files.map(at))
    expect(err.replaceAll('\n', ' ')).toMatch(message)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(readdirSync(at('law/zz')).sort()).toEqual(['jurisdiction.json', 'lists'])
  })
  test('a law that is not recorded', async () => {
    const { code, err } = await run(['law', 'reconcile', 'qq', at('act.xml'), '--data', at('law'), '--no-shipped'])
    expect({ code, said: err.includes('QQ') }).toEqual({ code: 2, said: true })
  })
  test('a list that is not recorded', async () => {
    expect((await reconcile(at('list-2026-01-31.csv'), '--list', 'yy-list')).err).toContain(
      'there is no list yy-list; lists: xx-5, xx-list',
    )
  })
})

const official = new URL('../../../shared/law/official/', import.meta.url).pathname

describe.runIf(existsSync(official))('the official files, if they are available', () => {
  test.each([
    ['CA', 'ca/C-38.8.xml', 438, 55],
    ['DE', 'de/btmg_1981-2025-04-02.xml', 464, 0],
    ['DE', 'de/npsg-2025-04-02.xml', 0, 24],
    ['DE', 'de/btmg-annexes-2026-07-05.csv', 480, 0],
    ['GB', 'gb/mda-sch2-2025-01-15.csv', 416, 0],
  ])('%s %s: entries and class items of the text', async (code, file, entries, classItems) => {
    const { out } = await run(['law', 'reconcile', code, join(official, file), '--format', 'json'])
    const result = JSON.parse(out)
    expect(result.entries).toBe(entries)
    expect(result.class_items).toBeGreaterThanOrEqual(classItems)
    expect(result.matched + result.missing).toBe(entries)
  })
})
