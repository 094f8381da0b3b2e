import { describe, expect, it } from 'vitest'
import type { Rule, RuleExamples } from '../../src/law/index.js'
import { testRule, type ExampleResult } from '../../src/matching/index.js'
import { law, reader } from '../support/law.js'
import { ruleOf } from '../support/records.js'

const structures: Record<string, string> = { toluidine: 'Nc1ccccc1C', aminophenol: 'Nc1ccccc1O', aniline: 'Nc1ccccc1' }
const [alkyl] = ruleOf().clauses
const halogen = { ...alkyl!, id: 'b', with: ['halogen'] }
const why = 'x'

const test = (more: Partial<Rule>, examples: Partial<RuleExamples>) =>
  testRule(
    reader,
    ruleOf({ clauses: [alkyl!, halogen], ...more }),
    { fits: [], misses: [], unsettled: [], ...examples },
    law.terms,
    (id) => structures[id] ?? null,
  )
const passed = (more: Partial<Rule>, examples: Partial<RuleExamples>) =>
  test(more, examples).examples.map((e: ExampleResult) => e.passed)
const named = (smiles: string) => ({ name: 'one', smiles, why })

describe('an example of a rule passes', () => {
  it('that fits, if it does so by exactly the clauses that it names', () => {
    const fits = (by: string[], smiles = 'Nc1cc(F)ccc1C') => passed({}, { fits: [{ ...named(smiles), by }] })
    expect([fits(['a', 'b']), fits(['b', 'a'])]).toEqual([[true], [true]])
    expect([fits(['a']), fits(['b']), fits(['a', 'b', 'c']), fits([])]).toEqual([[false], [false], [false], [false]])
    expect(fits(['a'], 'Nc1ccccc1O')).toEqual([false])
    expect(fits([], 'Nc1ccccc1')).toEqual([true])
  })
  it('that misses, if it does', () => {
    const misses = (smiles: string) => passed({}, { misses: [{ ...named(smiles), near: 'a' }, named(smiles)] })
    expect([misses('Nc1ccccc1O'), misses('Nc1ccccc1C')]).toEqual([
      [true, true],
      [false, false],
    ])
  })
  it('that is unsettled, if it is open on the reading that it names', () => {
    const open = { id: 'r', question: 'q', choice: 'open' as const, basis: 'b' }
    const clauses = [{ ...alkyl!, with: [{ term: 'alkyl', reading: 'r' }] }]
    const unsettled = (reading: string, smiles = 'Nc1ccccc1C', choice: 'open' | 'covers' = 'open') =>
      passed({ clauses, readings: [{ ...open, choice }] }, { unsettled: [{ ...named(smiles), reading }] })
    expect([
      unsettled('r'),
      unsettled('s'),
      unsettled('r', 'Nc1ccccc1O'),
      unsettled('r', 'Nc1ccccc1C', 'covers'),
      // A salt, whichever of its components is drawn first.
      unsettled('r', 'Nc1ccccc1C.Cl'),
      unsettled('r', 'Cl.Nc1ccccc1C'),
    ]).toEqual([[true], [false], [false], [false], [true], [true]])
  })
  it('that open words reach, if it names them', () => {
    const open_words = { question: 'q', basis: 'b', cite: 'c', reaches: [{ smarts: 'c1ccncc1', reads: 'x' }] }
    const unsettled = (reading: string, smiles = 'Cc1ccncc1') =>
      passed({ scaffolds: [], sites: [], clauses: [], open_words }, { unsettled: [{ ...named(smiles), reading }] })
    expect([unsettled('open words'), unsettled('r'), unsettled('open words', 'Cc1ccccc1')]).toEqual([
      [true],
      [false],
      [false],
    ])
  })
})

