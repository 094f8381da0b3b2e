import type { Records, Rule, RuleExamples, Term } from '../../../law/index.js'
import { heading, items, links, section, picture, table, text, type Block } from '../blocks/blocks.js'
import { spanWords, statusAndSpan } from '../periods.js'
import { patternsIn, ruleSections } from './rule-blocks.js'
import { termsUsed } from './terms-used.js'
import { versionComparison } from './version-comparison.js'

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
    .flatMap((rule) => rule.periods.map((p) => (p.status === 'proposed' ? statusAndSpan(p) : spanWords(p))))
    .join('; ')
}

/**
 * The page of a class for readers: a comparison of its versions, then each in full, and its terms.
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
  const dataFile = `${page.id}${records.versions?.has(page.id) ? '.versions' : ''}.json`
  return [
    heading(`${page.title} (${page.id})`, 1),
    text(
      `${records.jurisdiction.name}.` +
        `${isFile ? ' Generated from the records by "coverage law pages"; edit the records, not this page.' : ''}`,
    ),
    ...(isDrawn
      ? [
          picture(
            `${page.id}.svg`,
            `${rules[0]!.title}: ` +
              `${rules[0]!.scaffolds.length > 0 ? 'scaffold with its sites, and examples' : 'examples'} inside and ` +
              'outside the class',
          ),
        ]
      : []),
    ...(rules.length > 1 ? versionComparison(rules.toReversed()) : []),
    ...rules.flatMap((rule) => [
      ...(rules.length > 1 ? [heading(`${rule.title} (${rule.id})`)] : []),
      ...items(rule.reads),
      ...(rule.note ? [text(rule.note)] : []),
      ...ruleSections(rule, examplesOf(records, rule), 3),
    ]),
    ...section(
      'Terms',
      table(
        ['Term', 'Meaning'],
        termsUsed(rules, terms).map((t) => [t.id, t.reads]),
      ),
    ),
    ...(isFile
      ? links([{ text: dataFile, to: dataFile, about: 'the record, with the patterns (SMARTS) behind these words' }])
      : rules.map(({ id }) => text(patternsIn(id)))),
  ]
}

function examplesOf(records: JurisdictionRecords, rule: Rule): RuleExamples {
  return records.examples.get(rule.id) ?? { fits: [], misses: [], unsettled: [] }
}
