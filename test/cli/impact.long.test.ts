import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { impactDocument, toText } from '../../src/report/documents.js'
import type { Impact } from '../../src/report/index.js'
import { run } from './fake-host.js'
import { testFolder } from './files.js'

const put = testFolder()
const json = (path: string) => JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>
const proposed = 'data/cn/rules/cn-proposed-fentanyl-class.json'
const quick = ['--no-others', '--as-of', '2018-11-26', '--quiet']

const impact = async (args: readonly string[]): Promise<Impact> => {
  const { code, out, err } = await run(['impact', ...args, '--json'])
  expect({ code, err: code === 0 ? '' : err }).toEqual({ code: 0, err: '' })
  return JSON.parse(out) as Impact
}

describe('the proposal to China of 2018', () => {
  test('reach, clauses, collateral, days won, other laws', async () => {
    const found = await impact([
      'cn-proposed-fentanyl-class',
      ...['--as-of', '2018-11-26', '-j', 'CN,US', '--first-seen', 'examples/fentanyls-2018.csv'],
    ])
    expect(found.draft).toMatchObject({ jurisdiction: 'CN', file: null, parent: { id: 'fentanyl' } })
    const [recorded, medicines] = found.sets
    expect(found.sets.map(({ counts }) => counts.unreadable)).toEqual([0, 0, 0])
    const covered = recorded!.covered.map((c) => c.id)
    expect(covered).toContain('crotonylfentanyl')
    expect(covered).toContain('acetylfentanyl')
    expect(covered).not.toContain('fentanyl')
    expect(found.reach.covered).toBe(found.reach.here + found.reach.elsewhere + found.reach.nowhere)
    const e = found.reach.clauses.find((c) => c.id === 'E')!
    expect(e.onlyBy).toContain('Crotonylfentanyl')
    expect(e.under).toBeGreaterThan(e.alone)
    expect(found.reach.missed[0]).toMatchObject({ substance: 'fentanyl', failure: { why: 'parent unchanged' } })
    expect(medicines!.covered.map((c) => [c.name, c.listed])).toEqual([
      ['alfentanil', true],
      ['sufentanil', true],
    ])
    expect(found.collateral).toEqual({ medicines: [], exclusions: [] })
    // COM(2017) 756 and the lists of China; the days are those of docs/compare.md for lists only.
    const days = new Map(found.time.raced.map((r) => [r.name, r.listDays]))
    expect(days.get('Cyclopropylfentanyl')).toBe(514)
    expect(days.get('Furanylfentanyl')).toBe(610)
    expect(found.others!.rules.map((r) => r.id)).toContain('us-fentanyl-related-substances')
    const us = found.others!.rules.find((r) => r.id === 'us-fentanyl-related-substances')!
    expect(toText(impactDocument({ ...found, run: found as unknown as Impact['run'] }))).toContain(
      '\nAgainst other laws\n',
    )
    // The wording of one substitutes for that of the other.
    expect([us.onlyDraft, us.onlyOther]).toEqual([0, 0])
  })
  test('as text: every part', async () => {
    const { code, out } = await run(['impact', 'cn-proposed-fentanyl-class', ...quick])
    expect(code).toBe(0)
    for (const part of ['Reach', 'Collateral', 'Doubt', 'Time']) expect(out).toContain(`\n${part}\n`)
    expect(out).not.toContain('Against other laws')
  })
})

test('--assume: other wordings next to it, proposals too, over the shipped sets and a library', async () => {
  const lib = put('fluorinated.smi', 'FC(F)(F)C(F)(F)C(F)(F)F a\nCC(F)(F)F b\nFC(F)(F)OC c\nCC(=O)C d\nC1CC e\n')
  const wordings = ['--assume', 'oecd-pfas-2021,us-tsca-pfas-2023', '--no-others', '--quiet']
  const found = await impact(['eu-pfas-restriction-2023', lib, ...wordings])
  const [oecd, us] = found.others!.rules
  expect(found.others!.rules.map((r) => r.id)).toEqual(['oecd-pfas-2021', 'us-tsca-pfas-2023'])
  expect(oecd).toMatchObject({ onlyDraft: 0 })
  expect(oecd!.examplesOther).toContain('lumacaftor')
  expect(us!.onlyDraft).toBeGreaterThan(50)
  expect(found.libraryOthers).toMatchObject({
    universe: 4,
    rules: [
      { id: 'oecd-pfas-2021', both: 2, onlyDraft: 0, onlyOther: 1, examplesOther: ['c'] },
      { id: 'us-tsca-pfas-2023', both: 1, onlyDraft: 1, onlyOther: 0, examplesDraft: ['b'] },
    ],
  })
  expect(found.sets.at(-1)!.counts).toEqual({ covered: 2, undecided: 0, 'not covered': 2, unreadable: 1 })
  const text = toText(impactDocument({ ...found, run: found as unknown as Impact['run'] }))
  expect(text.replace(/\s+/g, ' ')).toContain('What the draft and the rules named cover, of 4 structures of')
})

