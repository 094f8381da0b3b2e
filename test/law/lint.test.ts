import { describe, expect, it } from 'vitest'
import type { Records, Rule } from '../../src/law/index.js'
import { lintRecords } from '../../src/law/authoring.js'
import {
  always,
  amphetamine,
  ethanol,
  listOf,
  methyl,
  recordsOf,
  ruleOf,
  type Scenario,
  refusals,
} from '../support/records.js'

const problems = (records: Records) =>
  refusals(() => lintRecords(records)).map((p) => `${p.file} ${p.field}: ${p.found}`)

const entry = (more: object = {}) => ({ substance: 'amphetamine', name_in_law: 'x', periods: [always()], ...more })
const examples = (more: object) => new Map([['xx-rule', { fits: [], misses: [], unsettled: [], ...more }]])
const withRule = (more: Partial<Rule>, scenario: Scenario = {}) => ({ rules: [ruleOf(more)], ...scenario })
const clause = ruleOf().clauses[0]!
const site = ruleOf().sites[0]!
const scaffold = ruleOf().scaffolds[0]!

const compared = (more: object) => ({
  text: 'X-1',
  format: 'CSV',
  as_of: '2020-01-01',
  entries: 1,
  matched: 1,
  not_structures: 0,
  missing: 0,
  extra: 0,
  other: 0,
  class_items: 0,
  class_items_same: 0,
  lists: ['xx-list'],
  written_from: [],
  ...more,
})

