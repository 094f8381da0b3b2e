import { describe, expect, it } from 'vitest'
import type { Entry, LeavesOut, Period, Rule } from '../../src/law/index.js'
import { compileEdition } from '../../src/law/authoring.js'
import { indexLaw, judge } from '../../src/matching/index.js'
import { reader } from '../support/law.js'
import { always, ethanol, listOf, recordsOf, ruleOf, type Scenario } from '../support/records.js'

// One substance that the rule covers, drawn without stereo, and one with two centres.
const drawn = (id: string, smiles: string) =>
  reader.read(smiles, (s) => ({
    ...ethanol,
    id,
    name: id.toUpperCase(),
    smiles,
    formula: s.formula,
    inchikey: s.inchikey!,
  }))
const smiles = 'Nc1ccccc1C'
const [toluidine, xylidine] = [drawn('toluidine', smiles), drawn('xylidine', 'Nc1c(C)cccc1C')]
const alkyl = ruleOf().clauses[0]!
const threo = drawn('threo', 'Nc1ccccc1[C@@H](C)[C@H](C)CC')
const substances = [toluidine, xylidine, threo, ethanol]

const entry = (substance: string, periods: Period[] = [always()]): Entry => ({
  substance,
  name_in_law: substance,
  periods,
})
const out = (more: object): LeavesOut => ({ reads: 'left out', cite: 'Act 3', ...more }) as LeavesOut

function ask(scenario: Scenario, text = smiles, asOf = '2015-01-01') {
  const law = indexLaw({ ...compileEdition(recordsOf({ substances, lists: [], ...scenario }), reader), sha256: 'test' })
  return reader.read(text, (s) => judge(s, law, { asOf })).jurisdictions[0]!
}
/** `class`, `set aside`, or the doubts under which the rule covers it. */
function answer(...given: Parameters<typeof ask>): string {
  const { findings, setAside } = ask(...given)
  if (setAside.length > 0) return `set aside: ${setAside.map((s) => `${s.ruleId} ${s.reads} ${s.cite}`).join()}`
  const found = findings.filter((f) => f.kind === 'class')
  return found.map((f) => [f.counts, ...f.doubts.map((d) => d.kind)].join(', ')).join('; ')
}
const rule = (...leaves_out: LeavesOut[]): Rule => ruleOf({ leaves_out })
const aside = 'set aside: xx-rule left out Act 3'

