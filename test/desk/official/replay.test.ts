import { describe, expect, it } from 'vitest'
import { cellsOf } from '../../../src/batch/index.js'
import type { Entry, List } from '../../../src/law/index.js'
import { readDated } from '../../../src/desk/official/readers.js'
import { replay, statesOn, type DatedText } from '../../../src/desk/index.js'
import { amphetamine, ethanol, listOf, recordsOf } from '../../support/records.js'

const rowsOf = (text: string) =>
  text
    .trim()
    .split('\n')
    .map((line) => cellsOf(line, ',')!)
const read = (file: string, text: string, given?: { day: string; until: string | null }) =>
  readDated(file, text, rowsOf, given)

/** A text of the law X in force from a day: rows of its annexes 1 and 2. */
function annexes(day: string, rows: Readonly<Record<string, readonly string[]>>, head = ''): string {
  const tables = Object.entries(rows).map(
    ([n, names]) =>
      `## Annex ${n}\n\n| Name | Note |\n| --- | --- |\n${names.map((name) => `| ${name} |  |`).join('\n')}\n`,
  )
  return `---\nidentifier: "X"\neffective_from: "${day}"\n${head}---\n\n# Law\n\n${tables.join('\n')}`
}

const entry = (substance: string, from: string, until: string | null = null, more: Partial<Entry> = {}): Entry => ({
  substance,
  name_in_law: substance,
  periods: [{ from, until, cite: 'X' }],
  ...more,
})
const list = (n: number, entries: readonly Entry[]): List =>
  listOf(entries, { id: `xx-${n}`, official: { text: 'X', parts: [`Annex ${n}`] } })
const recorded = (one: readonly Entry[], two: readonly Entry[] = []) =>
  recordsOf({ substances: [ethanol, amphetamine], lists: [list(1, one), list(2, two)] })
const ran = (texts: readonly DatedText[], one: readonly Entry[], two: readonly Entry[] = []) =>
  replay(recorded(one, two), 'XX', texts)
const found = (r: ReturnType<typeof replay>) =>
  r.entries.map(({ list: l, entry: e, finding, periods: [p] }) => [
    `${l.id} ${e.substance}`,
    finding,
    p?.from ?? p?.in_force_by ?? null,
    p?.until ?? null,
  ])

const series = [
  read('a.md', annexes('2010-01-01', { 1: ['Amphetamine'], 2: ['Tea'] })),
  read('b.md', annexes('2012-05-01', { 1: ['Amphetamine', 'Ethanol'], 2: ['Tea'] })),
  read('c.md', annexes('2015-07-01', { 1: ['Phenylpropan-2-amine (amphetamine)'], 2: ['Tea', 'Ethanol'] })),
]

describe('dated texts', () => {
  it('give the day on which an entry came, moved and was renamed', () => {
    const r = ran(
      series,
      [entry('amphetamine', '2010-01-01'), entry('ethanol', '2012-05-01', '2015-07-01')],
      [entry('ethanol', '2015-07-01')],
    )
    expect(r.steps.map((s) => [s.came, s.left, s.moved, s.renamed].map((all) => all.length))).toEqual([
      [0, 0, 0, 0],
      [1, 0, 0, 0],
      [0, 0, 1, 0],
    ])
    expect(found(r)).toEqual([
      ['xx-1 amphetamine', 'agrees', '2010-01-01', null],
      ['xx-1 ethanol', 'agrees', '2012-05-01', '2015-07-01'],
      ['xx-2 ethanol', 'agrees', '2015-07-01', null],
    ])
    expect(r.missing.map((m) => [m.item.words, m.from, m.last])).toEqual([['Tea', '2010-01-01', '2015-07-01']])
  })

  it.each([
    ['2012-04-30', 'contradicts'],
    ['2012-05-01', 'agrees'],
    ['2012-05-02', 'contradicts'],
  ])('a record that begins on %s: %s', (from, finding) => {
    const r = ran(series, [entry('ethanol', from, '2015-07-01')])
    expect(found(r)[0]?.[1]).toBe(finding)
  })

  it('narrow a first day that is not known, and a text that was only seen bounds it', () => {
    const unknown = { periods: [{ from: null, until: null, in_force_by: '2020-01-01', cite: 'X' }] }
    const seen = series.map((t) => ({ ...t, exact: false }))
    expect(ran(series, [entry('ethanol', '', null, unknown)]).entries[0]).toMatchObject({
      finding: 'narrower',
      periods: [{ from: '2012-05-01', until: '2015-07-01' }],
    })
    expect(ran(seen.slice(0, 2), [entry('ethanol', '', null, unknown)]).entries[0]).toMatchObject({
      finding: 'narrower',
      periods: [{ from: null, not_before: '2010-01-02', in_force_by: '2012-05-01', until: null }],
    })
  })

  it('a copy that lacks a row which the texts before and after it have', () => {
    const gap = [series[0]!, read('b.md', annexes('2012-05-01', { 1: ['Ethanol'] })), series[2]!]
    expect(found(ran(gap, [entry('amphetamine', '2010-01-01')]))[0]?.[1]).toBe('late')
  })

  it('tables of an HTML page, and paragraphs below the heading of a list', () => {
    const html =
      '<!-- in force from 2011-02-03 --><h2>Annex 1</h2><table><tr><th>Name</th></tr><tr><td><b>Ethanol</b></td></tr></table>'
    const names = (t: DatedText) => t.text?.items.map((i) => [i.part, i.names[0]])
    const page = read('x-2011-02-03.html', html.replace('--><', '-->\n<'))
    expect([page.day, page.exact, names(page)]).toEqual(['2011-02-03', true, [['Annex 1', 'Ethanol']]])
    expect(names(read('x_2006-04-23.md', '**I\nNIMEKIRI**\n\nAmfetamiin\n\nAmphetamine\n'))).toEqual([
      ['I NIMEKIRI', 'Amfetamiin'],
      ['I NIMEKIRI', 'Amphetamine'],
    ])
  })
})

