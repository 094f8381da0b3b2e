import { expect, it } from 'vitest'
import { daysBetween, daysLater, yearsLater } from '../../src/law/index.js'

it.each([
  ['2019-05-01', 1, '2020-05-01'],
  ['2020-02-29', 1, '2021-03-01'],
  ['2020-02-29', 4, '2024-02-29'],
  ['2019-05-01', -1, '2018-05-01'],
] as const)('%s and %i years', (day, years, later) => expect(yearsLater(day, years)).toBe(later))

it.each([
  ['2019-12-31', 1, '2020-01-01'],
  ['2020-03-01', -1, '2020-02-29'],
  ['2020-03-01', 0, '2020-03-01'],
] as const)('%s and %i days', (day, days, later) => expect(daysLater(day, days)).toBe(later))

it.each([
  ['2019-12-31', '2020-01-01', 1],
  ['2020-03-01', '2020-02-29', -1],
  ['2020-01-01', '2021-01-01', 366],
] as const)('from %s to %s', (from, to, days) => expect(daysBetween(from, to)).toBe(days))
