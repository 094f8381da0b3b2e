import { describe, expect, it } from 'vitest'
import type { RecordedReading, Records } from '../../src/law/index.js'
import { pageBlocks, rulePageBlocks, rulePages, toMarkdown } from '../../src/report/documents.js'
import { halogen, listOf, methyl, recordsOf, ruleOf } from '../support/records.js'

const clause = ruleOf().clauses[0]!
const before = ruleOf({ id: 'xx-rule-2010', readings: [] })
const after = ruleOf({
  id: 'xx-rule-2012',
  clauses: [
    { ...clause, with: ['alkyl', 'halogen'] },
    { ...clause, id: 'b', reads: 'halogen' },
  ],
  scaffolds: [],
})
const records: Records['jurisdictions'][number] = {
  ...recordsOf({ rules: [ruleOf({ id: 'xx-alone', title: 'Alone' }), before, after] }).jurisdictions[0]!,
  versions: new Map([['xx-rule', { title: 'Anilines', ids: ['xx-rule-2010', 'xx-rule-2012'] }]]),
}
const pages = rulePages(records)
const text = toMarkdown(rulePageBlocks(pages[1]!, records, [methyl, halogen], true))

describe('the page of a class rule', () => {
  it('is one for all versions of a class, the latest first', () => {
    expect(pages.map((p) => [p.id, p.title, p.rules.map((r) => r.id)])).toEqual([
      ['xx-alone', 'Alone', ['xx-alone']],
      ['xx-rule', 'Anilines', ['xx-rule-2012', 'xx-rule-2010']],
    ])
  })

  it('compares versions: what is new, unchanged and removed', () => {
    expect(text).toContain('| Clause | 2010 | 2012 |')
    expect(text).toContain('| a | alkyl on the ring: alkyl ((a)) | alkyl on the ring: alkyl, halogen ((a)) |')
    expect(text).toContain('| b |  | halogen: alkyl ((a)) |')
    expect(text).toContain('| ring | the ring | unchanged |')
    expect(text).toContain('| ring | aniline | removed |')
  })

  it('explains its terms', () => {
    expect(text).toContain('| alkyl | saturated open chain |')
    expect(text).toContain('| halogen | halogen |')
  })

  it('shows its picture, if there is one', () => {
    expect(text).toContain('](xx-rule.svg)')
    expect(toMarkdown(rulePageBlocks(pages[1]!, records, [], false))).not.toContain('.svg')
  })

  it('says by what its questions are answered, how sure that is, and how to answer otherwise', () => {
    const shared = { answers: ['xx-rule-2012/doubt'], covers: true, subject: {}, basis: 'so it is', cite: 'item 1' }
    const readings: RecordedReading[] = [
      {
        ...shared,
        id: 'by-members',
        kind: 'examples',
        reads: 'Esters count.',
        seen: 'whole',
        proved_by: [{ change: 'ester', members: ['a', 'b'] }],
      },
      {
        ...shared,
        id: 'notice',
        kind: 'notice',
        reads: 'One counts.',
        seen: 'second hand',
        authority: 'Agency',
        day: '2020-01-02',
      },
      {
        ...shared,
        id: 'elsewhere',
        kind: 'notice',
        reads: 'Other.',
        seen: 'whole',
        authority: 'Agency',
        day: null,
        answers: ['xx-other/doubt'],
      },
    ]
    const answered = toMarkdown(rulePageBlocks(pages[1]!, { ...records, readings }, [], false))
    expect(answered).toContain('Esters count. Covered, by the examples of the item: so it is (item 1)')
    expect(answered).toContain('Named members show: ester (a, b)')
    expect(answered).toContain('as read by Agency, 2020-01-02 (notice, not binding; seen at second hand')
    expect(answered).toContain('--position "xx/by-members=no"')
    expect(answered).not.toContain('Other.')
    expect(text).not.toContain('recorded readings')
  })

  it('is linked from the page of the jurisdiction', () => {
    expect(toMarkdown(pageBlocks(records, []))).toContain('- [Anilines](rules/xx-rule.md): ')
  })
})

describe('the page of a jurisdiction', () => {
  it('has one line for lists with the same scope, with the citation of each', () => {
    const scope = { from: null, until: null, extends_to: [], reads: 'Salts.' }
    const list = (id: string, cite: string, reads = scope.reads) =>
      listOf([], { id, short: id, scope: [{ ...scope, reads, cite }] })
    const lists = [list('A', 'article 1'), list('B', 'article 2'), list('C', 'article 2', 'Salts and esters.')]
    const page = toMarkdown(pageBlocks(recordsOf({ lists }).jurisdictions[0]!, []))
    expect(page).toContain('- A; B: first day unknown: Salts. (article 1; article 2)\n')
    expect(page).toContain('- C: first day unknown: Salts and esters. (article 2)\n')
  })
})
