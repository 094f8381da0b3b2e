import { beforeAll, describe, expect, test } from 'vitest'
import type { Reader } from '../../src/chem/index.js'
import { wilson, itemsIn } from '../../src/impact/index.js'
import { RuleQuestion } from '../../src/answers/index.js'
import { FingerprintCache } from '../../src/impact/fingerprint-cache.js'
import { missedAnalogues } from '../../src/impact/measure.js'
import { type RecordedItem, timeImpact } from '../../src/impact/time.js'
import { scaffoldOf } from '../../src/impact/scaffold.js'
import { changed, withoutClause } from '../../src/impact/variants.js'
import type { Rule } from '../../src/law/index.js'
import { fentanyl } from '../cli/fake-host.js'
import { sharedReader, shippedLaw } from '../support/law.js'

let reader: Reader
beforeAll(async () => void (reader = await sharedReader()))

describe("Wilson's interval", () => {
  // Newcombe 1998, doi:10.1002/(SICI)1097-0258(19980430)17:8<857, table I, method 3.
  test.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('%i of %i', (found, n, low, high) => {
    const [a, b] = wilson(found, n)!
    expect(a).toBeCloseTo(low, 4)
    expect(b).toBeCloseTo(high, 4)
  })
  test('an empty set has none', () => expect(wilson(0, 0)).toBeNull())
})

describe('Murcko scaffolds', () => {
  test.each([
    ['fentanyl: acyl group gone, chain between rings kept', fentanyl, 'c1ccc(CCN2CCC(Nc3ccccc3)CC2)cc1'],
    ['a double bond on a ring stays', 'CC1CCCC1=O', 'O=C1CCCC1'],
    ['no rings, no scaffold', 'CCCC(=O)OC', ''],
    ['the largest component counts', 'C1CCCCC1C.OC(=O)CC(=O)O', 'C1CCCCC1'],
    [
      'more than nine rings closed',
      'C1CC1C1CC1C1CC1C1CC1C1CC1C1CC1C1CC1C1CC1C1CC1C1CC1C1CC1',
      'C1CC1C1CC1C1CC1C1CC1C1CC1C1CC1C1CC1C1CC1C1CC1C1CC1C1CC1',
    ],
  ])('%s', (_, smiles, scaffold) => {
    const named = scaffold === '' ? '' : reader.read(scaffold, (s) => s.smiles)
    expect(scaffoldOf(reader, smiles)).toBe(named)
  })
  test('every shipped structure has a scaffold that can be named, however it is drawn', () => {
    for (const { smiles } of shippedLaw().edition.substances.slice(0, 300)) {
      if (smiles === null) continue
      const canonical = reader.read(smiles, (s) => s.smiles)
      expect(scaffoldOf(reader, canonical)).toBe(scaffoldOf(reader, smiles))
    }
  })
})

test('missed analogues: what resembles the parent or has a scaffold of the draft', async () => {
  const { edition } = shippedLaw()
  const rule = edition.jurisdictions.flatMap((j) => j.rules).find((r) => r.id === 'cn-proposed-fentanyl-class')!
  const prints = new FingerprintCache(async () => reader)
  const judge = new RuleQuestion(prints.reader, edition, { code: 'CN', rule }, '2018-11-26', { engine: true })
  const items = [
    ['caffeine', 'CN1C=NC2=C1C(=O)N(C(=O)N2C)C'],
    ['bezitramide', 'CCC(=O)N1C(=O)N(C2CCN(CCC(C#N)(c3ccccc3)c3ccccc3)CC2)c2ccccc21'],
    ['diampromide', 'CCC(=O)N(c1ccccc1)CC(C)N(C)CCc1ccccc1'],
    ['benzylfentanyl', 'CCC(=O)N(c1ccccc1)C1CCN(Cc2ccccc2)CC1'],
  ].map(([name, smiles]) => ({ id: name!, name: name!, smiles: smiles!, listedIn: [] }))
  const missed = await missedAnalogues(
    prints,
    judge,
    rule,
    await prints.of(fentanyl),
    items as unknown as RecordedItem[],
  )
  expect(missed.map(({ name, similarity }) => [name, similarity!.toFixed(2)])).toEqual([['benzylfentanyl', '0.77']])
})

