import { describe, expect, it } from 'vitest'
import type { Entry, Extension, List } from '../../src/law/index.js'
import { compileEdition } from '../../src/law/authoring.js'
import { indexLaw, judge } from '../../src/matching/index.js'
import { reader } from '../support/law.js'
import { always, amphetamine, ethanol, listOf, recordsOf } from '../support/records.js'

// Amphetamine without stereo, one enantiomer, a salt drawn as such, and an alcohol whose ester and ether are recorded.
const drawn = (id: string, smiles: string) =>
  reader.read(smiles, (s) => ({ ...ethanol, id, name: id, smiles, formula: s.formula, inchikey: s.inchikey! }))
const [left, right] = ['C[C@H](N)Cc1ccccc1', 'C[C@@H](N)Cc1ccccc1']
const flat = amphetamine.smiles!
const substances = [
  ethanol,
  amphetamine,
  drawn('left', left),
  drawn('right', right),
  drawn('pentanol', 'CCCCCO'),
  drawn('pentyl-acetate', 'CCCCCOC(C)=O'),
]

const counterIons = [
  { name: 'methanol', smiles: 'CO', kind: 'solvent' as const },
  { name: 'water', smiles: 'O', kind: 'solvent' as const },
  { name: 'hydrochloride', smiles: 'Cl', kind: 'counter-ion' as const },
  { name: 'sodium', smiles: '[Na+]', kind: 'counter-ion' as const },
]

const entry = (substance: string, more: Partial<Entry> = {}): Entry => ({
  substance,
  name_in_law: substance,
  periods: [always()],
  ...more,
})
const list = (id: string, entries: Entry[], words: Extension[] = [], more: Partial<List> = {}) =>
  listOf(entries, { id, scope: [{ from: null, until: null, extends_to: words, cite: 'x', reads: 'scope' }], ...more })

function ask(lists: List[], text: string, asOf = '2015-01-01') {
  const law = indexLaw({
    ...compileEdition({ ...recordsOf({ substances, lists }), counterIons }, reader),
    sha256: 'test',
  })
  return reader.read(text, (s) => judge(s, law, { asOf })).jurisdictions[0]!.findings
}
/** The entries that cover a structure, each with how, and with its doubts. */
const covering = (...given: Parameters<typeof ask>) =>
  ask(...given).map((f) =>
    f.kind === 'listed'
      ? [`${f.list} ${f.substance}`, ...f.via, ...f.doubts.map((d) => `${d.kind}?`)].join(' ')
      : f.kind,
  )

describe('a substance that an entry excludes', () => {
  const excluded = (periods = [always()], except = ['left']) => [
    list('a', [entry('amphetamine', { except }), entry('left', { periods })]),
  ]
  it('is covered by its own entry only', () => {
    expect(covering(excluded(), left)).toEqual(['a left'])
    expect(covering(excluded(undefined, ['right']), left).toSorted()).toEqual(['a amphetamine', 'a left'])
    expect(covering(excluded(undefined, ['right', 'left']), left)).toEqual(['a left'])
  })
  it('but not its mirror image, nor a drawing that leaves it open', () => {
    expect(covering(excluded(), right)).toEqual(['a amphetamine'])
    expect(covering(excluded(), flat)).toContain('a amphetamine')
  })
  it('on the days of that entry', () => {
    const later = excluded([
      { ...always(), until: '2003-01-01' },
      { ...always(), from: '2012-01-01' },
    ])
    const days = ['2002-12-31', '2003-01-01', '2011-12-31', '2012-01-01']
    expect(days.map((day) => covering(later, left, day).join())).toEqual([
      'a left',
      'a amphetamine',
      'a amphetamine',
      'a left',
    ])
    expect(covering([list('a', [entry('amphetamine', { except: ['left'] })])], left)).toEqual(['a amphetamine'])
  })
})

