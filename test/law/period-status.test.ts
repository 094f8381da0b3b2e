import { expect, it } from 'vitest'
import { statusOn } from '../../src/law/index.js'

const late = { from: '2018-01-01', until: null, not_before: '2017-01-01' }
const unknown = { from: null, until: null, in_force_by: '2018-01-01', not_before: '2017-01-01' }

it.each([
  ['a known start, before the earliest possible day', late, '2016-12-31', 'not in force'],
  ['from the earliest possible day it may be in force', late, '2017-01-01', 'unknown'],
  ['the day before the recorded start', late, '2017-12-31', 'unknown'],
  ['the recorded start', late, '2018-01-01', 'in force'],
  ['an unknown start, before the earliest possible day', unknown, '2016-12-31', 'not in force'],
  ['on the earliest possible day', unknown, '2017-01-01', 'unknown'],
  ['from the day a source shows it', unknown, '2018-01-01', 'in force'],
  ['an unknown start without a day shown by a source', { from: null, until: null }, '2018-01-01', 'unknown'],
] as const)('%s', (_, period, day, standing) => expect(statusOn(period, day)).toBe(standing))
