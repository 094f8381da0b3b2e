import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { run } from './fake-host.js'
import { testFolder } from './files.js'

vi.setConfig({ testTimeout: 60_000 })
const file = testFolder()
/** With lines joined, so that a sentence is found wherever it breaks. */
const replay = async (...args: string[]) => {
  const ran = await run(['law', 'replay', ...args])
  return { ...ran, out: ran.out.replace(/\n +/g, ' ').replace(/(?<=\S)\n(?=[a-z\d])/g, ' ') }
}
const example = 'examples/ca-changes-2025-2026.csv'

test('the records of Canada agree with a table of changes', async () => {
  const { code, out } = await replay('ca', example)
  expect([code, out]).toEqual([0, expect.stringContaining('6 entries agree with the records')])
})

test('a day that the records have otherwise: what it should be, with its citation, is written', async () => {
  const changed = file('changed.csv', readFileSync(example, 'utf8').replace('2025-12-19', '2025-12-20'))
  const folder = join(dirname(changed), 'corrections')
  const { code, out } = await replay('ca', changed, '-o', folder)
  expect([code, out]).toEqual([1, expect.stringContaining('ca-schedule-4 carisoprodol (Carisoprodol): on 2025-12-19')])
  const { entries } = JSON.parse(readFileSync(join(folder, 'ca.periods.json'), 'utf8'))
  expect(entries).toMatchObject([
    {
      list: 'ca-schedule-4',
      substance: 'carisoprodol',
      finding: 'contradicts',
      periods: [{ from: '2025-12-20', until: null, cite: 'changed.csv, 2025-12-20' }],
      recorded: [{ from: '2025-12-19' }],
    },
  ])
})

test.each([
  ['2025-12-19', 'with a note on the day or after a point that was not applied - ca-schedule-4 carisoprodol'],
  ['another day', 'Contradicted (1) - ca-schedule-4 carisoprodol'],
])('a note explains a contradiction only if it names the day: %s', async (day, said) => {
  const list = JSON.parse(readFileSync('data/ca/lists/ca-schedule-4.json', 'utf8'))
  list.entries.find((e: { substance: string }) => e.substance === 'carisoprodol').note = `The Gazette has ${day}.`
  const folder = dirname(file('own.txt', ''))
  mkdirSync(join(folder, 'data/ca/lists'), { recursive: true })
  writeFileSync(join(folder, 'data/ca/lists/ca-schedule-4.json'), JSON.stringify(list))
  const changed = file('later.csv', readFileSync(example, 'utf8').replace('2025-12-19', '2025-12-20'))
  const { out } = await replay('ca', changed, '--data', join(folder, 'data'))
  expect(out.replace(/\s+/g, ' ')).toContain(said)
})

describe('refused by name, and nothing is written', () => {
  const folderOf = (name: string, files: Readonly<Record<string, string>>) => {
    const folder = dirname(file(`${name}.txt`, ''))
    mkdirSync(join(folder, name))
    for (const [own, text] of Object.entries(files)) writeFileSync(join(folder, name, own), text)
    return join(folder, name)
  }
  const text = (day: string) =>
    `---\nidentifier: "902508"\neffective_from: "${day}"\n---\n**I NIMEKIRI**\n\nAmfetamiin\n`
  test.each<[string, Readonly<Record<string, string>>, string]>([
    ['days', { 'a.md': text('2010-01-01'), 'b.md': text('2010-01-01') }, 'a.md and b.md are two texts of 2010-01-01'],
    [
      'listed',
      { 'a.md': text('2010-01-01'), 'series.csv': 'file,day\na.md,2010-01-01\nb.md,2011-01-01\n' },
      'series.csv names b.md, which is not there',
    ],
    [
      'middle',
      {
        'a.md': text('2010-01-01'),
        'c.md': text('2012-01-01'),
        'series.csv': 'file,day,until\na.md,2010-01-01,2011-01-01\nc.md,2012-01-01,\n',
      },
      'the text of 2011-01-01, which follows a.md, is missing',
    ],
    ['nothing', { 'a.csv': 'x,y\n1,2\n' }, 'no text of a law; a.csv: the columns x, y'],
  ])('%s', async (name, files, why) => {
    const folder = folderOf(name, files)
    const out = join(folder, 'out')
    const { code, err } = await replay('ee', folder, '-o', out)
    expect([code, err, existsSync(out)]).toEqual([2, expect.stringContaining(why), false])
  })

  test('a folder that is not there', async () => {
    expect((await replay('ee', '/no/such/folder')).code).toBe(2)
  })
})

test('law reconcile takes a folder of dated texts, and a day', async () => {
  const first = file('ee-2010-01-01.md', '---\nidentifier: "902508"\n---\n**I NIMEKIRI**\n\nAmphetamine\n')
  const folder = dirname(first)
  file('ee-2012-01-01.md', '---\nidentifier: "902508"\n---\n**I NIMEKIRI**\n\nAmphetamine\n\nTea\n')
  const counts = async (day: string) => {
    const { out } = await run(['law', 'reconcile', 'ee', folder, '--as-of', day, '--format', 'json'])
    const { entries, matched, missing } = JSON.parse(out)
    return [entries, matched, missing]
  }
  expect([await counts('2011-01-01'), await counts('2012-01-01')]).toEqual([
    [1, 1, 0],
    [2, 1, 1],
  ])
})

const official = new URL('../../../shared/law/official/', import.meta.url).pathname

describe.runIf(existsSync(official))('the official series, if they are available', () => {
  test('Czechia: every amendment is accounted for, and no contradiction is open', async () => {
    const { out } = await replay('cz', join(official, 'cz/dated'))
    expect(out).toContain('0 printed rows have no record')
    expect(out).not.toMatch(/^Contradicted \(/m)
    expect(out).toContain('SB-2025-534.md                 826   22 applied, 1 not')
  })

  test('Czechia on a day between two amendments', async () => {
    const { code, out, err } = await run([
      ...['law', 'reconcile', 'cz', join(official, 'cz/dated'), '--as-of', '2022-08-01'],
    ])
    expect([code, out, err]).toEqual([0, expect.stringContaining('772 entries, 772 matched'), ''])
  })

  test('Germany, by texts on the days on which they were seen', async () => {
    const states = ['2012-08-02', '2012-08-06', '2021-12-28', '2023-06-21', '2024-04-03', '2026-05-28']
    const { out } = await replay('de', ...states.map((day) => join(official, `de/btmg-annexes-state-${day}.csv`)))
    expect(out).not.toMatch(/^Contradicted \(/m)
  })
})