describe('an entry for preparations', () => {
  const limited = (together_with?: string[]) => [
    list('a', [entry('amphetamine', { limited_to: 'tonics', ...(together_with ? { together_with } : {}) })]),
  ]
  it('leaves the substance undecided', () => {
    expect(ask(limited(), flat)).toMatchObject([
      { counts: 'undecided', doubts: [{ kind: 'preparations only', what: 'tonics' }] },
    ])
  })
  it('that names what else is in them covers a drawing of all', () => {
    const mixture = `${flat}.CCCCCO`
    expect(covering(limited(['pentanol']), flat)).toEqual(['a amphetamine preparations only?'])
    expect(covering(limited(['pentanol']), mixture)).toEqual(['a amphetamine mixture'])
    expect(covering(limited(['pentanol', 'pentyl-acetate']), mixture)).toEqual([
      'a amphetamine mixture preparations only?',
    ])
    expect(covering(limited(), mixture)).toEqual(['a amphetamine mixture preparations only?'])
  })
})

describe('a drawing with another ingredient', () => {
  const mixtures = { question: 'q', basis: 'b', cite: 'c' }
  const scope = [{ from: null, until: null, extends_to: ['salts' as const], mixtures, cite: 'x', reads: 'scope' }]
  const single = (...entries: Entry[]) => [list('a', entries, [], { scope })]
  const base = `${flat}.CC(=O)Nc1ccc(O)cc1`
  it('is undecided if the list does not cover all mixtures', () => {
    expect(ask(single(entry('amphetamine')), base)).toMatchObject([
      { counts: 'undecided', doubts: [{ kind: 'with other ingredients', ...mixtures }] },
    ])
    expect(covering([list('a', [entry('amphetamine')])], base)).toEqual(['a amphetamine mixture'])
  })
  it('on the days of that sentence, whatever the words of the entry', () => {
    const early = { from: null, until: '2010-01-01', extends_to: [], cite: 'x', reads: 'scope' }
    const dated = [list('a', [entry('amphetamine')], [], { scope: [early, { ...scope[0]!, from: '2010-01-01' }] })]
    expect(covering(dated, base, '2009-12-31')).toEqual(['a amphetamine mixture'])
    expect(covering(dated, base, '2010-01-01')).toEqual(['a amphetamine mixture with other ingredients?'])
    const own = entry('amphetamine', { periods: [{ ...always(), extends_to: ['salts'] }] })
    expect(covering(single(own), base)).toEqual(['a amphetamine mixture with other ingredients?'])
  })
  it.each([
    ['water', `${flat}.O`],
    ['a solvent', `${flat}.CO`],
    ['a counter-ion', `${flat}.Cl`],
    ['a counter-ion and a salt', `${flat}.Cl.[Na+].[Cl-]`],
    ['hydrogen peroxide', `${flat}.OO`],
    ['another of its stereoisomers', `${left}.${right}`],
  ])('%s is none', (_, text) =>
    expect(ask(single(entry('amphetamine')), text).map((f) => f.counts)).toEqual(['listed']),
  )
  it('a substance that is listed as well is none', () => {
    const both = single(entry('amphetamine'), entry('pentanol'))
    expect(covering(both, `${flat}.CCCCCO`).toSorted()).toEqual(['a amphetamine mixture', 'a pentanol mixture'])
    const precursor = list('b', [entry('pentanol')], [], { control: 'precursor' })
    expect(covering([...single(entry('amphetamine')), precursor], `${flat}.CCCCCO`).toSorted()).toEqual([
      'a amphetamine mixture with other ingredients?',
      'b pentanol mixture',
    ])
    const ended = entry('pentanol', { periods: [{ ...always(), until: '2014-01-01' }] })
    expect(covering(single(entry('amphetamine'), ended), `${flat}.CCCCCO`)).toEqual([
      'a amphetamine mixture with other ingredients?',
    ])
  })
  it('the entry still takes precedence over those of which it may be a form', () => {
    const forms = [list('a', [entry('left'), entry('amphetamine')], ['stereoisomers'], { scope })]
    expect(covering(forms, `${left}.CC(=O)Nc1ccc(O)cc1`)).toEqual(
      covering(forms, left).map((f) => `${f} mixture with other ingredients?`),
    )
  })
})