describe('changes of a draft', () => {
  const rule = (id: string): Rule =>
    shippedLaw()
      .edition.jurisdictions.flatMap((j) => j.rules)
      .find((r) => r.id === id)!
  test('removing a clause also removes clauses that need it alone and scaffolds that only meet it', () => {
    const base = rule('cn-proposed-fentanyl-class')
    const [a, b] = base.clauses
    const needing: Rule = { ...base, clauses: [a!, { ...b!, needs: [a!.id] }] }
    expect(withoutClause(needing, a!.id).clauses).toEqual([])
    const meeting: Rule = { ...base, scaffolds: [{ ...base.scaffolds[0]!, meets: ['A'] }] }
    expect(withoutClause(meeting, 'A').scaffolds).toEqual([])
  })
  test('a limit on carbons keeps what the clause already says', () => {
    const base = rule('cn-proposed-fentanyl-class')
    const made = changed(base, { kind: 'carbons', clause: 'E', max: 4 })
    expect(made.clauses.find((c) => c.id === 'E')).toMatchObject({ total: { carbons: { max: 4 } } })
    expect(made.clauses.filter((c) => c.id !== 'E')).toEqual(base.clauses.filter((c) => c.id !== 'E'))
  })
})

describe('days won', () => {
  const item = (id: string, first: RecordedItem['first']): RecordedItem => ({
    id,
    name: id,
    smiles: 'C',
    atc: [],
    listedIn: [],
    first,
  })
  const items = [
    item('early', [{ code: 'ZZ', from: '2009-01-01' }]),
    item('listed', [
      { code: 'YY', from: '2015-01-01' },
      { code: 'ZZ', from: '2015-01-31' },
    ]),
    item('never', [{ code: 'YY', from: '2016-12-02' }]),
    item('outside', [{ code: 'YY', from: '2015-01-01' }]),
  ]
  const asked = { code: 'ZZ', since: '2010-01-01', until: '2017-01-01', seen: new Map<string, string>() }
  const covered = new Set(['early', 'listed', 'never'])
  test('from the first list of any law to that of its own, and to the draft', async () => {
    const { raced, medianWon } = await timeImpact(items, covered, { ...asked, draftFrom: '2015-01-11' }, async () => [])
    expect(raced.map((r) => [r.name, r.listDays, r.draftDays])).toEqual([
      ['never', 30, 0],
      ['listed', 30, 10],
    ])
    expect(medianWon).toBe(25)
  })
  test('a file says when a substance was first seen; a list in force before that leaves no day', async () => {
    const seen = new Map([
      ['listed', '2014-12-02'],
      ['never', '2016-12-31'],
    ])
    const { raced } = await timeImpact(items, covered, { ...asked, draftFrom: '2010-01-01', seen }, async () => [])
    expect(raced.map((r) => [r.name, r.known, r.by, r.listDays, r.draftDays])).toEqual([
      ['listed', '2014-12-02', 'file', 60, 0],
      ['never', '2016-12-31', 'file', 1, 0],
    ])
  })
  test('days on which the law leaves a substance undecided are not uncontrolled, and stand apart', async () => {
    const history = [
      {
        code: 'ZZ',
        recordsFrom: null,
        verifiedThrough: '2020-01-01',
        chapters: [
          { from: null, until: '2015-01-06', verdict: 'uncontrolled' as const, findings: [] },
          { from: '2015-01-06', until: null, verdict: 'undecided' as const, findings: [] },
        ],
      },
    ]
    const { raced } = await timeImpact(items, covered, { ...asked, draftFrom: '2015-01-11' }, async () => history)
    expect(raced.map((r) => [r.name, r.listDays, r.draftDays, r.undecidedDays])).toEqual([
      ['listed', 5, 5, 25],
      ['never', 0, 0, 30],
    ])
  })
  test('steps: known, listed, and covered by the draft before any list', async () => {
    const { steps } = await timeImpact(items, covered, { ...asked, draftFrom: '2015-01-11' }, async () => [])
    expect(steps).toEqual([
      { day: '2015-01-01', known: 1, listed: 0, ahead: 0 },
      { day: '2015-01-11', known: 1, listed: 0, ahead: 1 },
      { day: '2015-01-31', known: 1, listed: 1, ahead: 0 },
      { day: '2016-12-02', known: 2, listed: 1, ahead: 1 },
    ])
  })
})

test('a table of items: comments are skipped, columns found by name', () => {
  expect(itemsIn('# from nowhere\nname\tsmiles\tx\tatc\na\tC\t1\tA01AA01 B02BB02\nb\tCC\t2\t\n')).toEqual([
    { id: 'a', name: 'a', smiles: 'C', atc: ['A01AA01', 'B02BB02'] },
    { id: 'b', name: 'b', smiles: 'CC', atc: [] },
  ])
})
