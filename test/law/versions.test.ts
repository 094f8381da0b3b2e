import { describe, expect, it } from 'vitest'
import {
  BadRecord,
  assemble,
  canonicalText,
  kinds,
  lintRecords,
  parseRecord,
  rulesIn,
} from '../../src/law/authoring.js'
import type { LoadedFile } from '../../src/law/authoring.js'
import { fileOfVersion } from '../../src/law/versions/located.js'
import { unfoldRule, partsOf } from '../../src/law/versions/unfold.js'
import { halogen, methyl, ruleOf, refusals } from '../support/records.js'

const { id: _, title, periods, ...common } = ruleOf()
const clause = ruleOf().clauses[0]!
const versions = ['2010', '2012', '2014'].map((version, i) => ({
  version,
  id: `xx-rule-${version}`,
  title: `${title} (text of ${version})`,
  periods: [{ ...periods[0]!, from: `${version}-01-01`, until: i < 2 ? `${2012 + 2 * i}-01-01` : null }],
}))
const own = { ...methyl, id: 'xx-alkyl' }

function loaded(more: object, terms: readonly object[] = [], examples: object | null = null): LoadedFile[] {
  const file = (kind: LoadedFile['kind'], place: string, value: object) =>
    ({ kind, file: place, place, value: parseRecord<unknown>(kinds[kind].schema, value, place) }) as LoadedFile
  return [
    file('edition', 'edition.json', { id: 'test' }),
    file('term', 'terms/alkyl.json', methyl),
    file('term', 'terms/halogen.json', halogen),
    file('jurisdiction', 'xx/jurisdiction.json', {
      code: 'XX',
      name: 'Nowhere',
      authority: 'Nobody',
      records_from: '2000-01-01',
      verified_through: '2020-12-31',
      exceptions: [],
      gaps: [],
    }),
    ...terms.map((t) => file('term', `xx/terms/${(t as { id: string }).id}.json`, t)),
    file('versions', 'xx/rules/xx-rule.versions.json', { id: 'xx-rule', title, versions, ...common, ...more }),
    ...(examples ? [file('version-examples', 'xx/rules/xx-rule.versions.examples.json', examples)] : []),
  ]
}

const rulesOf = (more: object, terms: readonly object[] = []) => assemble(loaded(more, terms)).jurisdictions[0]!.rules

const problemsOf = (run: () => unknown) => refusals(run).map((p) => `${p.file} ${p.field}: ${p.found}; ${p.expected}`)

describe('a file of versions is the rules of its versions', () => {
  it('each with its own id, title and periods, in the order of the file', () => {
    expect(rulesOf({}).map((r) => [r.id, r.title, r.periods[0]!.from])).toEqual([
      ['xx-rule-2010', 'A class (text of 2010)', '2010-01-01'],
      ['xx-rule-2012', 'A class (text of 2012)', '2012-01-01'],
      ['xx-rule-2014', 'A class (text of 2014)', '2014-01-01'],
    ])
  })

  it('a rule with a single version is the same as one in its own file', () => {
    const written = ruleOf({ id: 'xx-rule-2010', title: versions[0]!.title, periods: versions[0]!.periods })
    expect(JSON.stringify(rulesOf({})[0])).toBe(JSON.stringify(parseRecord(kinds.rule.schema, written, 'x')))
  })

  it('a part holds from the version named in from up to the one named in until', () => {
    const b = { ...clause, id: 'b', from: '2012', until: '2014' }
    expect(rulesOf({ clauses: [clause, b] }).map((r) => r.clauses.map((c) => c.id))).toEqual([['a'], ['a', 'b'], ['a']])
  })

  it('so does a group within a clause, which then reads as in a separate rule', () => {
    const c = { ...clause, with: ['alkyl', { term: 'halogen', from: '2014' }] }
    expect(rulesOf({ clauses: [c] }).map((r) => r.clauses[0]!.with)).toEqual([
      ['alkyl'],
      ['alkyl'],
      ['alkyl', 'halogen'],
    ])
  })

  it('a sentence, a field that differs, and fields of a single version', () => {
    const rules = rulesOf({
      reads: ['A class.', { text: 'And more.', from: '2012' }],
      clauses: [
        {
          ...clause,
          cite: [
            { value: '(a)', until: '2014' },
            { value: '(b)', from: '2014' },
          ],
        },
      ],
      mass: { max: 500 },
      versions: [versions[0], { ...versions[1], mass: { max: 600 } }, versions[2]],
    })
    expect(rules.map((r) => r.reads.length)).toEqual([1, 2, 2])
    expect(rules.map((r) => r.clauses[0]!.cite)).toEqual(['(a)', '(a)', '(b)'])
    expect(rules.map((r) => r.mass!.max)).toEqual([500, 600, 500])
  })

  it('a list with nothing in force in a version is not in its rule; an exclusion keeps its days', () => {
    const out = { what: 'exceptions', reads: 'x', cite: 'x' }
    const rules = rulesOf({
      terms: [{ ...halogen, from: '2012' }],
      open_words: { question: 'q', basis: 'b', cite: 'c', reaches: [{ smarts: 'C', reads: 'c' }], until: '2012' },
      leaves_out: [{ ...out, from: '2011-01-01', until: '2014' }],
    })
    expect(rules.map((r) => [r.terms?.length, r.open_words !== undefined])).toEqual([
      [undefined, true],
      [1, false],
      [1, false],
    ])
    expect(rules.map((r) => r.leaves_out)).toEqual([
      [{ ...out, from: '2011-01-01' }],
      [{ ...out, from: '2011-01-01' }],
      [],
    ])
  })

  it('examples go to the versions they belong to', () => {
    const example = { name: 'x', smiles: 'C', why: 'x' }
    const examples = {
      fits: [{ ...example, by: ['a'], from: '2014' }],
      misses: [{ ...example, until: '2014' }],
      unsettled: [],
    }
    const { examples: found } = assemble(loaded({}, [], examples)).jurisdictions[0]!
    expect([...found].map(([id, e]) => [id, e.fits.length, e.misses.length])).toEqual([
      ['xx-rule-2010', 0, 1],
      ['xx-rule-2012', 0, 1],
      ['xx-rule-2014', 1, 0],
    ])
  })

  it('keys are in schema order, spans last', () => {
    const text = canonicalText(kinds.versions.schema, {
      clauses: [{ until: '2014', from: '2012', ...clause }],
      id: 'x',
    })
    expect(Object.keys((JSON.parse(text) as { clauses: object[] }).clauses[0]!).slice(-3)).toEqual([
      'with',
      'from',
      'until',
    ])
  })
})

