import type { Clause, Rule, Term } from '../../../law/index.js'
import { heading, items, section, type Block } from '../blocks/blocks-html.js'
import { conditionWords, exclusionLines } from './rule-blocks.js'
import { capital, sentence } from '../sentence.js'
import { groupMeaning, joinedOr, rangeWords } from './group-words.js'

/** A class rule in English sentences, in the order of a bill, so that a lawyer can compare the two. */
export function ruleSentences(rule: Rule, parentName: string | null, terms: ReadonlyMap<string, Term>): Block[] {
  const sections: [title: string, sentences: readonly string[]][] = [
    ['What it covers', coverSentences(rule, parentName)],
    ['Permitted changes', rule.clauses.map((clause) => clauseSentence(clause, rule, terms))],
    ['Limits', boundSentences(rule)],
    ['Exclusions', exclusionLines({ ...rule, mass: undefined }).map(sentence)],
    [
      'Also covered by name',
      (rule.names ?? []).map((n) => `It also covers ${n.name_in_law} by name${n.cite ? ` (${n.cite})` : ''}.`),
    ],
    ['Questions of interpretation', rule.readings.map(questionSentence)],
    ['In force', rule.periods.map(periodSentence)],
  ]
  return [
    heading(`${rule.title} (${rule.id})`, 1),
    ...sections.flatMap(([title, sentences]) => section(title, items(sentences))),
  ]
}

function coverSentences(rule: Rule, parentName: string | null): string[] {
  const parent = parentName ? [`The class is built on ${parentName}.`] : []
  const scaffolds = rule.scaffolds.map((s) => `Scaffold: ${s.reads}.`)
  const sites = rule.sites.map(
    (s) => `Site ${s.id}: ${s.reads}, which may bear ${s.holds === 'many' ? 'any number of groups' : 'one group'}.`,
  )
  return [...rule.reads, ...parent, ...scaffolds, ...sites, ...leastSentences(rule)]
}

function leastSentences({ at_least, clauses, scaffolds }: Rule): string[] {
  if (scaffolds.length === 0) return []
  if (clauses.length === 0) return ['No change is permitted: only this structure itself is covered.']
  const rest = 'A substance with any other group is outside the class.'
  if (at_least === 0) return [`A substance is covered with or without the changes below. ${rest}`]
  const changes = at_least === 1 ? 'one of the changes below is' : `${at_least} of the changes below are`
  return [`A substance is covered if at least ${changes} made. ${rest}`]
}

function clauseSentence(clause: Clause, rule: Rule, terms: ReadonlyMap<string, Term>): string {
  const where = joinedOr(clause.sites.map((id) => rule.sites.find((s) => s.id === id)?.reads ?? id))
  const groups = alternatives(clause.with.map((item) => groupMeaning(item, terms)))
  const change = {
    replace: `at ${where}, in place of the group of the parent: ${groups}`,
    substitute: `at ${where}, in place of hydrogen: ${groups}`,
    bridge: `a ring closed at ${where} by ${groups}`,
    core: 'the scaffold itself is changed',
  }[clause.change]
  const limits = [
    ...(clause.at_least
      ? [`at least ${clause.at_least} such ${clause.at_least === 1 ? 'group' : 'groups'} must be present`]
      : []),
    ...(clause.at_most ? [`at most ${clause.at_most} allowed`] : []),
    ...(clause.needs ? [`only together with ${joinedOr(clause.needs.map((id) => `clause ${id}`))}`] : []),
    ...(clause.total?.carbons ? [`${rangeWords(clause.total.carbons, 'carbon')} in all groups together`] : []),
    ...(clause.total?.mass ? [`at most ${clause.total.mass.max} Da in all groups together`] : []),
    ...(clause.counts === false ? ['it does not count as one of the changes required'] : []),
  ]
  return `Clause ${clause.id} (${clause.cite}): ${clause.reads}. That is, ${[change, ...limits].join('; ')}.`
}

function boundSentences(rule: Rule): string[] {
  return [
    ...(rule.mass ? [`The molar mass, without counter-ions, is at most ${rule.mass.max} Da.`] : []),
    ...(rule.conditions ?? []).map((c) => sentence(conditionWords(c))),
    ...(rule.open_words ? [`A structure alone cannot decide: ${rule.open_words.question}`] : []),
  ]
}

function questionSentence({ id, question, choice, basis }: Rule['readings'][number]): string {
  const answer = {
    covers: 'Read as covered',
    'does not cover': 'Read as not covered',
    open: 'Left open, so substances that depend on it are undecided',
  }[choice]
  return `${id}: ${question} ${answer}. ${capital(basis)}`
}

function periodSentence({ status, from, until, extends_to: reaches, cite }: Rule['periods'][number]): string {
  const days = `${from === null ? 'from an unknown day' : `from ${from}`}${until === null ? '' : ` until ${until}`}`
  const forms = reaches && reaches.length > 0 ? ` It extends to their ${joinedAnd(reaches)}.` : ''
  return `${status === 'proposed' ? 'Proposed' : 'In force'} ${days} (${cite}).${forms}`
}

function joinedAnd(parts: readonly string[]): string {
  return parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`
}

/** Groups between semicolons, since their meanings contain commas. */
function alternatives(groups: readonly string[]): string {
  return groups.length < 2 ? (groups[0] ?? '') : `${groups.slice(0, -1).join('; ')}; or ${groups.at(-1)}`
}
