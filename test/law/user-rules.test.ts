import { describe, expect, it } from 'vitest'
import { compileEdition, jurisdictionOf, userRulesText, withUserRules, type UserRule } from '../../src/law/authoring.js'
import { reader } from '../support/law.js'
import { halogen, methyl, recordsOf, ruleOf, refusals } from '../support/records.js'

const shared = { ...methyl, id: 'xx-alkyl' }
const lawful = ruleOf({ id: 'xx-lawful', terms: [shared] })
const here = recordsOf({ rules: [ruleOf(), lawful] })
const [xx] = here.jurisdictions
const yy = { ...xx!, jurisdiction: { ...xx!.jurisdiction, code: 'YY' }, rules: [ruleOf({ id: 'yy-rule' })] }
const edition = { ...compileEdition({ ...here, jurisdictions: [xx!, yy] }, reader), sha256: 'a'.repeat(64) }
const own = (rule: Partial<UserRule['rule']> = {}, jurisdiction = 'XX'): UserRule => ({
  jurisdiction,
  rule: ruleOf({ id: 'xx-mine', title: 'Mine', ...rule }),
  file: 'mine.json',
})
const rules = (...added: UserRule[]) =>
  withUserRules(edition, added, reader).jurisdictions.map((j) => j.rules.map((r) => r.id).join())
const problems = (...added: UserRule[]) =>
  refusals(() => withUserRules(edition, added, reader)).map((p) => `${p.file} ${p.field}: ${p.found}`)

describe('the jurisdiction of a user rule', () => {
  it.each([
    ['xx-mine', null, 'XX'],
    ['yy-mine', null, 'YY'],
    ['xx-mine', 'YY', 'YY'],
    ['zz-mine', null, null],
    ['mine', null, null],
    ['my-xx-rule', null, null],
    ['xx-mine', 'ZZ', null],
  ])('%s, given %s: %s', (id, given, code) => expect(jurisdictionOf(ruleOf({ id }), given, edition)).toBe(code))
})

describe('an edition with user rules', () => {
  it('has them after those of their jurisdiction, and another id', () => {
    expect(rules(own())).toEqual(['xx-rule,xx-lawful,xx-mine', 'yy-rule'])
    expect(rules(own({}, 'YY'))).toEqual(['xx-rule,xx-lawful', 'yy-rule,xx-mine'])
    const made = withUserRules(edition, [own()], reader)
    expect([made.id, made.sha256]).toEqual(['test+own', edition.sha256])
    expect(edition.jurisdictions[0]!.rules).toHaveLength(2)
  })
  it.each<[string, ...UserRule[]]>([
    ['of its law', own({ id: 'xx-rule' })],
    ['of another law', own({ id: 'xx-rule' }, 'YY')],
    ['of another user rule', own(), own({ title: 'Other' })],
  ])('is refused for the id of a rule %s, which would be taken away', (_, ...added) =>
    expect(problems(...added)).toEqual([`mine.json id: ${added[0]!.rule.id}, which another rule has`]),
  )
  it('adds the shared terms that a user rule uses, of its own law only', () => {
    const uses = own({ clauses: [{ ...ruleOf().clauses[0]!, with: ['xx-alkyl'] }] })
    expect(withUserRules(edition, [uses], reader).jurisdictions[0]!.rules.at(-1)!.terms).toEqual([shared])
    expect(problems({ ...uses, jurisdiction: 'YY' })).toEqual(['mine.json clauses[0].with[0]: xx-alkyl'])
  })
  it('does not share a term that two rules of the law define differently', () => {
    const other = ruleOf({ id: 'xx-other', terms: [{ ...halogen, id: 'xx-alkyl' }] })
    const both = { ...edition, jurisdictions: edition.jurisdictions.map((j) => ({ ...j, rules: [...j.rules, other] })) }
    const uses = own({ clauses: [{ ...ruleOf().clauses[0]!, with: ['xx-alkyl'] }] })
    expect(() => withUserRules(both, [uses], reader)).toThrow('xx-alkyl')
  })
  it('may repeat a term of the law, and needs no examples', () =>
    expect(problems(own({ terms: [shared] }))).toEqual([]))
  it('is rejected for what does not exist and what cannot be parsed, in the added rules only', () => {
    expect(problems(own({ clauses: [{ ...ruleOf().clauses[0]!, sites: ['nowhere'] }] }))).toEqual([
      'mine.json clauses[0].sites: nowhere',
    ])
    expect(problems(own({ scaffolds: [{ id: 's', smarts: '[C', reads: 'x' }], sites: [], clauses: [] }))).toEqual([
      'mine.json scaffolds[0].smarts: [C',
    ])
    const broken = { ...xx!, rules: [ruleOf({ sites: [] })] }
    expect(() => withUserRules({ ...edition, jurisdictions: [broken] }, [own()], reader)).not.toThrow()
  })
})

it('the hash covers the edition, the rules and their jurisdictions', () => {
  const texts = [[], [own()], [own({ title: 'Other' })], [own({}, 'YY')], [own(), own()]].map((added) =>
    userRulesText(edition, added),
  )
  expect(new Set(texts).size).toBe(5)
  expect(userRulesText({ ...edition, sha256: 'b' }, [own()])).not.toBe(texts[1])
  expect(userRulesText(edition, [{ ...own(), file: 'elsewhere.json' }])).toBe(texts[1])
})