describe('a draft that is changed', () => {
  test('of a recorded rule, without a clause: its examples are checked; -j counts only these laws', async () => {
    const changes = { based_on: 'cn-proposed-fentanyl-class', id: 'cn-d', without: ['E'] }
    const draft = put('cn-d.json', JSON.stringify(changes))
    const example = { substance: 'crotonylfentanyl', by: ['E'], why: 'acyl' }
    put('cn-d.examples.json', JSON.stringify({ fits: [example], misses: [], unsettled: [] }))
    const { out, err } = await run(['impact', draft, ...quick, '--json'])
    expect(err).toContain('cn-d: 0 of 1 examples as expected')
    expect(err).toContain('crotonylfentanyl: expected to fit by E')
    const all = JSON.parse(out) as Impact
    expect(all.reach.clauses.map((c) => c.id)).toEqual(['A', 'B', 'C', 'D'])
    expect(all.sets[0]!.covered.map((c) => c.id)).not.toContain('crotonylfentanyl')
    const few = await impact(['cn-proposed-fentanyl-class', ...quick, '-j', 'US'])
    const laws = (found: Impact) => new Set(found.reach.missed.flatMap((m) => m.listedIn))
    expect([...laws(few)].sort()).toEqual(['CN', 'US'])
    expect(laws(all).size).toBeGreaterThan(4)
    expect(few.reach.recorded).toBeLessThan(all.reach.recorded)
    expect(few).toMatchObject({ query: { jurisdictions: ['US'] } })
    expect(await run(['impact', 'cn-fentanyl-class', '-j', 'XX'])).toMatchObject({ code: 2 })
  })
  test('medicines that a wide draft catches are freed by the change that loses least', async () => {
    const draft = put(
      'cn-wide.json',
      JSON.stringify({ based_on: 'cn-proposed-fentanyl-class', id: 'cn-wide', leaves_out: [] }),
    )
    const found = await impact(['--as-of', '2013-01-01', '--no-others', '--quiet', `US=${draft}`])
    const { exclusions, medicines } = found.collateral
    for (const { frees } of exclusions) expect(medicines).toEqual(expect.arrayContaining([...frees]))
    for (let i = 1; i < exclusions.length; i++) {
      const gain = (at: number) => exclusions[at]!.frees.length - exclusions[at]!.loses.length
      expect(gain(i)).toBeLessThanOrEqual(gain(i - 1))
    }
  })
})

describe('what is wrong with a draft: file, field, found, expected; exit code 2', () => {
  const rule = json(proposed) as { clauses: object[]; sites: object[] }
  const broken: [name: string, changes: object, message: RegExp][] = [
    [
      'an unknown term',
      { clauses: [{ ...rule.clauses[0], with: ['monocycel'] }] },
      /clauses\[0\]\.with\[0\]: found monocycel; expected/,
    ],
    [
      'a site that no scaffold has',
      { sites: [{ ...rule.sites[0], on: [77] }, ...rule.sites.slice(1)] },
      /sites\[0\]\.on: found 77; expected map numbers of a scaffold/,
    ],
    ['a parent that is not recorded', { parent: 'fentanil' }, /parent: found fentanil; expected/],
    [
      'a parent without a structure',
      { parent: 'poppy-straw' },
      /parent: found poppy-straw, which has no structure; expected/,
    ],
    ['a field that is none', { sights: [] }, /sights/],
  ]
  test.each(broken)('%s', async (name, changes, message) => {
    const path = put(`cn-${name.replaceAll(' ', '-')}.json`, JSON.stringify({ ...rule, id: 'cn-broken', ...changes }))
    const { code, err } = await run(['impact', path, ...quick])
    expect(code).toBe(2)
    expect(err).toContain(path)
    expect(err).toMatch(message)
  })
  test.each([
    ['an id that is not recorded', ['cn-proposed-fentanyl-clas'], 'did you mean cn-proposed-fentanyl-class'],
    ['changes of a rule that is not recorded', [], 'based_on: found nothing-like-it; expected the id'],
    ['a format that there is not', ['cn-fentanyl-class', '--format', 'csv'], 'text, json, html'],
  ] as const)('%s', async (_, args, message) => {
    const given = args.length > 0 ? args : [put('cn-x.json', '{"based_on":"nothing-like-it","id":"cn-x"}')]
    const { code, err } = await run(['impact', ...given])
    expect(code).toBe(2)
    expect(err).toContain(message)
  })
})

describe('the shipped sets, for other commands', () => {
  test('compare reads them by name', async () => {
    const { code, out } = await run([
      ...['compare', 'set:everyday', '-j', 'CN', '--as-of', '2018-11-26'],
      ...['--assume', 'cn-proposed-fentanyl-class', '--json'],
    ])
    expect(code).toBe(0)
    const { summary } = JSON.parse(out) as { summary: unknown }
    const sha256 = expect.stringMatching(/^[0-9a-f]{64}$/)
    expect(summary).toMatchObject({ total: 277, files: [{ file: 'set:everyday', sha256 }] })
  })
  test('one that is not shipped', async () => {
    const { code, err } = await run(['batch', 'set:food'])
    expect(code).toBe(2)
    expect(err).toContain('there is no set food; the sets are set:medicines, set:everyday')
  })
})

describe('coverage rule', () => {
  test('new: a draft that can be measured at once, and its examples', async () => {
    const path = put('cn-new.json', '').replace('cn-new', 'cn-newer')
    const made = await run(['rule', 'new', path, '--parent', 'fentanyl'])
    expect(made).toMatchObject({ code: 0 })
    expect(existsSync(path.replace('.json', '.examples.json'))).toBe(true)
    expect((await run(['rule', 'test', path])).out).toContain('cn-newer: 1 of 1 examples as expected')
    const found = await impact([path, ...quick])
    expect(found.sets[0]!.covered.map((c) => c.id)).toEqual(['fentanyl'])
    expect(await run(['rule', 'new', path])).toMatchObject({ code: 2 })
  })
  test('law show: a draft in words, with the meaning of its terms, bounds and open questions', async () => {
    for (const name of ['gb-nitazenes', 'data/gb/rules/gb-nitazenes.json']) {
      const { code, out } = await run(['law', 'show', name])
      expect(code).toBe(0)
      expect(out).toContain('at most')
      expect(out).toContain('\nTerms\n')
      expect(out.replace(/\s+/g, ' ')).toContain('saturated, open-chain hydrocarbon group')
      expect(out).not.toMatch(/\{"|undefined|\[object/)
    }
  })
})
