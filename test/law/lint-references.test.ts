import { describe, expect, it } from 'vitest'
import type { Records } from '../../src/law/index.js'
import { right, scenario } from './every-reference.js'
import { lintRecords } from '../../src/law/authoring.js'
import { ethanol, methyl, recordsOf, ruleOf, refusals } from '../support/records.js'

const problems = (records: Records) =>
  refusals(() => lintRecords(records)).map((p) => `${p.file} ${p.field}: ${p.found} / ${p.expected}`)

/** The references of each record; a test changes one of them. */
describe('every reference of a record exists', () => {
  it('records in which all of them do have no problem', () => expect(problems(scenario(right))).toEqual([]))
  const substance = 'the id of a substance record'
  const act = 'the id of an instrument record'
  const clauseOfRule = 'the id of a clause of this rule'
  it.each<[keyof typeof right, string, string]>([
    ['medicine', 'medicines.json [0].substance', substance],
    ['entry', 'list:xx-list entries[0].substance', substance],
    ['question', 'list:xx-list entries[0].questions[0].substances', substance],
    ['entryAct', 'list:xx-list entries[0].periods[0].instrument', act],
    ['exception', 'jurisdiction:XX exceptions[0].substance', substance],
    ['gap', 'jurisdiction:XX gaps[0].reaches_controlled_in', 'the id of a jurisdiction record'],
    ['parent', 'rule:xx-rule parent', substance],
    ['ruleAct', 'rule:xx-rule periods[0].instrument', act],
    ['leavesOut', 'rule:xx-rule leaves_out[0].substances', substance],
    ['leavesOutRule', 'rule:xx-rule leaves_out[1].rules', 'the id of a rule record'],
    ['reading', 'rule:xx-rule readings[0].substances', substance],
    ['named', 'rule:xx-rule names[0].substance', substance],
    ['fits', 'rule:xx-rule examples.fits[0]', substance],
    ['misses', 'rule:xx-rule examples.misses[0]', substance],
    ['unsettled', 'rule:xx-rule examples.unsettled[0]', substance],
    ['by', 'rule:xx-rule examples.fits[0].by', 'the id of a clause record'],
    ['near', 'rule:xx-rule examples.misses[0].near', 'the id of a clause record'],
    ['hangsOn', 'rule:xx-rule examples.unsettled[0].reading', 'the id of a reading record'],
    ['examplesOf', 'rule:nobody examples', 'the id of a rule record'],
    ['meets', 'rule:xx-rule scaffolds[0].meets', clauseOfRule],
    ['needs', 'rule:xx-rule clauses[1].needs', clauseOfRule],
    ['clauseSite', 'rule:xx-rule clauses[0].sites', 'the id of a site of this rule'],
    ['siteParent', 'rule:xx-rule sites[0].parent', 'the id of a term record'],
    ['term', 'rule:xx-rule clauses[0].with[0]', 'the id of a term record'],
    ['termReading', 'rule:xx-rule clauses[0].with[0].reading', 'the id of a reading of this rule'],
    ['except', 'rule:xx-rule clauses[0].with[0].except', 'the id of a term record'],
    ['further', 'rule:xx-rule clauses[0].with[0].further[0]', 'the id of a term record'],
    ['ownFurther', 'rule:xx-rule term own.further[0]', 'the id of a term record'],
    ['refersTo', 'rule:xx-rule reference.jurisdiction', 'the code of a jurisdiction in the records'],
  ])('%s', (place, field, expected) =>
    expect(problems(scenario({ ...right, [place]: 'nobody' }))).toEqual([`${field}: nobody / ${expected}`]),
  )
})

describe('parts of a rule', () => {
  const base = ruleOf()
  const of = (more: Partial<typeof base>) => problems(recordsOf({ rules: [ruleOf(more)] }))
  const scaffold = (smarts: string) => ({ ...base.scaffolds[0]!, smarts })
  it('each map number is on one atom of a scaffold', () =>
    expect(of({ scaffolds: [scaffold('[NH2:1]-[c:2]1[c:3][c:2][c:4][c:3][c:5]1')], sites: [], clauses: [] })).toEqual([
      'rule:xx-rule scaffolds[0].smarts: map number 2, 3 more than once / each map number on one atom',
    ]))
  it('a site may be on atoms of any scaffold', () =>
    expect(of({ scaffolds: [scaffold('[c:2][c:3][c:4]'), scaffold('[n:5][n:6]')] })).toEqual([]))
  it('and is not on any other', () =>
    expect(of({ scaffolds: [scaffold('[c:2][c:3][c:4]'), scaffold('[n:6]N')] })).toEqual([
      'rule:xx-rule sites[0].on: 5 / map numbers of a scaffold',
    ]))
  it('a two-digit number is one number', () =>
    expect(of({ scaffolds: [scaffold('[c:12][c:2][c:3][c:4][c:5][c:6]')] })).toEqual([]))
  it('only a bridge is between sites', () => {
    const clause = { ...base.clauses[0]!, between: 'neighbours' as const }
    expect(of({ clauses: [{ ...clause, change: 'bridge' }] })).toEqual([])
    expect(of({ clauses: [clause] })).toEqual([
      'rule:xx-rule clauses[0].between: neighbours / a clause whose change is bridge',
    ])
  })
  it('a term of the rule itself replaces the shared one', () =>
    expect(of({ terms: [{ ...methyl, is: [{ core: '[#6]', further: ['own'] }] }] })).toEqual([
      'rule:xx-rule term alkyl.further[0]: own / the id of a term record',
    ]))
})

