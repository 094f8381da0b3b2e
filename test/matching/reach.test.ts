import { describe, expect, it } from 'vitest'
import type { Extension, List, Period } from '../../src/law/index.js'
import type { Candidate } from '../../src/matching/identity/candidate.js'
import type { Recorded } from '../../src/matching/index.js'
import {
  reachByIsomerWords,
  reachByCleavedBonds,
  reachBySalt,
  reachByStereo,
  scopeOf,
  type Scope,
} from '../../src/matching/identity/reach.js'

const scope = (words: Extension[], more: Partial<Scope> = {}): Scope => ({
  words,
  unconfirmed: [],
  onCondition: [],
  cite: 'an act',
  reads: 'words',
  ...more,
})

describe('the scope words in force', () => {
  const clauses = [
    { from: '2005-01-01', until: '2010-01-01', extends_to: ['salts' as const], cite: 'first', reads: 'r1' },
    {
      from: '2010-01-01',
      until: null,
      extends_to: ['esters' as const],
      cite: 'second',
      reads: 'r2',
      unconfirmed: ['esters'],
      on_condition: ['isomers' as const],
    },
  ]
  const list = { scope: clauses } as unknown as List
  const period = (more: Partial<Period> = {}): Period => ({ from: '2000-01-01', until: null, cite: 'entry', ...more })
  it.each([
    ['the first day', '2005-01-01', 'first'],
    ['the last day', '2009-12-31', 'first'],
    ['the first day of the next', '2010-01-01', 'second'],
    ['before all of them, the first', '2004-12-31', 'first'],
  ])('%s', (_, day, cite) => expect(scopeOf(list, period(), day).cite).toBe(cite))
  it.each([
    ['the last day of the earlier', '2009-12-31', 'earlier'],
    ['the first day of the later', '2010-01-01', 'later'],
  ])('whatever their order, %s', (_, day, cite) => {
    const clause = { extends_to: [], reads: 'x' }
    const turned = {
      scope: [
        { ...clause, from: '2010-01-01', until: null, cite: 'later' },
        { ...clause, from: null, until: '2010-01-01', cite: 'earlier' },
      ],
    } as unknown as List
    expect(scopeOf(turned, period(), day).cite).toBe(cite)
  })
  it('come with their unconfirmed and conditional parts', () => {
    expect(scopeOf(list, period(), '2011-01-01')).toEqual({
      words: ['esters'],
      unconfirmed: ['esters'],
      onCondition: ['isomers'],
      cite: 'second',
      reads: 'r2',
    })
    expect(scopeOf(list, period(), '2006-01-01')).toEqual({
      words: ['salts'],
      unconfirmed: [],
      onCondition: [],
      cite: 'first',
      reads: 'r1',
    })
  })
  it.each<[string, Partial<Period>, string[]]>([
    ['confirmed', { extends_to: ['esters'] }, []],
    ['another field unconfirmed', { extends_to: ['esters'], unconfirmed: ['from'] }, []],
    ['unconfirmed', { extends_to: ['esters'], unconfirmed: ['extends_to'] }, ['esters']],
    ['none, unconfirmed: salts may be covered', { extends_to: [], unconfirmed: ['extends_to'] }, ['salts']],
    ['none, confirmed', { extends_to: [], unconfirmed: ['from'] }, []],
    ['none', { extends_to: [] }, []],
  ])('of the entry: %s', (_, more, unconfirmed) => {
    expect(scopeOf(list, period(more), '2011-01-01')).toEqual({
      words: more.extends_to,
      unconfirmed,
      onCondition: [],
      cite: 'entry',
      reads: null,
    })
  })
})

describe('conditional words', () => {
  const doubt = { kind: 'extension conditional', extension: 'isomers', reads: 'words' }
  it('make doubtful what they cover', () =>
    expect(reachByStereo('enantiomer', scope([], { onCondition: ['isomers'] }))).toEqual({
      via: ['optical isomer'],
      doubts: [doubt],
    }))
  it('are reported by their citation if their wording is not recorded', () =>
    expect(reachByStereo('enantiomer', scope([], { onCondition: ['isomers'], reads: null }))?.doubts).toEqual([
      { ...doubt, reads: 'an act' },
    ]))
  it('are all reported', () =>
    expect(
      reachByStereo('enantiomer', scope([], { onCondition: ['optical isomers', 'geometric isomers'] }))?.doubts,
    ).toEqual([{ ...doubt, extension: 'optical isomers, geometric isomers' }]))
  it('do not name esters and ethers in a doubt about stereo', () =>
    expect(
      reachByStereo('enantiomer', scope([], { onCondition: ['stereoisomers', 'esters', 'ethers'] }))?.doubts,
    ).toEqual([{ ...doubt, extension: 'stereoisomers' }]))
  it('do not affect what is covered without them', () =>
    expect(reachByStereo('enantiomer', scope(['isomers'], { onCondition: ['isomers'] }))).toEqual({
      via: ['optical isomer'],
      doubts: [],
    }))
  it('cover no more than they say', () =>
    expect(reachByStereo('enantiomer', scope([], { onCondition: ['geometric isomers'] }))).toBeNull())
  it('keep their own doubts', () =>
    expect(
      reachByStereo('diastereomer', scope([], { onCondition: ['optical isomers'] }))?.doubts.map((d) => d.kind),
    ).toEqual(['diastereomer', 'extension conditional']))
})

