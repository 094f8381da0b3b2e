import { describe, expect, it } from 'vitest'
import type { Edition, Entry } from '../../src/law/index.js'
import {
  movesBetween,
  moveAcross,
  historyOfNamed,
  judgeNamed,
  type Finding,
  type JurisdictionResult,
  type Verdict,
  type Judgement,
  indexLaw,
} from '../../src/matching/index.js'
import { openText } from '../../src/report/words/finding-words.js'
import { always, listOf, recordsOf, type Scenario } from '../support/records.js'

const khat = (periods: Entry['periods'], more: Partial<Entry> = {}): Entry => ({
  substance: 'khat',
  name_in_law: 'Khat',
  periods,
  ...more,
})
const span = (from: string, until: string | null = null, cite = 'Act 1') => ({ ...always(cite), from, until })
function lawOf(...scenarios: Scenario[]) {
  const jurisdictions = scenarios.flatMap((scenario) => recordsOf(scenario).jurisdictions)
  const edition: Edition = {
    format: 1,
    id: 'test',
    sha256: '0'.repeat(64),
    substances: [{ id: 'khat', name: 'Khat', smiles: null, structure: { from: 'none', why: 'A plant.' }, key: null }],
    terms: [],
    counterIons: [],
    jurisdictions,
  }
  return indexLaw(edition)
}
const nobody = { jurisdiction: { code: 'YY' }, lists: [] }
const law = lawOf(
  { lists: [listOf([khat([span('2005-01-01', '2010-01-01'), span('2012-01-01')], { code: '7' })])] },
  nobody,
)

describe('a substance without structure is judged by its own entries', () => {
  const on = (asOf: string, more = {}) => judgeNamed('khat', law, { asOf, ...more })
  it('an entry in force lists it by its name', () => {
    expect(on('2006-01-01')).toMatchObject({
      verdict: 'listed',
      jurisdictions: [
        {
          code: 'XX',
          verdict: 'listed',
          findings: [
            {
              kind: 'listed',
              substance: 'khat',
              nameInLaw: 'Khat',
              list: 'xx-list',
              code: '7',
              from: '2005-01-01',
              until: '2010-01-01',
              cite: 'Act 1',
              via: ['name'],
              scope: null,
              doubts: [],
              counts: 'listed',
            },
          ],
          nearMisses: [],
          setAside: [],
        },
        { code: 'YY', verdict: 'undecided' },
      ],
    })
  })
  it.each([
    ['2004-12-31', 'undecided'],
    ['2005-01-01', 'listed'],
    ['2009-12-31', 'listed'],
    ['2010-01-01', 'undecided'],
    ['2012-01-01', 'listed'],
  ])('on %s: %s', (asOf, verdict) => expect(on(asOf, { jurisdictions: ['XX'] }).verdict).toBe(verdict))
  it('if no entry names it, there is nothing else to check for a name', () =>
    expect(on('2006-01-01', { jurisdictions: ['YY'] })).toMatchObject({
      verdict: 'undecided',
      jurisdictions: [{ code: 'YY', findings: [{ kind: 'open structure', why: 'no structure', counts: 'undecided' }] }],
    }))
  it('it is not confused with another substance', () =>
    expect(judgeNamed('kratom', law, { asOf: '2006-01-01' }).verdict).toBe('undecided'))
  it('an entry whose start is in doubt decides nothing', () => {
    const open = lawOf({
      lists: [listOf([khat([{ ...always(), from: null, not_before: '2001-01-01', in_force_by: '2005-01-01' }])])],
    })
    expect(judgeNamed('khat', open, { asOf: '2003-01-01' })).toMatchObject({
      verdict: 'undecided',
      jurisdictions: [{ findings: [{ kind: 'listed', counts: 'undecided', doubts: [{ kind: 'start unknown' }] }] }],
    })
  })
  it('an entry for preparations only lists it, with that caveat', () => {
    const limited = lawOf({ lists: [listOf([khat([always()], { limited_to: 'extracts' })])] })
    expect(judgeNamed('khat', limited, { asOf: '2006-01-01' })).toMatchObject({
      verdict: 'listed',
      jurisdictions: [{ findings: [{ doubts: [{ kind: 'preparations only', what: 'extracts' }] }] }],
    })
  })
  it('a precursor is omitted if precursors are not requested', () => {
    const precursor = lawOf({ lists: [listOf([khat([always()])], { control: 'precursor' })] })
    const ask = (more: object) => judgeNamed('khat', precursor, { asOf: '2006-01-01', ...more }).verdict
    expect(ask({})).toBe('listed')
    expect(ask({})).toBe('listed')
    expect(ask({ kinds: ['drug', 'chemical weapon'] })).toBe('undecided')
    expect(on('2006-01-01', { kinds: ['drug', 'chemical weapon'] }).verdict).toBe('listed')
  })
})

