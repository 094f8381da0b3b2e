import type { LawRecord, LeavesOut, Rule, RuleExamples, Clause, Term } from '../../../law/index.js'
import { controlWords } from '../../words/finding-words.js'
import { heading, items, section, table, text, type Block } from '../../document/model.js'
import { periodCells, spanWords, unconfirmedWords } from '../list-blocks.js'
import { questionTable, undecidableWords } from './rule-questions.js'
import { capital } from '../sentence.js'
import { groupWords, joinedOr, rangeWords } from './group-words.js'
import { append } from '../../../remembered.js'

/** A class rule in words: periods, sites, clauses, exclusions, questions and examples. */
export function ruleBlocks(
  { jurisdiction, rule, examples }: Extract<LawRecord, { kind: 'rule' }>,
  terms: readonly Term[],
): Block[] {
  return [
    heading(`${rule.title} (${rule.id})`, 1),
    text(
      `${jurisdiction}, ${controlWords[rule.control]}` +
        `${rule.code ? `, code ${rule.code}${rule.code_from ? ` since ${rule.code_from}` : ''}` : ''}` +
        `${rule.parent ? `, parent ${rule.parent}` : ''}.${rule.note ? ` ${rule.note}` : ''}`,
    ),
    ...items(rule.reads),
    ...ruleSections(rule, examples, 2),
    ...termSection([rule], terms),
    text(patternsIn(rule.id)),
  ]
}

/** Where the patterns are that these words stand for. */
export const patternsIn = (id: string) => `The patterns (SMARTS) behind these words: coverage law show ${id} --json`

/** The sections of a rule below its title, for its own page or inside another. */
export function ruleSections(rule: Rule, examples: RuleExamples, level: 2 | 3): Block[] {
  return [
    ...section(
      'In force',
      table(
        ['Status', 'Period', 'Extends to', 'Citation'],
        rule.periods.map((p) => [p.status, spanWords(p), ...periodCells(p)]),
      ),
      level,
    ),
    ...section(rule.scaffolds.length === 1 ? 'Scaffold' : 'Scaffolds', items(scaffoldLines(rule)), level),
    ...section(
      'Sites (where it may vary)',
      table(
        ['Site', 'Position', 'Groups'],
        rule.sites.map((s) => [s.id, s.reads, s.holds === 'many' ? 'any number' : 'one']),
      ),
      level,
    ),
    ...clauseTable(rule, level),
    ...section('Also covered by name', items(nameLines(rule)), level),
    ...section('Conditions', items(conditionLines(rule)), level),
    ...undecidableWords(rule, level),
    ...section('Refers to the law of another jurisdiction', items(referenceLines(rule)), level),
    ...section('Exclusions', items(exclusionLines(rule)), level),
    ...questionTable(rule, level),
    ...section('Check against the official wording', items(wordingLines(rule)), level),
    ...exampleTable(examples, level),
  ]
}

function scaffoldLines({ scaffolds }: Rule): string[] {
  return scaffolds.map((s) => `${s.reads}${s.reading === undefined ? '' : `; see question ${s.reading}`}`)
}

function nameLines({ names = [] }: Rule): string[] {
  return names.map((n) => `${n.name_in_law} (${n.substance})${n.cite ? `, ${n.cite}` : ''}`)
}

function conditionLines({ conditions = [] }: Rule): string[] {
  return conditions.map((c) => `${conditionWords(c)}${c.cite ? `, ${c.cite}` : ''}`)
}

/** What must hold. The words of an exclusion already say that they exclude. */
export function conditionWords({ present, reads }: NonNullable<Rule['conditions']>[number]): string {
  return present ? `Required: ${reads}` : capital(reads)
}

function referenceLines({ reference }: Rule): string[] {
  if (!reference) return []
  const { reads, jurisdiction, verdicts, cite } = reference
  return [`${reads} (${jurisdiction}: ${verdicts.join(' or ')}; ${cite})`]
}

/** Exclusions in words; two that differ only in the lists that they name are one line. */
export function exclusionLines({ mass, leaves_out }: Rule): string[] {
  return [...new Set([...(mass ? [`molar mass above ${mass.max} Da`] : []), ...leaves_out.map(exclusionWords)])]
}

function exclusionWords(out: LeavesOut): string {
  const names = 'substances' in out ? `: ${out.substances.join(', ')}` : ''
  const isLimited = out.from !== undefined || out.until !== undefined
  const days = isLimited ? `${spanWords({ from: out.from ?? null, until: out.until ?? null })}: ` : ''
  return `${days}${out.reads}${names} (${out.cite})${out.unconfirmed ? ` [${unconfirmedWords(out)}]` : ''}`
}

