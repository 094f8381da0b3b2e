import { describe, expect, test } from 'vitest'
import { loadRecords } from '../../src/cli/law-files/law-data.js'
import { statsOn } from '../../src/law/index.js'
import { run } from '../law/library-run.js'

const china = loadRecords({}).jurisdictions.find((j) => j.jurisdiction.code === 'CN')!

/**
 * Numbers published by the Chinese authorities: substances on the supplementary list (each announcement), new
 * psychoactive substances in total (from 2017 on), fentanyls in force (23 in 2017, 25 in 2018).
 */
const official: readonly [day: string, supplementary: number, nps: number, fentanyls: number][] = [
  ['2014-01-01', 0, 14, 13],
  ['2015-09-30', 0, 14, 13],
  ['2015-10-01', 116, 130, 19],
  ['2017-02-28', 116, 130, 19],
  ['2017-03-01', 120, 134, 23],
  ['2017-06-30', 120, 134, 23],
  ['2017-07-01', 124, 138, 23],
  ['2018-08-31', 124, 138, 23],
  ['2018-09-01', 156, 170, 25],
  ['2018-11-26', 156, 170, 25],
  ['2019-05-01', 156, 170, 25],
  ['2021-06-30', 156, 170, 25],
  ['2021-07-01', 174, 188, 25],
  ['2024-06-30', 174, 188, 25],
  ['2024-07-01', 220, 234, 25],
]

describe('China: the records give the official numbers', () => {
  test.each(official)(
    '%s: %i on the supplementary list, %i NPS, %i fentanyls',
    (day, supplementary, nps, fentanyls) => {
      const stats = statsOn(china, day)
      expect(stats.tags).toEqual({ nps, fentanyl: fentanyls })
      expect(stats.lists.find((l) => l.id === 'cn-supplementary-2015')?.substances ?? 0).toBe(supplementary)
    },
  )

  test('the 39 substances USCC counts since February 2017: the announcements give 40', () => {
    const supplementary = china.lists.find((l) => l.id === 'cn-supplementary-2015')!
    expect(
      supplementary.entries.filter((e) => e.periods[0]!.from! >= '2017-03-01' && e.periods[0]!.from! <= '2018-09-01'),
    ).toHaveLength(40)
  })

  test('the catalogues have the numbers of entries they are known for', () => {
    const entries = (day: string) => Object.fromEntries(statsOn(china, day).lists.map((l) => [l.id, l.entries]))
    expect(entries('2014-01-01')).toMatchObject({
      'cn-narcotic-2013': 121,
      'cn-psychotropic-1-2013': 68,
      'cn-psychotropic-2-2013': 81,
    })
    expect(entries('2025-07-21')).toMatchObject({
      'cn-medicinal-narcotic-2025': 32,
      'cn-medicinal-psychotropic-1-2025': 18,
      'cn-medicinal-psychotropic-2-2025': 78,
      'cn-non-medicinal-2025': 396,
    })
    expect(entries('2026-07-01')).toMatchObject({ 'cn-non-medicinal-2025': 412 })
  })

  test('a mark that the lists in force do not contain is not reported as zero', () => {
    expect(statsOn(china, '2025-07-21').tags).toEqual({ nps: null, fentanyl: 25 })
  })

  test('on the command line, on the day the commission reported', async () => {
    const { code, out } = await run('law', 'stats', '--jurisdiction', 'CN', '--as-of', '2018-11-26')
    expect(code).toBe(0)
    expect(out).toContain('new psychoactive substances (NPS): 170')
    expect(out).toContain('fentanyls: 25')
    expect(out).toContain('0 class rules in force')
  }, 60_000)
})