describe('a solvent', () => {
  const solvent = { ...drawn('solvent', 'CCC(C)=O'), solvent: true as const }
  const lists = [list('a', [entry('solvent')], [], { control: 'precursor' })]
  const found = (text: string) => {
    const law = indexLaw({
      ...compileEdition({ ...recordsOf({ substances: [solvent], lists }), counterIons }, reader),
      sha256: 'test',
    })
    return reader
      .read(text, (s) => judge(s, law, { asOf: '2015-01-01' }))
      .jurisdictions[0]!.findings.map((f) => [f.counts, ...('doubts' in f ? f.doubts.map((d) => d.kind) : [])])
  }
  it('next to another substance may be part of its solvate', () => {
    expect(found('CCC(C)=O.CC(=O)Nc1ccc(O)cc1')).toEqual([['undecided', 'solvate or mixture']])
  })
  it.each(['CCC(C)=O', 'CCC(C)=O.O', 'CCC(C)=O.CO', 'CCC(C)=O.[Na+].[Cl-]'])('%s is not', (text) =>
    expect(found(text)).toEqual([['listed']]),
  )
})

describe('a question about which substances an entry means', () => {
  const asked = (ids: string[], name = 'amphetamine') => [
    list('a', [entry(name, { questions: [{ substances: ids, question: 'q', basis: 'b' }] })]),
  ]
  it('concerns these', () => {
    expect(ask(asked(['left']), left)).toMatchObject([
      { counts: 'undecided', doubts: [{ kind: 'open words', question: 'q', basis: 'b' }] },
    ])
    expect(covering(asked(['right', 'left']), left)).toEqual(['a amphetamine open words?'])
  })
  it('not another, nor what the entry itself names', () => {
    expect(covering(asked(['left']), right)).toEqual(['a amphetamine'])
    expect(covering(asked(['left']), flat)).toEqual(['a amphetamine'])
  })
  it('also the one that it names, if that is in question', () => {
    expect(covering(asked(['amphetamine']), flat)).toEqual(['a amphetamine open words?'])
  })
})

describe('several entries', () => {
  const optical: Extension[] = ['optical isomers', 'salts']
  it('of related forms: a form with its own entry is not also an isomer of another', () => {
    const both = (more: Partial<List> = {}) => [
      list('a', [entry('left')], optical),
      list('b', [entry('right')], optical, more),
    ]
    expect(covering(both(), right)).toEqual(['b right'])
    expect(covering(both({ control: 'precursor' }), right).toSorted()).toEqual(['a left optical isomer', 'b right'])
    expect(covering([both()[0]!], right)).toEqual(['a left optical isomer'])
  })
  it('of the substance drawn flat and of the form: on one list both name it', () => {
    expect(covering([list('a', [entry('amphetamine'), entry('left')])], left).toSorted()).toEqual([
      'a amphetamine',
      'a left',
    ])
    expect(covering([list('a', [entry('amphetamine')]), list('b', [entry('left')])], left)).toEqual(['b left'])
  })
  it('a doubtful one adds nothing to one without doubts, of the same kind of control', () => {
    const doubtful = (more: Partial<List> = {}) => [
      list('a', [entry('left')], [], { scope: [{ ...list('x', []).scope[0]!, unconfirmed: ['salts'] }], ...more }),
      list('b', [entry('amphetamine')], ['salts']),
    ]
    const salt = `${left}.Cl`
    expect(covering(doubtful(), salt)).toEqual(['b amphetamine salt'])
    expect(covering(doubtful({ control: 'precursor' }), salt).toSorted()).toEqual([
      'a left salt extension unconfirmed?',
      'b amphetamine salt',
    ])
    expect(covering([doubtful()[0]!], salt)).toEqual(['a left salt extension unconfirmed?'])
  })
  it('but preparations are always mentioned', () => {
    const lists = [list('a', [entry('amphetamine', { limited_to: 'tonics' })]), list('b', [entry('amphetamine')])]
    expect(covering(lists, flat)).toEqual(['b amphetamine', 'a amphetamine preparations only?'])
  })
  it('of one line of the law: the one with the fewest doubts', () => {
    const line = { entry: '7' }
    const one = [list('a', [entry('left', line), entry('amphetamine', line)], ['optical isomers'])]
    expect(covering(one, flat)).toEqual(['a amphetamine'])
    expect(covering([list('a', [entry('amphetamine', line), entry('left', line)], [])], flat)).toEqual([
      'a amphetamine',
    ])
  })
})