/** Whether a change of the official wording would be noticed. */
function wordingLines({ official_words: words }: Rule): string[] {
  if (!words)
    return ['Not possible: no official text of this wording was available, so a change to it would not be detected.']
  const places = new Map<string, string[]>()
  for (const { of, as_of } of words) append(places, as_of, of)
  return [...places].map(
    ([day, of]) => `A change to the official wording is detected by its hash (text of ${day}): ${of.join('; ')}`,
  )
}

/** The clauses of a rule; the heading says how many of them must be met. */
function clauseTable(rule: Rule, level: 2 | 3): Block[] {
  return section(
    `Clauses${atLeastWords(rule)}`,
    table(['Clause', 'Permitted change', 'Sites', 'Groups', 'Citation'], rule.clauses.map(clauseRow)),
    level,
  )
}

function atLeastWords({ at_least, clauses, scaffolds }: Rule): string {
  const own = scaffolds.filter((s) => s.at_least !== undefined).map((s) => `${s.at_least} for scaffold ${s.id}`)
  if (own.length > 0) return ` (at least ${at_least} must be met; ${own.join(', ')})`
  if (clauses.length === 0) return ''
  return at_least === 0 ? ' (all optional)' : ` (at least ${at_least === 1 ? 'one' : at_least} must be met)`
}

function clauseRow(clause: Clause): string[] {
  const limits = [
    clause.at_least ? `at least ${clause.at_least}` : '',
    clause.at_most ? `at most ${clause.at_most}` : '',
    clause.counts === false ? 'permitted, but does not count towards the number required' : '',
    clause.needs ? `only with clause ${joinedOr(clause.needs)}` : '',
    clause.between ? betweenWords[clause.between] : '',
    clause.total?.carbons ? `${rangeWords(clause.total.carbons, 'carbon')} in all groups together` : '',
    clause.total?.mass ? `at most ${clause.total.mass.max} Da in all groups together` : '',
  ].filter((limit) => limit !== '')
  return [
    clause.id,
    clause.reads + (limits.length > 0 ? ` (${limits.join('; ')})` : ''),
    clause.sites.join(', '),
    clause.with.map(groupWords).join(', '),
    clause.cite,
  ]
}

const betweenWords = {
  'one atom': 'both ends on the same atom',
  neighbours: 'ends on neighbouring atoms',
  'different sites': 'ends on different sites',
  'any atoms': 'ends on any atoms',
} satisfies Record<NonNullable<Clause['between']>, string>

/** The side of a class on which an example is. */
export const sideWords = { fits: 'inside', misses: 'outside', unsettled: 'undecided' } satisfies Record<
  keyof RuleExamples,
  string
>

/** The examples of a rule, with the clauses or the question that decide. */
function exampleTable({ fits, misses, unsettled }: RuleExamples, level: 2 | 3): Block[] {
  const name = (e: { substance?: string | undefined; name?: string | undefined }) => e.substance ?? e.name ?? ''
  return section(
    'Examples',
    table(
      ['Substance', 'Result', 'Reason'],
      [
        ...fits.map((e) => [name(e), byWords(e.by), e.why]),
        ...misses.map((e) => [name(e), sideWords.misses, e.why]),
        ...unsettled.map((e) => [name(e), `${sideWords.unsettled}: ${questionName(e.reading)}`, e.why]),
      ],
    ),
    level,
  )
}

function byWords(clauses: readonly string[]): string {
  if (clauses.length === 0) return sideWords.fits
  if (clauses.length === 1 && clauses[0] === 'named') return `${sideWords.fits}: named`
  return `${sideWords.fits}: ${clauses.length === 1 ? 'clause' : 'clauses'} ${clauses.join(', ')}`
}

function questionName(reading: string): string {
  return reading === 'open words' ? 'wording' : `question ${reading}`
}

export function termSection(rules: readonly Rule[], shared: readonly Term[]): Block[] {
  return section(
    'Terms',
    table(
      ['Term', 'Meaning'],
      termsUsed(rules, shared).map((t) => [t.id, t.reads]),
    ),
  )
}

/** Every term that a version uses, directly or within another term, by id; different meanings are separate. */
export function termsUsed(rules: readonly Rule[], sharedTerms: readonly Term[]): Term[] {
  const used = new Map<string, Term>()
  for (const rule of rules) {
    const terms = new Map([...sharedTerms, ...(rule.terms ?? [])].map((t) => [t.id, t]))
    const add = (value: unknown) => {
      for (const [, word] of JSON.stringify(value).matchAll(/"([a-z0-9-]+)"/g)) {
        const term = terms.get(word!)
        if (!term || used.has(`${term.id}: ${term.reads}`)) continue
        used.set(`${term.id}: ${term.reads}`, term)
        add(term.is.map((shape) => shape.further ?? null))
      }
    }
    add([rule.sites.map((s) => s.parent ?? null), rule.clauses.map((c) => c.with)])
  }
  return [...used.values()].sort((a, b) => (a.id < b.id ? -1 : Number(a.id > b.id)))
}