const inn = '„Mezinárodní nechráněný název (INN) v českém jazyce“'
const point = (does: string, name: string) =>
  `řádek, ve kterém je ve sloupci s názvem ${inn} uvedeno slovo „${name}“, ${does}`
const insert = (below: string, name: string) =>
  `V tabulce přílohy č. 1 se pod ${point(`vkládá nový řádek, ve kterém je ve sloupci s názvem ${inn} uvedeno slovo „${name}“.`, below)}`
const act = (number: string, day: string, points: readonly string[], end = 'dnem vyhlášení', after = '') => `---
title: "Nařízení, kterým se mění nařízení č. 1/2010 Sb., o seznamech"
official_code: "${number} Sb."
effectiveness_date: "${day}"
---
##### Čl. I

Nařízení vlády č. 1/2010 Sb., o seznamech${after}, se mění takto:

${points.map((p, i) => (p === '' ? '' : `- ${i + 1}. ${p}\n`)).join('\n')}
##### Čl. II

#### Účinnost

Toto nařízení nabývá účinnosti ${end}.
`
const original = read(
  '1-2010.md',
  annexes(
    '2010-01-01',
    { 1: ['Amphetamine'] },
    'official_code: "1/2010 Sb."\neffectiveness_date: "2010-01-01"\n',
  ).replace('## Annex 1', 'Příloha č. 1'),
)
const czech = (texts: readonly DatedText[], entries: readonly Entry[]) =>
  replay(
    recordsOf({
      substances: [ethanol, amphetamine],
      lists: [listOf(entries, { official: { text: '1/2010 Sb.', parts: ['Příloha č. 1'] } })],
    }),
    'XX',
    texts,
  )

