import type { Records, Rule, Term } from '../../../law/index.js'
import { heading, items, links, section, picture, table, text, type Block } from '../../document/model.js'
import { spanWords, statusAndSpan } from '../list-blocks.js'
import { patternsIn, ruleSections, conditionWords, exclusionLines, termSection } from './rule-blocks.js'
import { groupWords } from './group-words.js'
import { recordedAnswers } from './recorded-answers.js'
import { answerWords } from './rule-questions.js'
import { capital } from '../sentence.js'

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
  const kind = records.versions?.has(page.id) ? '.versions' : records.based?.has(page.id) ? '.based' : ''
  const dataFile = `${page.id}${kind}.json`
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
      ...ruleSections(rule, records.examples.get(rule.id) ?? { fits: [], misses: [], unsettled: [] }, 3),
    ]),
    ...recordedAnswers(records.jurisdiction.code, rules, records.readings),
    ...termSection(rules, terms),
    ...(isFile
      ? links([{ text: dataFile, to: dataFile, about: 'the record, with the patterns (SMARTS) behind these words' }])
      : rules.map(({ id }) => text(patternsIn(id)))),
  ]
}

type Parts = ReadonlyMap<string, string>

/** Versions of a class next to each other, the earliest first: one column each, with what is new in it. */
function versionComparison(rules: readonly Rule[]): Block[] {
  const head = rules.map((rule) => versionName(rule, rules))
  return section('Comparison of versions', [
    ...table(['', ...head], [['In force', ...rules.map((r) => r.periods.map(spanWords).join('; '))]]),
    ...compared('Clause', head, rules, (rule) =>
      rule.clauses.map((c) => [c.id, `${c.reads}: ${c.with.map(groupWords).join(', ')} (${c.cite})`]),
    ),
    ...compared('Scaffold', head, rules, (rule) => rule.scaffolds.map((s) => [s.id, s.reads])),
    ...compared('Site', head, rules, (rule) => rule.sites.map((s) => [s.id, s.reads])),
    ...compared('Condition', head, rules, (rule) => (rule.conditions ?? []).map((c) => [c.id, conditionWords(c)])),
    ...compared('Question', head, rules, (rule) =>
      rule.readings.map((r) => [r.id, `${r.question} ${capital(answerWords(r))}. ${capital(r.basis)}`]),
    ),
    ...compared('Exclusion', head, rules, (rule) => [
      ...(rule.mass ? [['mass', `molar mass above ${rule.mass.max} Da`] as const] : []),
      ...exclusionLines({ ...rule, mass: undefined }).map((line, i) => [String(i + 1), line] as const),
    ]),
  ])
}

/** The end of the id, if the ids differ. */
function versionName(rule: Rule, rules: readonly Rule[]): string {
  const words = rules.map((r) => r.id.split('-'))
  const shared = words[0]!.findIndex((word, i) => words.some((other) => other[i] !== word))
  return rule.id.split('-').slice(shared).join('-')
}

function compared(
  what: string,
  head: readonly string[],
  rules: readonly Rule[],
  parts: (rule: Rule) => readonly (readonly [string, string])[],
): Block[] {
  const versions: Parts[] = rules.map((rule) => new Map(parts(rule)))
  const ids = [...new Set(versions.flatMap((version) => [...version.keys()]))]
  return table(
    [what, ...head],
    ids.map((id) => [id, ...versions.map((version, i) => cell(version.get(id), versions[i - 1]?.get(id)))]),
  )
}

function cell(now: string | undefined, before: string | undefined): string {
  if (now === undefined) return before === undefined ? '' : 'removed'
  return now === before ? 'unchanged' : now
}