describe('isomer words', () => {
  it.each([
    ['diastereomer', ['optical isomers', 'geometric isomers'], { via: ['stereoisomer'], doubts: [] }],
    ['diastereomer', ['optical isomers'], { via: ['stereoisomer'], doubts: [{ kind: 'diastereomer' }] }],
    ['diastereomer', ['geometric isomers'], null],
    ['same', [], { via: [], doubts: [] }],
    ['diastereomer', ['isomers'], { via: ['stereoisomer'], doubts: [] }],
    ['geometric', ['geometric isomers'], { via: ['geometric isomer'], doubts: [] }],
    ['geometric', ['stereoisomers'], { via: ['geometric isomer'], doubts: [] }],
    ['geometric', ['optical isomers'], null],
    ['contained', [], { via: ['mixture'], doubts: [] }],
    ['covered', [], { via: [], doubts: [] }],
    ['open', [], { via: [], doubts: [{ kind: 'stereo open' }] }],
  ] as const)('%s by %j', (relation, words, reached) => expect(reachByIsomerWords(relation, words)).toEqual(reached))
})

describe('salts', () => {
  const bySalt = (forms: string[], of: Scope, salt = false) =>
    reachBySalt({ forms } as unknown as Candidate, { salt } as unknown as Recorded, of)
  it.each([
    ['no salt', [], scope([]), false, []],
    ['reached', ['salt'], scope(['salts']), false, []],
    ['the record is itself a salt', ['salt'], scope([]), true, []],
    ['not reached', ['salt'], scope([]), false, null],
    [
      'perhaps reached',
      ['salt'],
      scope([], { unconfirmed: ['salts'] }),
      false,
      [{ kind: 'extension unconfirmed', extension: 'salts' }],
    ],
  ])('%s', (_, forms, of, salt, reached) => expect(bySalt(forms, of, salt)).toEqual(reached))
})

describe('esters and ethers', () => {
  const byCleavedBonds = (cleavedBonds: string[], of: Scope) =>
    reachByCleavedBonds({ cleavedBonds } as unknown as Candidate, of)
  const unconfirmed = (extension: string) => ({ kind: 'extension unconfirmed', extension })
  const conditional = (extension: string) => ({ kind: 'extension conditional', extension, reads: 'words' })
  it.each([
    ['nothing undone', [], scope([]), []],
    ['an ester, reached', ['ester'], scope(['esters']), []],
    ['an ester, if ethers are covered', ['ester'], scope(['ethers']), null],
    ['an ether, if esters are covered', ['ether'], scope(['esters']), null],
    ['an ether, reached', ['ether'], scope(['ethers']), []],
    ['an ester and an ether, one covered', ['ester', 'ether'], scope(['esters']), null],
    ['an ester as a derivative', ['ester'], scope(['derivatives']), []],
    [
      'an ester as a derivative, though esters are in doubt',
      ['ester'],
      scope(['derivatives'], { unconfirmed: ['esters'] }),
      [],
    ],
    ['an ester, in doubt', ['ester'], scope(['esters'], { unconfirmed: ['esters'] }), [unconfirmed('esters')]],
    ['an ester, if ethers are in doubt', ['ester'], scope(['esters'], { unconfirmed: ['ethers'] }), []],
    ['an ether, in doubt', ['ether'], scope(['ethers'], { unconfirmed: ['ethers'] }), [unconfirmed('ethers')]],
    ['an ester, on a condition', ['ester'], scope([], { onCondition: ['esters'] }), [conditional('esters')]],
    ['an ether, if esters are on a condition', ['ether'], scope([], { onCondition: ['esters'] }), null],
    [
      'both, one of them on a condition',
      ['ester', 'ether'],
      scope(['esters'], { onCondition: ['ethers'] }),
      [conditional('ethers')],
    ],
    ['an ester, reached and on a condition', ['ester'], scope(['esters'], { onCondition: ['esters'] }), []],
  ])('%s', (_, cleavedBonds, of, reached) => expect(byCleavedBonds(cleavedBonds, of)).toEqual(reached))
})
