import { describe, expect, test } from 'vitest'
import { run } from './fake-host.js'
import { placesFor } from './files.js'
import { keepAnswers } from '../support/kept-answers.js'

keepAnswers()

const { put } = placesFor('coverage-law-between-')
const compare = (from: string, to: string, codes: string, ...more: string[]) =>
  run(['compare', '--as-of', from, '--against', to, '-j', codes, ...more], { today: '2026-12-02', columns: 80 })

interface Change {
  readonly part: string
  readonly what: string
  readonly day: string
  readonly source: string
  readonly name: string
  readonly substance: string | null
  readonly cite: string
  readonly until: string | null
  readonly members?: readonly string[]
  readonly summary?: { readonly from: string; readonly substances: { readonly controlled: number } }
}
const changes = async (...args: Parameters<typeof compare>) =>
  (await compare(...args, '--json')).out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Change)
const counted = (all: readonly Change[], what: string) => {
  const days = all.flatMap((c) => (c.what === what && c.source === 'cn-supplementary-2015' ? [c.day] : []))
  return Object.fromEntries([...new Set(days)].map((day) => [day, days.filter((own) => own === day).length]))
}

describe('what changed in the law between two days', () => {
  test('CN from 2017 to September 2018: 4, 4 and 32 entries', async () => {
    const all = await changes('2017-01-01', '2018-09-01', 'CN')
    expect(counted(all, 'added')).toEqual({ '2017-03-01': 4, '2017-07-01': 4, '2018-09-01': 32 })
    expect(all.at(-1)!.summary!.substances.controlled).toBe(49)
  })
  test('CA on 2026-06-05, the later day first: four entries, one of preparations, which have no structure', async () => {
    const all = await changes('2026-06-05', '2026-06-04', 'CA')
    expect(all.slice(0, -1).map((c) => [c.day, c.what])).toEqual(Array(4).fill(['2026-06-05', 'added']))
    expect(all.at(-1)!.summary).toMatchObject({ from: '2026-06-04', substances: { controlled: 4 } })
  })
  test('CN on 2019-05-01: the fentanyl class, with the recorded substances that it covers', async () => {
    const [{ day, source, what, cite, members }] = (await changes('2019-04-30', '2019-05-01', 'CN')) as [Change]
    expect([day, source, what, cite]).toEqual([
      '2019-05-01',
      'cn-fentanyl-class',
      'added',
      expect.stringContaining('2019-04-01'),
    ])
    expect(members).toContain('4-bromofentanyl')
  })
  test('a later day: orders that end, and proposals apart; none for a day that is past', async () => {
    const later = await changes('2026-12-02', '2028-06-01', 'US')
    const bromazolam = later.find((c) => c.substance === 'bromazolam')
    expect(bromazolam).toMatchObject({ part: 'ends', what: 'removed', day: '2028-03-16' })
    expect(later.filter((c) => c.part === 'proposed').map((c) => c.source)).toContain('us-list-1-bmk-glycidic-acid')
    expect((await changes('2026-01-01', '2026-12-01', 'US')).filter((c) => c.part === 'proposed')).toEqual([])
  })
  test('text fits 80 columns and has the citation; CSV and HTML say the same', async () => {
    const args = ['2019-04-30', '2019-05-01', 'CN'] as const
    const { out } = await compare(...args)
    expect(out).toMatch(/^2019-05-01 {1,2}new class: Fentanyl-related substances/m)
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80)
    for (const format of ['html', 'csv']) {
      const said = (await compare(...args, '--format', format)).out
      expect(said).toContain('Fentanyl-related substances')
      expect(said).toContain('NMPA announcement of 2019-04-01')
    }
  })
  test.each<[why: string, args: string[], said: RegExp]>([
    ['one day', ['--as-of', '2019-05-01', '--against', '2019-05-01', '-j', 'CN'], /without a file, two days/],
    ['two laws', ['--against', 'US', '-j', 'CN'], /without a file, two days/],
    ['a rule', ['--assume', 'us-sofa-2018', '-j', 'US'], /without a file, two days/],
    ['nothing', [], /nothing to compare with/],
    ['SARIF', ['--as-of', '2019-05-01', '--against', '2018-05-01', '--format', 'sarif'], /text, md, html, json, csv/],
  ])('is refused with %s', async (_, args, said) => {
    const { code, err } = await run(['compare', ...args])
    expect([code, err]).toEqual([2, expect.stringMatching(said)])
  })
  test('with a file, its rows are compared as before', async () => {
    const file = put('a.csv', 'id,smiles\nx,O=C(CC)N(c1ccc(Br)cc1)C1CCN(CCc2ccccc2)CC1\n')
    const { out } = await run(['compare', file, '--as-of', '2019-04-30', '--against', '2019-05-01', '-j', 'CN'])
    expect(out).toContain('x: CN uncontrolled -> class')
  })
})