describe('what a rule leaves out', () => {
  const byList = { what: 'listed', control: 'drug' }
  const other = listOf([entry('xylidine')], { id: 'xx-other' })
  it('what lists name', () => {
    const named = (own: object) => answer({ rules: [rule(out(own))], lists: [listOf([entry('toluidine')]), other] })
    expect(named(byList)).toBe(aside)
    expect(named({ ...byList, lists: ['xx-list'] })).toBe(aside)
    expect(named({ ...byList, lists: ['xx-other', 'xx-list'] })).toBe(aside)
    expect(named({ ...byList, lists: ['xx-other'] })).toBe('class')
    expect(named({ ...byList, control: 'precursor' })).toBe('class')
  })
  it('but not what is only perhaps listed', () => {
    const flat = { ...listOf([entry('threo')]), id: 'xx-list' }
    expect(answer({ rules: [rule(out(byList))], lists: [flat] }, 'Nc1ccccc1[C@@H](C)[C@H](C)CC')).toBe(aside)
    const limited = [listOf([{ ...entry('toluidine'), limited_to: 'tablets' }])]
    expect(answer({ rules: [rule(out(byList))], lists: limited })).toBe('class')
  })
  it('on the days of the exclusion', () => {
    const days = ['2011-12-31', '2012-01-01', '2012-12-31', '2013-01-01']
    const on = (own: object) =>
      days.map((day) =>
        answer({ rules: [rule(out({ what: 'substances', substances: ['toluidine'], ...own }))] }, smiles, day),
      )
    expect(on({})).toEqual([aside, aside, aside, aside])
    expect(on({ from: '2012-01-01' })).toEqual(['class', aside, aside, aside])
    expect(on({ until: '2013-01-01' })).toEqual([aside, aside, aside, 'class'])
    expect(on({ from: '2012-01-01', until: '2013-01-01' })).toEqual(['class', aside, aside, 'class'])
  })
  it('named substances, one of which is enough', () => {
    const named = (...ids: string[]) => answer({ rules: [rule(out({ what: 'substances', substances: ids }))] })
    expect(named('xylidine', 'toluidine')).toBe(aside)
    expect(named('xylidine')).toBe('class')
  })
  it('the first that applies is cited', () => {
    const [one, two] = [
      out({ what: 'substances', substances: ['xylidine'], reads: 'one' }),
      out({ what: 'substances', substances: ['toluidine'], reads: 'two' }),
    ]
    expect(answer({ rules: [rule(one, two)] })).toBe('set aside: xx-rule two Act 3')
    expect(answer({ rules: [rule(two, out({ what: 'substances', substances: ['toluidine'] }))] })).toBe(
      'set aside: xx-rule two Act 3',
    )
  })

  describe('what another rule covers', () => {
    const first = ruleOf({ id: 'xx-first', clauses: [alkyl] })
    const second = (rules: string[]) => ruleOf({ id: 'xx-second', leaves_out: [out({ what: 'class', rules })] })
    const found = (...rules: Rule[]) => {
      const { findings, setAside } = ask({ rules })
      return [
        ...findings.map((f) => ('ruleId' in f ? f.ruleId : f.kind)),
        ...setAside.map((s) => `without ${s.ruleId}`),
      ]
    }
    it('in either order', () => {
      expect(found(first, second(['xx-first']))).toEqual(['xx-first', 'without xx-second'])
      expect(found(second(['xx-first']), first)).toEqual(['xx-first', 'without xx-second'])
    })
    it('not what no such rule covers', () => {
      expect(found(first, second(['xx-third']))).toEqual(['xx-first', 'xx-second'])
      expect(found(ruleOf({ ...first, sites: [], clauses: [] }), second(['xx-first']))).toEqual(['xx-second'])
    })
    it('not what that rule only perhaps covers', () => {
      const open = { question: 'q', basis: 'b', cite: 'c', reaches: [{ smarts: 'Nc1ccccc1', reads: 'x' }] }
      const perhaps = ruleOf({ id: 'xx-first', scaffolds: [], sites: [], clauses: [], open_words: open })
      expect(found(perhaps, second(['xx-first'])).toSorted()).toEqual(['xx-first', 'xx-second'])
    })
  })

  describe('the exceptions of the jurisdiction', () => {
    const exception = (more: object = {}) => ({
      exceptions: [{ substance: 'toluidine', from: null, until: null, reads: 'x', cite: 'x', ...more }],
    })
    const rules = [rule(out({ what: 'exceptions' }))]
    it('if the rule says so', () => {
      expect(answer({ rules, jurisdiction: exception() })).toBe(aside)
      expect(answer({ rules: [rule()], jurisdiction: exception() })).toBe('class')
      expect(answer({ rules, jurisdiction: exception({ substance: 'xylidine' }) })).toBe('class')
    })
    it('on its days', () => {
      const jurisdiction = exception({ from: '2012-01-01', until: '2013-01-01' })
      const days = ['2011-12-31', '2012-01-01', '2012-12-31', '2013-01-01']
      expect(days.map((day) => answer({ rules, jurisdiction }, smiles, day))).toEqual(['class', aside, aside, 'class'])
    })
    it('with the isotope to which it is limited', () => {
      const jurisdiction = exception({ labelled: ['13C', '11C'] })
      const asked = [smiles, 'Nc1ccccc1[11CH3]', 'Nc1ccccc1[14CH3]', '[15NH2]c1ccccc1C']
      expect(asked.map((text) => answer({ rules, jurisdiction }, text))).toEqual(['class', aside, 'class', 'class'])
    })
  })
})