describe('acts that amend', () => {
  it('are applied point by point, each on its day', () => {
    const first = read(
      '2-2011.md',
      act(
        '2/2011',
        '2011-03-01',
        [insert('Amphetamine', 'Ethanol'), `V příloze č. 1 se v tabulce ${point('zrušuje.', 'Amphetamine')}`, ''],
        'dnem 1. března 2011, s výjimkou ustanovení čl. I bodů 2 a 3, které nabývají účinnosti dnem 1. července 2011',
      ),
    )
    const r = czech(
      [first, original],
      [entry('amphetamine', '2010-01-01', '2011-07-01'), entry('ethanol', '2011-03-01')],
    )
    expect(found(r).map((f) => f.slice(1))).toEqual([
      ['agrees', '2010-01-01', '2011-07-01'],
      ['agrees', '2011-03-01', null],
    ])
    expect(r.steps.map((s) => [s.step.day, s.step.amendment?.changes.length, s.step.amendment?.unread])).toEqual([
      ['2010-01-01', undefined, undefined],
      ['2011-03-01', 1, []],
      ['2011-07-01', 1, [{ point: 'I no. 3', words: null }]],
    ])
  })

  it('an annex that is set out anew, and the state of any day', () => {
    const anew = read(
      '3-2012.md',
      act('3/2012', '2012-01-01', ['Příloha č. 1 zní:\n\n| Název |\n| --- |\n| Ethanol |\n']),
    )
    expect(found(czech([original, anew], [entry('ethanol', '2012-01-01')]))[0]?.[1]).toBe('agrees')
    const names = (day: string) =>
      statesOn([original, anew], day, () => true).map((s) => s.text.items.map((i) => i.words))
    expect([names('2009-12-31'), names('2011-12-31'), names('2012-01-01')]).toEqual([
      [],
      [['Amphetamine']],
      [['Ethanol']],
    ])
  })

  it('a point that is not understood is reported, and what follows is in doubt', () => {
    const odd = read('4-2012.md', act('4/2012', '2012-01-01', ['V příloze č. 1 se mění pořadí.']))
    const r = czech([original, odd], [entry('amphetamine', '2010-01-01', '2012-01-01')])
    expect(r.steps[1]?.step.amendment?.unread).toEqual([{ point: 'I no. 1', words: 'V příloze č. 1 se mění pořadí.' }])
    expect(r.entries[0]).toMatchObject({ finding: 'contradicts', doubtful: true })
  })

  it('words that are replaced: applied if a row has them, otherwise reported', () => {
    const words = read(
      '5-2012.md',
      act('5/2012', '2012-01-01', [
        'V příloze č. 1 se slova „Amphetamine“ nahrazují slovy „Amfetamin“.',
        'V příloze č. 1 se slova „Ethanol“ nahrazují slovy „Líh“.',
      ]),
    )
    const { amendment, doubtful } = czech([original, words], []).steps.at(-1)?.step ?? {}
    expect(amendment?.unread).toEqual([{ point: 'I no. 2', words: 'Ethanol' }])
    expect([amendment?.changes.length, [...(doubtful ?? [])]]).toEqual([1, ['Příloha č. 1']])
  })

  it('a table of changes: known days that were taken out are found again', () => {
    const changes = read(
      'changes.csv',
      'day,change,list,name\n2012-05-01,+,Annex 1,Ethanol\n2015-07-01,-,Annex 1,Ethanol\n',
    )
    const withheld = { periods: [{ from: null, until: null, in_force_by: '2020-01-01', cite: 'X' }] }
    expect(ran([changes], [entry('ethanol', '', null, withheld)]).entries[0]).toMatchObject({
      periods: [{ from: '2012-05-01', until: '2015-07-01' }],
    })
  })
})

describe('a series that cannot be used is refused by name', () => {
  it.each<[string, readonly DatedText[], string]>([
    [
      'two texts of one day',
      [series[0]!, { ...series[0]!, file: 'z.md' }],
      'a.md and z.md are two texts of 2010-01-01',
    ],
    [
      'the day of the next text is not that which the list gives',
      [{ ...series[0]!, until: '2011-01-01' }, series[1]!],
      'the text of 2011-01-01, which follows a.md, is missing',
    ],
  ])('%s', (_, texts, flaw) => {
    const r = ran(texts, [entry('ethanol', '2012-05-01')])
    expect([r.flaws, r.entries]).toEqual([[flaw], []])
  })

  it.each<[string, readonly DatedText[], string]>([
    [
      'an earlier amendment is missing',
      [
        original,
        read(
          '5-2013.md',
          act(
            '5/2013',
            '2013-01-01',
            [insert('Amphetamine', 'Ethanol')],
            undefined,
            ', ve znění nařízení vlády č. 4/2012 Sb.',
          ),
        ),
      ],
      '4/2012 Sb., which 5-2013.md names as an earlier amendment, is missing',
    ],
    [
      'a row that is not there',
      [original, read('6-2013.md', act('6/2013', '2013-01-01', [`V příloze č. 1 se ${point('zrušuje.', 'Ethanol')}`]))],
      '6-2013.md, I no. 1: Příloha č. 1 has no row "Ethanol" to change',
    ],
    [
      'the text that is amended',
      [read('6-2013.md', act('6/2013', '2013-01-01', [insert('Amphetamine', 'Ethanol')]))],
      '1/2010 Sb., which 6-2013.md amends, is missing',
    ],
  ])('%s', (_, texts, flaw) => {
    const r = czech(texts, [entry('ethanol', '2012-05-01')])
    expect([r.flaws[0], r.entries]).toEqual([flaw, []])
  })
})
