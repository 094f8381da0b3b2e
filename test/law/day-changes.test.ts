import { expect, test } from 'vitest'
import { dayChanges, type JurisdictionRecords } from '../../src/law/index.js'

const period = (from: string | null, until: string | null, more: object = {}) => ({
  from,
  until,
  cite: `of ${from}`,
  ...more,
})
const entry = (substance: string, ...periods: object[]) => ({ substance, name_in_law: substance, periods })
const records = (lists: Record<string, object[]>, rules: object[] = []) =>
  [
    {
      jurisdiction: { code: 'XX' },
      lists: Object.entries(lists).map(([id, entries]) => ({ id, short: `list ${id}`, entries })),
      rules,
    },
  ] as unknown as JurisdictionRecords[]
const rule = (status: string, from: string | null, until: string | null) => ({
  id: 'r',
  title: 'R',
  periods: [period(from, until, { status })],
})

const [from, to] = ['2020-01-01', '2021-01-01']

test.each<[what: string, lists: Record<string, object[]>, rules: object[], found: string[]]>([
  ['the day before the first', { a: [entry('x', period('2020-01-01', null))] }, [], []],
  ['the last day', { a: [entry('x', period('2021-01-01', null))] }, [], ['added 2021-01-01 a x']],
  ['a day later', { a: [entry('x', period('2021-01-02', null))] }, [], []],
  ['an end', { a: [entry('x', period('2019-01-01', '2020-06-01'))] }, [], ['removed 2020-06-01 a x']],
  [
    'another act without a break',
    { a: [entry('x', period('2019-01-01', '2020-06-01'), period('2020-06-01', null))] },
    [],
    ['changed 2020-06-01 a x'],
  ],
  [
    'a break',
    { a: [entry('x', period('2019-01-01', '2020-06-01'), period('2020-07-01', null))] },
    [],
    ['removed 2020-06-01 a x', 'added 2020-07-01 a x'],
  ],
  [
    'another list',
    { a: [entry('x', period('2019-01-01', '2020-06-01'))], b: [entry('x', period('2020-06-01', null))] },
    [],
    ['removed 2020-06-01 a x, still on list b', 'added 2020-06-01 b x'],
  ],
  [
    'a first day that is not known',
    { a: [entry('x', period(null, null, { in_force_by: '2020-06-01', not_before: '2020-02-01' }))] },
    [],
    ['added 2020-06-01 a x'],
  ],
  ['one that was perhaps there before', { a: [entry('x', period(null, null, { in_force_by: '2020-06-01' }))] }, [], []],
  ['a class', {}, [rule('in force', '2020-06-01', null)], ['added 2020-06-01 r R']],
  ['a proposal that is open', {}, [rule('proposed', '2019-06-01', null)], ['proposed 2019-06-01 r R']],
  ['a proposal that was settled', {}, [rule('proposed', '2018-06-01', '2019-06-01')], []],
])('%s', (_, lists, rules, found) => {
  const said = dayChanges(records(lists, rules), from, to).map(({ what, day, source, name, stillOn }) =>
    [`${what} ${day} ${source} ${name}`, ...stillOn.map((list) => `still on ${list}`)].join(', '),
  )
  expect(said).toEqual(found)
})
