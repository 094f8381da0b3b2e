import type { Records, Rule, RuleExamples, Term } from '../../law/index.js'
import { heading, items, part, picture, table, text, type Block } from './blocks.js'
import { spanWords } from './periods.js'
import { rulePart } from './rule.js'
import { besideEachOther } from './versions.js'

type JurisdictionRecords = Records['jurisdictions'][number]

/** A class with its own page: the rule, or its versions with the latest first. */
export interface RulePage {
  readonly id: string
  readonly title: string
  readonly rules: readonly Rule[]
}

/** The class rules of a jurisdiction in the order of their ids, versions of one class together. */
export function rulePages({
  rules,
  versions = new Map<string, { title: string; ids: readonly string[] }>(),
}: JurisdictionRecords): RulePage[] {
  const familyOf = new Map([...versions].flatMap(([id, { ids }]) => ids.map((rule) => [rule, id] as const)))
  const pages = new Map<string, Rule[]>()
  for (const rule of rules) {
    const id = familyOf.get(rule.id) ?? rule.id
    pages.set(id, [rule, ...(pages.get(id) ?? [])])
  }
  return [...pages].map(([id, own]) => ({ id, title: versions.get(id)?.title ?? own[0]!.title, rules: own }))
}

/** Days on which any version of a class is or was law, or was proposed. */
export function daysOf({ rules }: RulePage): string {
  return rules
    .toReversed()
    .flatMap((rule) => rule.periods.map((p) => `${p.status === 'proposed' ? 'proposed ' : ''}${spanWords(p)}`))
    .join('; ')
}

/**
 * The page of a class for readers: its versions next to each other, then each in full, and its terms in words.
 * @param isDrawn whether there is a picture of it, next to the page
 * @param isFile as for the page of a jurisdiction
 */
export function rulePageBlocks(
  page: RulePage,
  records: JurisdictionRecords,
  terms: readonly Term[],
  isDrawn: boolean,
  isFile = true,
): Block[] {
  const { rules } = page
  return [
    heading(`${page.title} (${page.id})`, 1),
    text(
      `${records.jurisdiction.name}.${isFile ? ' Written from the records by "coverage law pages"; edit the records, not this page.' : ''}`,
    ),
    ...(isDrawn
      ? [
          picture(
            `${page.id}.svg`,
            `${rules[0]!.title}: what stays, where it may change, and examples inside and outside, drawn`,
          ),
        ]
      : []),
    ...(rules.length > 1 ? besideEachOther(rules.toReversed()) : []),
    ...rules.flatMap((rule) => [
      ...(rules.length > 1 ? [heading(`${rule.title} (${rule.id})`)] : []),
      ...items(rule.reads),
      ...(rule.note ? [text(rule.note)] : []),
      ...rulePart(rule, examplesOf(records, rule), 3),
    ]),
    ...part(
      'Terms in words',
      table(
        ['Term', 'Means'],
        termsOf(rules, terms).map((t) => [t.id, t.reads]),
      ),
    ),
  ]
}

function examplesOf(records: JurisdictionRecords, rule: Rule): RuleExamples {
  return records.examples.get(rule.id) ?? { fits: [], misses: [], unsettled: [] }
}

/** Every term that some version uses, directly or within another term, in id order. */
function termsOf(rules: readonly Rule[], ofAllLaws: readonly Term[]): Term[] {
  const found = new Map<string, Term>()
  for (const rule of rules) {
    const known = new Map([...ofAllLaws, ...(rule.terms ?? [])].map((t) => [t.id, t]))
    const meet = (value: unknown) => {
      for (const [, word] of JSON.stringify(value).matchAll(/"([a-z0-9-]+)"/g)) {
        const term = known.get(word!)
        if (!term || found.get(term.id)?.reads === term.reads) continue
        found.set(term.id, term)
        meet(term.is.map((shape) => shape.further ?? null))
      }
    }
    meet([rule.sites.map((s) => s.parent ?? null), rule.clauses.map((c) => c.with)])
  }
  return [...found.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
}