describe('a group that no entry names', () => {
  const herbs = {
    id: 'herbs',
    name: 'Herbs',
    smiles: null,
    structure: { from: 'none' as const, why: 'A group.' },
    key: null,
  }
  const { edition } = law
  const grouped = indexLaw({ ...edition, substances: [...edition.substances, { ...herbs, members: ['khat'] }] })
  const on = (asOf: string) =>
    judgeNamed('herbs', grouped, { asOf }).jurisdictions.map(({ code, findings }) => [code, ...findings])
  const group = { kind: 'open structure', why: 'group', members: ['Khat'], counts: 'undecided' }
  it('is undecided, and says which members entries name on that day', () => {
    expect(on('2006-01-01')).toEqual([
      ['XX', { ...group, listedMembers: ['Khat'] }],
      ['YY', { ...group, listedMembers: [] }],
    ])
    expect(on('2011-01-01')).toEqual([
      ['XX', { ...group, listedMembers: [] }],
      ['YY', { ...group, listedMembers: [] }],
    ])
  })
  it('its history follows its members', () =>
    expect(historyOfNamed('herbs', grouped, { jurisdictions: ['XX'] })[0]!.chapters.map((c) => c.from)).toEqual([
      null,
      '2005-01-01',
      '2010-01-01',
      '2012-01-01',
    ]))
  it('in words: the members by name', () => {
    expect(openText({ why: 'group', members: ['A', 'B'], listedMembers: ['B'] })).toContain('Listed members: B.')
    expect(openText({ why: 'group', members: ['A', 'B'], listedMembers: [] })).toContain('Recorded members: A, B.')
  })
})

describe('its history', () => {
  const chapters = (of: typeof law, jurisdictions?: string[]) =>
    historyOfNamed('khat', of, jurisdictions ? { jurisdictions } : {}).map((h) => [
      h.code,
      ...h.chapters.map((c) => `${c.from} to ${c.until}: ${c.verdict}`),
    ])
  it('a chapter for each answer; before the records begin it has another reason', () =>
    expect(chapters(law)).toEqual([
      [
        'XX',
        'null to 2000-01-01: undecided',
        '2000-01-01 to 2005-01-01: undecided',
        '2005-01-01 to 2010-01-01: listed',
        '2010-01-01 to 2012-01-01: undecided',
        '2012-01-01 to null: listed',
      ],
      ['YY', 'null to null: undecided'],
    ]))
  it('of the jurisdictions in the query', () => expect(chapters(law, ['YY']).map(([code]) => code)).toEqual(['YY']))
  it('the days of the records are reported', () =>
    expect(historyOfNamed('khat', law, { jurisdictions: ['XX'] })).toMatchObject([
      { recordsFrom: '2000-01-01', verifiedThrough: '2020-12-31' },
    ]))
  it('another act is another chapter, though the verdict stays', () => {
    const renewed = lawOf({
      lists: [listOf([khat([span('2005-01-01', '2010-01-01'), span('2010-01-01', null, 'Act 2')])])],
    })
    expect(chapters(renewed)).toEqual([
      [
        'XX',
        'null to 2000-01-01: undecided',
        '2000-01-01 to 2005-01-01: undecided',
        '2005-01-01 to 2010-01-01: listed',
        '2010-01-01 to null: listed',
      ],
    ])
  })
  it('entries of other substances make no chapter', () => {
    const other = { ...khat([span('2007-01-01')]), substance: 'kratom' }
    expect(chapters(lawOf({ lists: [listOf([khat([span('2005-01-01')]), other])] }))).toEqual([
      ['XX', 'null to 2000-01-01: undecided', '2000-01-01 to 2005-01-01: undecided', '2005-01-01 to null: listed'],
    ])
  })
})

