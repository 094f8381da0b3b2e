import { expect, test } from 'vitest'
import { compileEdition } from '../../src/law/authoring.js'
import type { Rule, Term } from '../../src/law/index.js'
import { indexLaw } from '../../src/matching/index.js'
import { rulePlanOf } from '../../src/rules/index.js'
import { relaxedItem } from '../../src/screen/relaxed-rule.js'
import { reader } from '../support/law.js'
import { halogen, listOf, methyl, recordsOf, ruleOf } from '../support/records.js'

test('uses of a term with the same limits share their answers, across rules', () => {
  const clause = ruleOf().clauses[0]!
  const puts = (id: string, ...groups: (string | object)[]): Rule =>
    ruleOf({ id, clauses: [{ ...clause, with: groups as string[] }] })
  const rules = [
    puts('xx-one', 'alkyl', { term: 'alkyl', carbons: { min: 2, max: 3 } }, 'halogen'),
    puts('xx-two', { term: 'alkyl', carbons: { min: 2, max: 3 } }, { term: 'alkyl', carbons: { max: 3 } }, 'alkyl'),
  ]
  const terms: Term[] = [methyl, halogen]
  const law = indexLaw({ ...compileEdition(recordsOf({ lists: [listOf([])], rules, terms }), reader), sha256: 'small' })
  const items = law.edition.jurisdictions[0]!.rules.map((rule) =>
    rulePlanOf(rule, law.terms)
      .changes()
      .clauses.flatMap(({ allows }) => allows.map(relaxedItem)),
  )
  const [any, limited, halogens] = items[0]!
  expect(new Set(items.flat()).size).toBe(4)
  expect(items[1]).toEqual([limited, expect.any(Number), any])
  expect(halogens).not.toBe(any)
})