describe('each check has a record that breaks it', () => {
  it.each<[string, Scenario, string]>([
    [
      'an id that differs from its file name',
      { files: new Map([['substance:ethanol', 'substances/alcohol.json']]) },
      'substances/alcohol.json id: ethanol',
    ],
    [
      'two records for one substance',
      { substances: [ethanol, { ...ethanol, id: 'alcohol' }, amphetamine] },
      'substance:alcohol inchikey: LFQSCWFLJHTTHZ-UHFFFAOYSA-N',
    ],
    [
      'an entry for a substance without a record',
      { lists: [listOf([entry({ substance: 'nobody' })])] },
      'list:xx-list entries[0].substance: nobody',
    ],
    [
      'an entry by an act without a record',
      { lists: [listOf([entry({ periods: [{ ...always(), instrument: 'act-9' }] })])] },
      'list:xx-list entries[0].periods[0].instrument: act-9',
    ],
    [
      'an exception for a substance without a record',
      { jurisdiction: { exceptions: [{ substance: 'nobody', from: null, until: null, reads: 'x', cite: 'x' }] } },
      'jurisdiction:XX exceptions[0].substance: nobody',
    ],
    [
      'periods of an entry that overlap',
      {
        lists: [
          listOf([
            entry({
              periods: [
                { ...always(), until: '2017-07-01' },
                { ...always(), from: '2017-06-07' },
              ],
            }),
          ]),
        ],
      },
      'list:xx-list entries[0].periods[1].from: 2017-06-07',
    ],
    [
      'a former code equal to the current one',
      { lists: [listOf([entry({ code: '7000', former_codes: [{ code: '7000', until: '2026-02-19' }] })])] },
      'list:xx-list entries[0].former_codes[0].code: 7000',
    ],
    [
      'former codes out of order',
      {
        lists: [
          listOf([
            entry({
              code: '7000',
              former_codes: [
                { code: '1', until: '2026-02-19' },
                { code: '2', until: '2020-01-01' },
              ],
            }),
          ]),
        ],
      },
      'list:xx-list entries[0].former_codes[1].until: 2020-01-01',
    ],
    [
      'a former code without one that follows it',
      { lists: [listOf([entry({ former_codes: [{ code: '7297', until: '2026-02-19' }] })])] },
      'list:xx-list entries[0].code: nothing',
    ],
    [
      'a period after one without end',
      { lists: [listOf([entry({ periods: [always(), { ...always(), from: '2017-06-07' }] })])] },
      'list:xx-list entries[0].periods[1].from: 2017-06-07',
    ],
    [
      'scope sentences that overlap',
      {
        lists: [
          listOf([], {
            scope: [
              { from: null, until: '2010-01-01', extends_to: [], cite: 'x', reads: 'x' },
              { from: '2009-01-01', until: null, extends_to: [], cite: 'x', reads: 'x' },
            ],
          }),
        ],
      },
      'list:xx-list scope[1].from: 2009-01-01',
    ],
    ['a rule whose parent has no record', withRule({ parent: 'nobody' }), 'rule:xx-rule parent: nobody'],
    [
      'a rule by an act without a record',
      withRule({ periods: [{ ...always(), instrument: 'act-9', status: 'in force' }] }),
      'rule:xx-rule periods[0].instrument: act-9',
    ],
    [
      'a reading about a substance without a record',
      withRule({ readings: [{ id: 'r', question: 'x', choice: 'open', basis: 'x', substances: ['nobody'] }] }),
      'rule:xx-rule readings[0].substances: nobody',
    ],
    [
      'a site on an atom that no scaffold maps',
      withRule({ sites: [{ ...site, on: [2, 9] }] }),
      'rule:xx-rule sites[0].on: 9',
    ],
    [
      'a site whose parent is not a term',
      withRule({ sites: [{ ...site, parent: 'propionyl' }] }),
      'rule:xx-rule sites[0].parent: propionyl',
    ],
    [
      'a clause at a site that the rule does not have',
      withRule({ clauses: [{ ...clause, sites: ['ring', 'tail'] }] }),
      'rule:xx-rule clauses[0].sites: tail',
    ],
    [
      'a clause with a term that has no record',
      withRule({ clauses: [{ ...clause, with: ['acyl'] }] }),
      'rule:xx-rule clauses[0].with[0]: acyl',
    ],
    [
      'a scaffold that meets a clause that the rule does not have',
      withRule({ scaffolds: [{ ...scaffold, meets: ['a', 'z'] }] }),
      'rule:xx-rule scaffolds[0].meets: z',
    ],
    [
      'a scaffold with a reading that the rule does not have',
      withRule({ scaffolds: [{ ...scaffold, reading: 'r' }] }),
      'rule:xx-rule scaffolds[0].reading: r',
    ],
    [
      'a clause with a reading that the rule does not have',
      withRule({ clauses: [{ ...clause, with: [{ term: 'alkyl', reading: 'r' }] }] }),
      'rule:xx-rule clauses[0].with[0].reading: r',
    ],
    [
      'a clause that excepts a term without a record',
      withRule({ clauses: [{ ...clause, with: [{ term: 'alkyl', except: ['acyl'] }] }] }),
      'rule:xx-rule clauses[0].with[0].except: acyl',
    ],
    [
      'further substitution by a term without a record',
      withRule({ clauses: [{ ...clause, with: [{ term: 'alkyl', further: ['acyl'] }] }] }),
      'rule:xx-rule clauses[0].with[0].further[0]: acyl',
    ],
    [
      'a term that uses one without a record',
      withRule({}, { terms: [{ ...methyl, is: [{ core: '[#6]', further: ['acyl'] }] }] }),
      'rule:xx-rule term alkyl.further[0]: acyl',
    ],
    [
      'a scaffold with a map number twice',
      withRule({ scaffolds: [{ ...scaffold, smarts: '[NH2]-[c:1]1[c:2][c:3][c:3][c:5][c:6]1' }] }),
      'rule:xx-rule scaffolds[0].smarts: map number 3 more than once',
    ],
    [
      'a rule without examples',
      withRule({}, { files: new Map([['rule:xx-rule', 'xx/rules/xx-rule.json']]) }),
      'xx/rules/xx-rule.json examples: none',
    ],
    [
      'an example without a record',
      withRule({}, { examples: examples({ misses: [{ substance: 'nobody', why: 'x' }] }) }),
      'rule:xx-rule examples.misses[0]: nobody',
    ],
    [
      'an example that fits by a clause the rule does not have',
      withRule({}, { examples: examples({ fits: [{ substance: 'ethanol', by: ['b'], why: 'x' }] }) }),
      'rule:xx-rule examples.fits[0].by: b',
    ],
    [
      'an example that hangs on a reading the rule does not have',
      withRule({}, { examples: examples({ unsettled: [{ substance: 'ethanol', reading: 'r', why: 'x' }] }) }),
      'rule:xx-rule examples.unsettled[0].reading: r',
    ],
    [
      'a comparison with a deleted list',
      { reconciled: [compared({ lists: ['xx-list', 'xx-old'] })] },
      'reconciled:XX [0].lists: xx-old',
    ],
    [
      'a comparison with the wording of a deleted rule',
      { reconciled: [compared({ written_from: ['xx-list amphetamine', 'xx-old-rule'] })] },
      'reconciled:XX [0].written_from: xx-old-rule',
    ],
  ])('%s', (_, scenario, found) => {
    expect(problems(recordsOf(scenario))).toContain(found)
  })
  it('correct records have no problem', () => {
    expect(
      problems(
        recordsOf(withRule({}, { examples: examples({ misses: [{ substance: 'ethanol', near: 'a', why: 'x' }] }) })),
      ),
    ).toEqual([])
  })
  it('a near miss of a clause that the rule does not have', () => {
    expect(
      problems(
        recordsOf(withRule({}, { examples: examples({ misses: [{ substance: 'ethanol', near: 'b', why: 'x' }] }) })),
      ),
    ).toContain('rule:xx-rule examples.misses[0].near: b')
  })
  it('examples of a rule that does not exist', () => {
    expect(problems(recordsOf({ examples: examples({}) }))).toContain('rule:xx-rule examples: xx-rule')
  })
})