describe('an example that is a recorded substance', () => {
  const out = { what: 'substances' as const, substances: ['toluidine'], reads: 'x', cite: 'x' }
  it('has the structure of the record; none, and it does not pass', () => {
    const found = test({}, { fits: ['toluidine', 'nothing'].map((substance) => ({ substance, by: ['a'], why })) })
    expect(found.examples).toMatchObject([
      { side: 'fits', name: 'toluidine', expected: ['a'], passed: true, outcome: { fit: 'fits' } },
      { side: 'fits', name: 'nothing', expected: ['a'], passed: false, outcome: null },
    ])
  })
  it('that is left out by name misses', () => {
    const examples = { misses: [{ substance: 'toluidine', why }] }
    expect([passed({ leaves_out: [out] }, examples), passed({}, examples)]).toEqual([[true], [false]])
    expect(passed({ leaves_out: [{ ...out, substances: ['aniline'] }] }, examples)).toEqual([false])
    expect(passed({ leaves_out: [{ ...out, what: 'listed', control: 'drug' }] as never }, examples)).toEqual([false])
    // By name only: the same drawing under another name is not left out.
    expect(passed({ leaves_out: [out] }, { misses: [named(structures.toluidine!)] })).toEqual([false])
  })
  it('that the rule names fits', () => {
    const names = [{ substance: 'aminophenol', name_in_law: 'x' }]
    const fits = (substance: string) => passed({ names }, { fits: [{ substance, by: ['named'], why }] })
    expect([fits('aminophenol'), fits('toluidine')]).toEqual([[true], [false]])
  })
  it('that a reading names is read so', () => {
    const readings = (choice: 'open' | 'does not cover') => [
      { id: 'r', question: 'q', choice, basis: 'b', substances: ['toluidine'] },
    ]
    const misses = { misses: [{ substance: 'toluidine', why }] }
    const unsettled = { unsettled: [{ substance: 'toluidine', reading: 'r', why }] }
    expect(passed({ readings: readings('does not cover') }, misses)).toEqual([true])
    expect(passed({ readings: readings('open') }, misses)).toEqual([false])
    expect(passed({ readings: readings('open') }, unsettled)).toEqual([true])
  })
})

it('of several components, and of an ester, the one that fits counts', () => {
  const periods = [{ ...ruleOf().periods[0]!, extends_to: ['esters' as const] }]
  const scaffolds = [{ id: 'ring', smarts: '[OH]-[c:1]1[c:2][c:3][c:4][c:5][c:6]1', reads: 'phenol' }]
  const fits = (smiles: string, more: Partial<Rule> = {}) =>
    passed({ scaffolds, periods, ...more }, { fits: [{ ...named(smiles), by: ['a'] }] })
  expect([fits('CCO.Oc1ccccc1C'), fits('CC(=O)Oc1ccccc1C'), fits('Oc1ccccc1C.CCO')]).toEqual([[true], [true], [true]])
  expect([fits('COc1ccccc1C'), fits('CC(=O)Oc1ccccc1C', { periods: ruleOf().periods })]).toEqual([[false], [false]])
})

it('clauses and scaffolds that no example uses are reported', () => {
  const scaffolds = [...ruleOf().scaffolds, { id: 'other', smarts: 'C#C', reads: 'x' }]
  const unused = (examples: Partial<RuleExamples>) => {
    const { rule, unreachedClauses, unreachedScaffolds } = test({ scaffolds }, examples)
    return [rule, ...unreachedClauses, ...unreachedScaffolds]
  }
  expect(unused({})).toEqual(['xx-rule', 'a', 'b', 'ring', 'other'])
  expect(unused({ fits: [{ ...named('Nc1ccccc1C'), by: ['a'] }] })).toEqual(['xx-rule', 'b', 'other'])
  expect(unused({ fits: [{ ...named('Nc1c(F)cccc1C'), by: ['a', 'b'] }] })).toEqual(['xx-rule', 'other'])
  // A miss uses no clause, but shows the scaffold.
  expect(unused({ misses: [named('Nc1ccccc1C'), named('CC#C')] })).toEqual(['xx-rule', 'a', 'b'])
})
