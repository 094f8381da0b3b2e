import type { Clause, Item, Rule, Term } from '../../law/index.js'
import { heading, items, part, type Block } from './blocks.js'

/** A class rule in English sentences, in the order of a bill, so that a lawyer can compare the two. */
export function draftSentences(rule: Rule, parentName: string | null, terms: ReadonlyMap<string, Term>): Block[] {
  const parts: [title: string, sentences: readonly string[]][] = [
    ['What it covers', coverSentences(rule, parentName)],
    ['Permitted changes', rule.clauses.map((clause) => clauseSentence(clause, rule, terms))],
    ['Limits', boundSentences(rule)],
    ['Exclusions', rule.leaves_out.map((out) => `It does not cover ${lower(out.reads)}${named(out)} (${out.cite}).`)],
    [
      'Named next to the class',
      (rule.names ?? []).map((n) => `It also covers ${n.name_in_law} by name${n.cite ? ` (${n.cite})` : ''}.`),
    ],
    ['Open questions of the wording', rule.readings.map(readingSentence)],
    ['In force', rule.periods.map(periodSentence)],
  ]
  return [
    heading(`${rule.title} (${rule.id})`, 1),
    ...parts.flatMap(([title, sentences]) => part(title, items(sentences))),
  ]
}

function coverSentences(rule: Rule, parentName: string | null): string[] {
  const parent = parentName ? [`The class is built on ${parentName}.`] : []
  const stays = rule.scaffolds.map((s) => `Scaffold: ${s.reads}.`)
  const sites = rule.sites.map(
    (s) => `It may vary at ${s.reads}${s.holds === 'many' ? ', by any number of groups' : ', by one group'}.`,
  )
  return [...rule.reads, ...parent, ...stays, ...sites, leastSentence(rule)]
}

function leastSentence({ at_least, clauses }: Rule): string {
  if (clauses.length === 0) return 'It permits no changes: only the substance itself is covered.'
  const rest = 'A substance with any other group is not in the class.'
  if (at_least === 0) return `A substance is covered with or without any of the changes below. ${rest}`
  return `A substance is covered if at least ${at_least === 1 ? 'one' : at_least} of the changes below is made. ${rest}`
}

function clauseSentence(clause: Clause, rule: Rule, terms: ReadonlyMap<string, Term>): string {
  const where = joinedOr(clause.sites.map((id) => rule.sites.find((s) => s.id === id)?.reads ?? id))
  const groups = joinedOr(clause.with.map((item) => itemWords(item, terms)))
  const change = {
    replace: `at ${where}, in place of what the parent has there: ${groups}`,
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
    ...(clause.total?.carbons?.max === undefined ? [] : [`together at most ${clause.total.carbons.max} carbons`]),
    ...(clause.total?.mass ? [`together at most ${clause.total.mass.max} Da`] : []),
    ...(clause.counts === false ? ['this alone does not count as one of the required changes'] : []),
  ]
  return `Clause ${clause.id} (${clause.cite}): ${clause.reads}. That is, ${[change, ...limits].join('; ')}.`
}

function boundSentences(rule: Rule): string[] {
  return [
    ...(rule.mass ? [`The molar mass without counter-ions is at most ${rule.mass.max} Da.`] : []),
    ...(rule.conditions ?? []).map((c) => `It ${c.present ? 'must' : 'must not'} contain this anywhere: ${c.reads}.`),
    ...(rule.open_words ? [`A structure cannot decide: ${rule.open_words.question}`] : []),
  ]
}

function named(out: Rule['leaves_out'][number]): string {
  return out.what === 'substances' ? `: ${out.substances.join(', ')}` : ''
}

function readingSentence({ question, choice, basis }: Rule['readings'][number]): string {
  const answer = {
    covers: 'Read as covering it',
    'does not cover': 'Read as not covering it',
    open: 'Left open, so substances that depend on it are undecided',
  }[choice]
  return `${question} ${answer}: ${basis}`
}

function periodSentence({ status, from, until, extends_to: reaches, cite }: Rule['periods'][number]): string {
  const days = `${from === null ? 'from a day that is not known' : `from ${from}`}${until === null ? '' : ` until ${until}`}`
  const forms = reaches && reaches.length > 0 ? ` It extends to their ${joinedAnd(reaches)}.` : ''
  return `${status === 'proposed' ? 'Proposed' : 'In force'} ${days} (${cite}).${forms}`
}

function itemWords(item: Item, terms: ReadonlyMap<string, Term>): string {
  const use = typeof item === 'string' ? { term: item } : item
  const reads = terms.get(use.term)?.reads ?? use.term
  const bounds = [
    ...('carbons' in use && use.carbons ? [`${rangeWords(use.carbons)} carbons`] : []),
    ...('hydrocarbyl' in use && use.hydrocarbyl ? [`a chain of ${rangeWords(use.hydrocarbyl)} carbons`] : []),
    ...('chain' in use && use.chain ? [`${rangeWords(use.chain)} atoms in the longest chain`] : []),
    ...('mass' in use && use.mass ? [`at most ${use.mass.max} Da`] : []),
    ...('further' in use && use.further === 'none' ? ['not substituted further'] : []),
    ...('further' in use && use.further === 'any' ? ['substituted further in any way or not'] : []),
    ...('except' in use && use.except
      ? [`but not ${joinedOr(use.except.map((id) => terms.get(id)?.reads ?? id))}`]
      : []),
    ...('reading' in use && use.reading ? [`on the reading ${use.reading}`] : []),
  ]
  return bounds.length === 0 ? reads : `${reads} (${bounds.join(', ')})`
}

function rangeWords({ min, max }: { readonly min?: number | undefined; readonly max?: number | undefined }): string {
  if (min !== undefined && max !== undefined) return `${min} to ${max}`
  return max === undefined ? `at least ${min}` : `at most ${max}`
}

function joinedOr(parts: readonly string[]): string {
  return parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} or ${parts.at(-1)}`
}

function joinedAnd(parts: readonly string[]): string {
  return parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`
}

function lower(text: string): string {
  const plain = text.replace(/\.$/, '')
  return /^[A-Z][a-z]/.test(plain) ? plain[0]!.toLowerCase() + plain.slice(1) : plain
}