describe('errors are reported at their place in the file', () => {
  const at = 'xx/rules/xx-rule.versions.json'
  it.each([
    [
      'a missing version',
      { clauses: [{ ...clause, from: '2013' }] },
      'clauses[0].from: 2013; one of the versions 2012, 2014',
    ],
    [
      'the first version, which starts nothing',
      { clauses: [{ ...clause, from: '2010' }] },
      'clauses[0].from: 2010; one of the versions 2012, 2014',
    ],
    [
      'a span that ends before it starts',
      { clauses: [{ ...clause, from: '2014', until: '2012' }] },
      'clauses[0].until: 2012; a version after 2014',
    ],
    [
      'a field without a value in a version',
      {
        clauses: [
          {
            ...clause,
            cite: [
              { value: 'x', until: '2012' },
              { value: 'y', from: '2014' },
            ],
          },
        ],
      },
      'clauses[0].cite: 0 values in version 2012; one in each version',
    ],
  ])('%s', (_, more, expected) => {
    expect(problemsOf(() => rulesOf(more))).toEqual([`${at} ${expected}`])
  })

  it('examples without the versions they belong to', () => {
    const files = loaded({}, [], { fits: [], misses: [], unsettled: [] }).filter((l) => l.kind !== 'versions')
    expect(problemsOf(() => assemble(files))).toEqual([
      'xx/rules/xx-rule.versions.examples.json (file): no rule; the versions in xx/rules/xx-rule.versions.json',
    ])
  })

  it('a problem of a part is reported once, by its number in the file and not in the version', () => {
    const [gone, wrong] = [
      { ...clause, id: 'b', until: '2012' },
      { ...clause, id: 'c', sites: ['nowhere'], from: '2012' },
    ]
    const records = assemble(loaded({ clauses: [clause, gone, wrong] }))
    expect(problemsOf(() => lintRecords(records)).filter((p) => p.includes('nowhere'))).toEqual([
      `${at} clauses[2].sites: nowhere; the id of a site of this rule`,
    ])
  })
})