describe('a rule has examples', () => {
  const files = new Map([['rule:xx-rule', 'xx/rules/xx-rule.json']])
  const none = ['xx/rules/xx-rule.json examples: none / at least one example in xx-rule.examples.json']
  const one = { name: 'x', smiles: 'C', why: 'x' }
  const refers = { jurisdiction: 'XX', verdicts: ['listed' as const], cite: 'x', reads: 'x' }
  const empty = { fits: [], misses: [], unsettled: [] }
  const of = (examples: object, rule = ruleOf()) =>
    problems(recordsOf({ rules: [rule], files, examples: new Map([['xx-rule', { ...empty, ...examples }]]) }))
  it('none', () => expect(of({})).toEqual(none))
  it.each([
    ['one that fits', { fits: [{ ...one, by: ['a'] }] }],
    ['one that misses', { misses: [one] }],
    ['one that hangs on a reading', { unsettled: [{ ...one, reading: 'open words' }] }],
  ])('%s is enough', (_, examples) => expect(of(examples)).toEqual([]))
  it('a rule that only refers to another law needs none', () =>
    expect(of({}, ruleOf({ scaffolds: [], sites: [], clauses: [], reference: refers }))).toEqual([]))
  it('one that refers, and has its own wording, does', () =>
    expect(of({}, ruleOf({ reference: refers }))).toEqual(none))
  it('a rule of the underlying law has them in its own folder', () =>
    expect(problems(recordsOf({ rules: [ruleOf()] }))).toEqual([]))
})

describe('the id of a record is the name of its file', () => {
  const examples = { fits: [], misses: [{ name: 'x', smiles: 'C', why: 'x' }], unsettled: [] }
  const of = (key: string, file: string) =>
    problems(
      recordsOf({ files: new Map([[key, file]]), rules: [ruleOf()], examples: new Map([['xx-rule', examples]]) }),
    )
  it.each([
    ['substance:ethanol', 'substances/ethanol.json'],
    ['term:alkyl', 'terms/alkyl.json'],
    ['list:xx-list', 'xx/lists/xx-list.json'],
    ['rule:xx-rule', 'xx-rule.json'],
    ['jurisdiction:XX', 'xx/jurisdiction.json'],
    ['instruments:XX', 'xx/instruments.json'],
  ])('%s in %s', (key, file) => expect(of(key, file)).toEqual([]))
  it.each([
    ['substance:ethanol', 'substances/alcohol.json', 'ethanol', 'alcohol'],
    ['term:alkyl', 'terms/alkyl.json.json', 'alkyl', 'alkyl.json'],
    ['list:xx-list', 'xx-list/yy.json', 'xx-list', 'yy'],
    ['rule:xx-rule', 'xx/rules/xx-rule-2.json', 'xx-rule', 'xx-rule-2'],
  ])('%s in %s', (key, file, found, stem) =>
    expect(of(key, file)).toEqual([`${file} id: ${found} / the file name, ${stem}`]),
  )
})

describe('one record per substance', () => {
  const twin = (more: object) =>
    problems(recordsOf({ substances: [ethanol, { ...ethanol, id: 'alcohol', ...more }], lists: [] }))
  it('two of one key', () =>
    expect(twin({})).toEqual([
      `substance:alcohol inchikey: ${ethanol.inchikey} / another InChIKey than that of ethanol`,
    ]))
  it('a racemate next to the enantiomer as which it is drawn', () => expect(twin({ racemic: true })).toEqual([]))
  it('records without structure have no key', () => {
    const plant = { id: 'khat', name: 'Khat', smiles: null, structure: { from: 'none' as const, why: 'A plant.' } }
    expect(problems(recordsOf({ substances: [plant, { ...plant, id: 'kratom' }], lists: [] }))).toEqual([])
  })
})