describe('the changes between two scenarios', () => {
  const listed = (list: string, counts: 'listed' | 'undecided' | null = 'listed', substance = 'khat') =>
    ({ kind: 'listed', list, substance, counts }) as Finding
  const byClass = (ruleId: string, counts: 'class' | 'undecided' | null = 'class') =>
    ({ kind: 'class', ruleId, counts }) as Finding
  const gap = (name: string) => ({ kind: 'gap', gap: name, counts: 'undecided' }) as Finding
  const open = (why: string) => ({ kind: 'open structure', why, counts: 'undecided' }) as Finding
  const result = (code: string, verdict: Verdict, findings: Finding[] = []) =>
    ({ code, verdict, findings }) as unknown as JurisdictionResult
  const judgement = (verdict: Verdict, ...jurisdictions: JurisdictionResult[]): Judgement => ({
    verdict,
    jurisdictions,
  })

  it('jurisdictions whose verdict differs, with what was lost and gained', () => {
    const before = judgement('class', result('AA', 'class', [byClass('r')]), result('BB', 'uncontrolled'))
    const after = judgement(
      'listed',
      result('AA', 'listed', [listed('l')]),
      result('BB', 'uncontrolled', [byClass('q', null)]),
    )
    expect(movesBetween(before, after)).toEqual([
      { code: 'AA', from: 'class', to: 'listed', gained: [listed('l')], lost: [byClass('r')] },
    ])
  })
  it('a jurisdiction that only one of them queries is not a change', () =>
    expect(
      movesBetween(judgement('listed', result('AA', 'listed')), judgement('class', result('BB', 'class'))),
    ).toEqual([]))

  const moved = (before: Finding[], after: Finding[]) => {
    const [move] = movesBetween(
      judgement('undecided', result('AA', 'undecided', before)),
      judgement('listed', result('AA', 'listed', after)),
    )
    return [move!.gained, move!.lost]
  }
  it.each<[string, Finding]>([
    ['an entry', listed('l')],
    ['a rule', byClass('r')],
    ['a gap', gap('g')],
    ['an open structure', open('drawn open')],
  ])('%s in both is neither', (_, finding) => expect(moved([finding], [finding])).toEqual([[], []]))
  it.each<[string, Finding, Finding]>([
    ['another list', listed('l'), listed('m')],
    ['another substance', listed('l'), listed('l', 'listed', 'kratom')],
    ['an entry no longer in doubt', listed('l', 'undecided'), listed('l')],
    ['another rule', byClass('r'), byClass('q')],
    ['a rule no longer in doubt', byClass('r', 'undecided'), byClass('r')],
    ['another gap', gap('g'), gap('h')],
    ['another reason', open('drawn open'), open('budget')],
  ])('%s is lost and gained', (_, before, after) => expect(moved([before], [after])).toEqual([[after], [before]]))
  it('a finding that does not count is neither, and does not hide those that do', () => {
    expect(moved([byClass('r', null)], [listed('l', null)])).toEqual([[], []])
    expect(moved([listed('l', null)], [listed('l')])).toEqual([[listed('l')], []])
  })

  it('across two jurisdictions all findings of each are compared', () => {
    const here = judgement('class', result('AA', 'class', [byClass('r')]))
    const there = judgement('listed', result('BB', 'class', [byClass('r')]), result('CC', 'listed', [listed('l')]))
    expect(moveAcross(here, there)).toEqual([
      { code: null, from: 'class', to: 'listed', gained: [listed('l')], lost: [] },
    ])
    expect(moveAcross(there, here)).toMatchObject([{ gained: [], lost: [listed('l')] }])
  })
  it('the same verdict is not a change', () =>
    expect(moveAcross(judgement('class', result('AA', 'class', [byClass('r')])), judgement('class'))).toEqual([]))
})
