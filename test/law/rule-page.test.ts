import { describe, expect, it } from 'vitest'
import type { Records } from '../../src/law/index.js'
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