describe('terms of one law', () => {
  const uses = { clauses: [{ ...clause, with: ['xx-alkyl'] }] }

  it('a rule that uses one includes it', () => {
    expect(rulesOf(uses, [own]).map((r) => r.terms)).toEqual([[own], [own], [own]])
    expect(rulesOf({}, [own]).map((r) => r.terms)).toEqual([undefined, undefined, undefined])
  })

  it.each([
    ['a use with limits', { with: [{ term: 'xx-alkyl', carbons: { max: 2 } }] }],
    ['what a use excepts', { with: [{ term: 'alkyl', except: ['xx-alkyl'] }] }],
    ['what may be attached to a use', { with: [{ term: 'alkyl', further: ['halogen', 'xx-alkyl'] }] }],
  ])('also one that is named by %s', (_, how) =>
    expect(rulesOf({ clauses: [{ ...clause, ...how }] }, [own])[0]!.terms).toEqual([own]),
  )

  it('also one that is the group of the parent at a site', () => {
    const sites = [{ id: 'ring', reads: 'the ring', on: [2, 3], holds: 'one', parent: 'xx-alkyl' }]
    expect(rulesOf({ sites }, [own])[0]!.terms).toEqual([own])
  })

  it('not one that the rule defines itself', () => {
    const mine = { ...own, reads: 'mine' }
    expect(rulesOf({ ...uses, terms: [mine] }, [own])[0]!.terms).toEqual([mine])
  })

  it('also one that is used by another term', () => {
    const outer = { ...methyl, id: 'xx-outer', is: [{ ...methyl.is[0]!, further: ['xx-alkyl'] }] }
    expect(rulesOf({ clauses: [{ ...clause, with: ['xx-outer'] }] }, [own, outer])[0]!.terms!.map((t) => t.id)).toEqual(
      ['xx-alkyl', 'xx-outer'],
    )
  })

  it.each([
    ['one that no rule uses', {}, [own], 'xx/terms/xx-alkyl.json id: no rule that uses it; a rule of XX that does'],
    [
      'one with the id of a term of all laws',
      {},
      [methyl],
      'xx/terms/alkyl.json id: alkyl; an id of its own; terms/alkyl.json has this one',
    ],
  ])('%s is rejected', (_, more, terms, expected) => {
    expect(problemsOf(() => lintRecords(assemble(loaded(more, terms))))).toContain(expected)
  })

  it('a term in two files of one law is rejected', () => {
    const other = ruleOf({ id: 'xx-two', terms: [own], clauses: [{ ...clause, with: ['xx-alkyl'] }] })
    const files = [
      ...loaded({ ...uses, terms: [own] }),
      { kind: 'rule', file: 'xx/rules/xx-two.json', place: 'xx/rules/xx-two.json', value: other } as LoadedFile,
    ]
    expect(problemsOf(() => lintRecords(assemble(files)))).toContain(
      'xx/rules/xx-two.json terms[0]: xx-alkyl as in xx/rules/xx-rule.versions.json; one file, xx/terms/xx-alkyl.json',
    )
  })
})

it('a value of null stays', () => {
  const value = { a: null, b: [null, 1] }
  expect(partsOf(value, ['2010', '2012'], '2010', 'x').value).toEqual(value)
})

it('a version that is not a rule is reported at its place in the file', () => {
  const long = { ...clause, at_least: 0, from: '2012' }
  const file = { id: 'xx-rule', title, versions, ...common, clauses: [clause, long] }
  expect(problemsOf(() => unfoldRule(file as never, 'f.json'))[0]).toMatch(
    /^f.json \(version 2012\) clauses\[1\].at_least: a version that is not a rule; /,
  )
})

describe('the rules of one file outside a data folder', () => {
  const examples = { fits: [{ name: 'x', smiles: 'C', why: 'x', by: ['a'], from: '2014' }], misses: [], unsettled: [] }
  const none = { fits: [], misses: [], unsettled: [] }
  const written = { file: 'f.json', value: { id: 'xx-rule', title, versions, ...common } }
  const counts = (...of: Parameters<typeof rulesIn>) => rulesIn(...of).map((r) => [r.rule.id, r.examples.fits.length])
  it('a single rule, its parts expanded, and its examples', () => {
    const parts = [{ id: 'amine', smarts: '[NH2]', reads: 'x' }]
    const [scaffold] = common.scaffolds
    const value = {
      ...ruleOf(),
      parts,
      scaffolds: [{ ...scaffold!, smarts: scaffold!.smarts.replace('[NH2]', '{amine}') }],
    }
    expect(rulesIn({ file: 'f.json', value }, null)).toEqual([{ rule: ruleOf(), examples: none }])
    const { from: _, ...fits } = examples.fits[0]!
    expect(counts({ file: 'f.json', value }, { file: 'e.json', value: { ...examples, fits: [fits] } })).toEqual([
      ['xx-rule', 1],
    ])
  })
  it('the rules of all versions, each with its examples', () => {
    const ids = ['xx-rule-2010', 'xx-rule-2012', 'xx-rule-2014']
    expect(counts(written, null)).toEqual(ids.map((id) => [id, 0]))
    expect(counts(written, { file: 'e.json', value: examples })).toEqual(ids.map((id, i) => [id, i === 2 ? 1 : 0]))
    expect(rulesIn(written, null)[0]!.examples).toEqual(none)
  })
  it.each([[null], ['text'], [{}], [{ versions: 1 }]])('not a rule: %j', (value) =>
    expect(() => rulesIn({ file: 'f.json', value }, null)).toThrow(BadRecord),
  )
  it('examples in another format', () =>
    expect(problemsOf(() => rulesIn(written, { file: 'e.json', value: {} }))[0]).toContain('e.json fits'))
})

it('the name of a version leads back to its file', () => {
  expect(fileOfVersion('de/rules/x.versions.json (version 2019)')).toBe('de/rules/x.versions.json')
  expect(fileOfVersion('x (version 1).json')).toBe('x (version 1).json')
  expect(partsOf({ a: [{ b: 1, from: '2012' }] }, ['2010', '2012'], '2010', 'x').value).toEqual({ a: [] })
})
