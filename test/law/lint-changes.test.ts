import { expect, test } from 'vitest'
import { checks, kinds } from '../../src/law/authoring.js'
import type { Entry, JurisdictionRecords, List, Records } from '../../src/law/index.js'
import { StoredSections } from '../support/stored-sections.js'
import { right, scenario } from './every-reference.js'

// Correct records, each of their fields changed in turn, and what the checks report.
const stored = new StoredSections(new URL('lint-changes.txt', import.meta.url))
type Path = readonly (string | number)[]

const base = richer(scenario(right))

test('the records are correct', () => expect(checks.flatMap((check) => check.run(base))).toEqual([]))

const own = base.jurisdictions[0]!
test.each<[string, unknown, (changed: never) => Records]>([
  ['list', own.lists[0], (list: List) => withOwn({ lists: [list] })],
  ['rule', own.rules[0], (rule: JurisdictionRecords['rules'][number]) => withOwn({ rules: [rule] })],
  ['instruments', own.instruments, (instruments: JurisdictionRecords['instruments']) => withOwn({ instruments })],
  ['jurisdiction', own.jurisdiction, (jurisdiction: JurisdictionRecords['jurisdiction']) => withOwn({ jurisdiction })],
  [
    'examples',
    own.examples.get('xx-rule'),
    (examples: never) => withOwn({ examples: new Map([['xx-rule', examples]]) }),
  ],
  ['substances', base.substances, (substances: Records['substances']) => ({ ...base, substances })],
  ['terms', base.terms, (terms: Records['terms']) => ({ ...base, terms })],
])('changes of %s', (name, value, put) => {
  const rows = [...pathsIn(value)].flatMap((path) =>
    Object.entries(changesOf(valueAt(value, path))).flatMap(([change, changed]) => {
      const record = withValue(value, path, changed)
      if (!isValid(name, record)) return []
      const found = checks.flatMap((check) =>
        check.run(put(record as never)).map((p) => `${check.id}: ${p.file} ${p.field}: ${p.found} / ${p.expected}`),
      )
      const title = `${path.join('.')} ${change}`
      return found.length === 1
        ? [`${title}, ${found[0]}`]
        : found.length === 0
          ? []
          : [title, ...found.map((p) => `  ${p}`)]
    }),
  )
  stored.expectRows(name, rows)
})

/** Only records that fit their schema come to the checks. */
function isValid(name: string, record: unknown): boolean {
  if (name === 'substances') return (record as unknown[]).every((one) => kinds.substance.schema.safeParse(one).success)
  if (name === 'terms') return (record as unknown[]).every((one) => kinds.term.schema.safeParse(one).success)
  return kinds[name as 'list'].schema.safeParse(record).success
}

function withOwn(change: Partial<Records['jurisdictions'][number]>): Records {
  return { ...base, jurisdictions: [{ ...own, ...change }] }
}

/** With codes, declared numbers, sentences on scope and days. */
function richer(records: Records): Records {
  const [j] = records.jurisdictions
  const [list] = j!.lists
  const [entry] = list!.entries
  const period = { act: 'statute', cite: 'Act 1' } as const
  const another: Entry = {
    substance: 'ethanol',
    name_in_law: 'Ethanol',
    code: '3',
    former_codes: [
      { code: '1', until: '2005-01-01' },
      { code: '2', until: '2010-01-01' },
    ],
    periods: [
      { ...period, from: '2001-01-01', until: '2010-01-01' },
      { ...period, from: '2010-01-01', until: '2015-01-01' },
      { ...period, from: '2016-01-01', until: null, extends_to: [] },
    ],
  }
  const sentence: Pick<List['scope'][number], 'extends_to' | 'cite' | 'reads'> = {
    extends_to: ['salts'],
    cite: 'Act 1',
    reads: 'x',
  }
  return {
    ...records,
    jurisdictions: [
      {
        ...j!,
        jurisdiction: {
          ...j!.jurisdiction,
          instruments_from: '2030-01-01',
          gaps: [...j!.jurisdiction.gaps, { id: 'k', from: '2001-01-01', until: '2002-01-01', reads: 'x', cite: 'x' }],
        },
        instruments: [
          { ...j!.instruments[0]!, published: '1999-12-01', effective: '2000-01-01', declared: { count: 1, of: 'x' } },
          { id: 'act-2', title: 'x', cite: 'Act 22', published: '2001-01-01', effective: '2002-01-01' },
        ],
        lists: [
          {
            ...list!,
            scope: [
              { ...sentence, from: null, until: '2005-01-01' },
              { ...sentence, from: '2005-01-01', until: null },
            ],
            declared: [{ on: '2012-01-01', count: 2, of: 'x', cite: 'Act 1' }],
            entries: [entry!, another],
          },
        ],
      },
    ],
  }
}

function* pathsIn(value: unknown, path: Path = []): Generator<Path> {
  if (path.length > 0) yield path
  if (typeof value !== 'object' || value === null) return
  if (Array.isArray(value)) for (const [i, item] of value.entries()) yield* pathsIn(item, [...path, i])
  else for (const [key, item] of Object.entries(value)) yield* pathsIn(item, [...path, key])
}

const valueAt = (value: unknown, path: Path) =>
  path.reduce<unknown>((v, part) => (v as Record<string | number, unknown>)[part], value)

const missing = Symbol('missing')
const twice = Symbol('twice')
const isDay = (value: unknown) => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)

function changesOf(value: unknown): Record<string, unknown> {
  if (isDay(value)) return { early: '1990-01-01', 'in 2003': '2003-06-01', 'in 2012': '2012-06-01', null: null }
  if (value === null) return { early: '1990-01-01', 'in 2003': '2003-06-01', 'in 2012': '2012-06-01' }
  if (typeof value === 'string') return { other: 'nobody', missing }
  if (typeof value === 'number') return { more: value + 1, less: value - 1 }
  if (Array.isArray(value)) return { empty: [], missing }
  return { missing, twice }
}

function withValue(record: unknown, [first, ...rest]: Path, value: unknown): unknown {
  const copy = (Array.isArray(record) ? [...(record as unknown[])] : { ...(record as object) }) as Record<
    string | number,
    unknown
  >
  if (rest.length > 0) copy[first!] = withValue(copy[first!], rest, value)
  else if (Array.isArray(copy))
    copy.splice(
      Number(first),
      1,
      ...(value === missing ? [] : value === twice ? [copy[Number(first)], copy[Number(first)]] : [value]),
    )
  else if (value === missing) delete copy[first!]
  else if (value !== twice) copy[first!] = value
  return copy
}