describe('esters and ethers', () => {
  const words: Extension[] = ['esters', 'ethers', 'salts']
  it('are covered by the entry of what remains, if its words say so', () => {
    expect(covering([list('a', [entry('pentanol')], words)], 'CCCCCOC(C)=O')).toEqual(['a pentanol ester'])
    expect(covering([list('a', [entry('pentanol')], words)], 'CCCCCOC')).toEqual(['a pentanol ether'])
    expect(covering([list('a', [entry('pentanol')], ['esters'])], 'CCCCCOC')).toEqual([])
    expect(covering([list('a', [entry('pentanol')])], 'CCCCCOC(C)=O')).toEqual([])
  })
  it('are covered by words of the entry alone, among others that reach none', () => {
    const periods = [{ ...always(), extends_to: ['salts', 'esters'] as Extension[] }]
    expect(covering([list('a', [entry('pentanol', { periods })])], 'CCCCCOC(C)=O')).toEqual(['a pentanol ester'])
    expect(covering([list('a', [entry('pentanol', { periods })])], 'CCCCCOC')).toEqual([])
  })
  it('not if they have an entry of their own for that kind of control', () => {
    const lists = (more: Partial<List> = {}, own: Partial<Entry> = {}) => [
      list('a', [entry('pentanol')], words),
      list('b', [entry('pentyl-acetate', own)], [], more),
    ]
    expect(covering(lists(), 'CCCCCOC(C)=O')).toEqual(['b pentyl-acetate'])
    expect(covering(lists({ control: 'precursor' }), 'CCCCCOC(C)=O').toSorted()).toEqual([
      'a pentanol ester',
      'b pentyl-acetate',
    ])
    // A doubt about the day leaves open whether the entry names it; one about preparations does not.
    const unknown = { periods: [{ ...always(), from: null }] }
    expect(covering(lists({}, unknown), 'CCCCCOC(C)=O').toSorted()).toEqual([
      'a pentanol ester',
      'b pentyl-acetate start unknown?',
    ])
    // It ends after the last day for which the law was read.
    const lapsing = { periods: [{ ...always(), until: '2021-06-01' }] }
    expect(covering(lists({}, lapsing), 'CCCCCOC(C)=O', '2021-07-01').toSorted()).toEqual([
      'a pentanol ester',
      'b pentyl-acetate lapse unverified?',
    ])
    expect(covering(lists({}, { limited_to: 'tonics' }), 'CCCCCOC(C)=O')).toEqual([
      'b pentyl-acetate preparations only?',
    ])
  })
})

it('a finding cites the words that extend the entry, unless the form needs none', () => {
  const scopeOf = (text: string, words: Extension[], own?: Extension[]) => {
    const periods = [{ ...always(), ...(own ? { extends_to: own } : {}) }]
    const [finding] = ask([list('a', [entry('left', { periods })], words)], text)
    return finding?.kind === 'listed' ? finding.scope : undefined
  }
  const cited = (words: Extension[]) => ({ words, cite: 'x', reads: 'scope' })
  expect(scopeOf(left, ['salts'])).toBeNull()
  expect(scopeOf(`${left}.Cl`, ['salts'])).toEqual(cited(['salts']))
  expect(scopeOf(right, ['isomers'])).toEqual(cited(['isomers']))
  expect(scopeOf(right, [], ['isomers'])).toEqual({ words: ['isomers'], cite: 'Act 1', reads: null })
  for (const plain of ['C[C@H](N)C([2H])c1ccccc1', `${left}.CCCCCO`, `${left}.O`])
    expect(scopeOf(plain, ['salts', 'isomers'])).toBeNull()
})