describe('a rule that perhaps leaves a structure out has a doubt', () => {
  const unknown = { ...always(), from: null }
  const lists = (...entries: Entry[]) => [listOf(entries)]
  const byList = (more: object = {}) => [rule(out({ what: 'listed', control: 'drug', ...more }))]
  const perhaps = 'undecided, perhaps left out'
  it('where it is not known since when a list names it', () => {
    expect(answer({ rules: byList(), lists: lists(entry('toluidine', [unknown])) })).toBe(perhaps)
    expect(ask({ rules: byList(), lists: lists(entry('toluidine', [unknown])) }).findings).toContainEqual(
      expect.objectContaining({ doubts: [{ kind: 'perhaps left out', list: 'xx-list', reads: 'left out' }] }),
    )
  })
  it('of one of its periods', () => {
    const ended = { ...always(), until: '2003-01-01' }
    expect(answer({ rules: byList(), lists: lists(entry('toluidine', [ended, unknown])) })).toBe(perhaps)
  })
  it('not where the start of another entry is unknown', () => {
    const limited = { ...entry('toluidine'), limited_to: 'tablets' }
    expect(answer({ rules: byList(), lists: lists(limited) })).toBe('class')
    expect(answer({ rules: byList(), lists: lists(limited, entry('xylidine', [unknown])) })).toBe('class')
    const other = listOf([entry('toluidine', [unknown])], { id: 'xx-other', control: 'precursor' })
    expect(answer({ rules: byList(), lists: [listOf([limited]), other] })).toBe('class')
  })
  it('not where the exclusion is of another kind of control or of other lists', () => {
    const named = lists(entry('toluidine', [unknown]))
    expect(answer({ rules: byList({ control: 'precursor' }), lists: named })).toBe('class')
    expect(answer({ rules: byList({ lists: ['xx-other'] }), lists: [...named, listOf([], { id: 'xx-other' })] })).toBe(
      'class',
    )
    expect(answer({ rules: byList({ lists: ['xx-list'] }), lists: named })).toBe(perhaps)
  })
  it('on the days of the exclusion only', () => {
    const named = lists(entry('toluidine', [unknown]))
    expect(answer({ rules: byList({ from: '2016-01-01' }), lists: named })).toBe('class')
    expect(answer({ rules: byList({ until: '2015-01-01' }), lists: named })).toBe('class')
    expect(answer({ rules: byList({ until: '2015-01-02' }), lists: named })).toBe(perhaps)
  })

  const part = 'Nc1ccccc1C(C)[C@H](C)CC'
  const parted = 'undecided, stereo parted'
  it('where the drawing leaves open whether it is a form that is left out', () => {
    const rules = [rule(out({ what: 'substances', substances: ['toluidine', 'threo'] }))]
    expect(answer({ rules }, part)).toBe(parted)
    expect(ask({ rules }, part).findings).toMatchObject([{ doubts: [{ kind: 'stereo parted', exception: 'THREO' }] }])
    expect(answer({ rules: [rule(out({ what: 'substances', substances: ['toluidine'] }))] }, part)).toBe('class')
    const later = [rule(out({ what: 'substances', substances: ['threo'], from: '2016-01-01' }))]
    expect(answer({ rules: later }, part)).toBe('class')
  })
  it('or the form of an exception', () => {
    const exception = (more: object) => ({
      exceptions: [{ substance: 'threo', from: null, until: null, reads: 'x', cite: 'x', ...more }],
    })
    const rules = [rule(out({ what: 'exceptions' }))]
    expect(answer({ rules, jurisdiction: exception({}) }, part)).toBe(parted)
    expect(answer({ rules, jurisdiction: exception({ until: '2015-01-01' }) }, part)).toBe('class')
    expect(answer({ rules, jurisdiction: exception({ labelled: ['11C'] }) }, part)).toBe('class')
    expect(answer({ rules: [rule()], jurisdiction: exception({}) }, part)).toBe('class')
  })
})
