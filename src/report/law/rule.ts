import type { Clause, Found, LeavesOut, Rule, RuleExamples } from '../../law/index.js'
import { controlWords } from '../words.js'
import { heading, items, part, table, text, type Block } from './blocks.js'
import { patternWords } from './patterns.js'
import { extendsWords, joined, spanWords, unconfirmedWords } from './periods.js'

/** A class rule in words: periods, sites, clauses, exclusions, readings and examples. */
export function ruleBlocks({ jurisdiction, rule, examples }: Extract<Found, { kind: 'rule' }>): Block[] {
  return [
    heading(`${rule.title} (${rule.id})`, 1),
    text(
      `${jurisdiction}, ${controlWords[rule.control]}${rule.code ? `, code ${rule.code}${rule.code_from ? ` since ${rule.code_from}` : ''}` : ''}${rule.parent ? `, parent ${rule.parent}` : ''}.${rule.note ? ` ${rule.note}` : ''}`,
    ),
    ...items(rule.reads),
    ...rulePart(rule, examples, 2),
  ]
}

/** The sections of a rule below its title, for its own page or inside another. */
export function rulePart(rule: Rule, examples: RuleExamples, level: 2 | 3): Block[] {
  return [
    ...part('In force', periodTable(rule), level),
    ...part(
      'What stays',
      items(
        rule.scaffolds.map(
          (s) => `${s.reads} (${s.smarts})${s.reading === undefined ? '' : `, on the reading ${s.reading}`}`,
        ),
      ),
      level,
    ),
    ...part(
      'What may change',
      table(
        ['Site', 'Where'],
        rule.sites.map((s) => [s.id, `${s.reads}${s.holds === 'many' ? ', any number of groups' : ''}`]),
      ),
      level,
    ),
    ...part(
      `Clauses${atLeast(rule)}`,
      table(['Clause', 'Reads', 'At', 'Groups', 'Citation'], rule.clauses.map(clauseRow)),
      level,
    ),
    ...part(
      'Named next to the class',
      items((rule.names ?? []).map((n) => `${n.name_in_law} (${n.substance})${n.cite ? `, ${n.cite}` : ''}`)),
      level,
    ),
    ...part(
      'Conditions',
      items(
        (rule.conditions ?? []).map(
          (c) => `${c.present ? 'must hold' : 'must not hold'}: ${c.reads} (${c.smarts})${c.cite ? `, ${c.cite}` : ''}`,
        ),
      ),
      level,
    ),
    ...part('Wording that a structure cannot decide', items(openWordsLines(rule)), level),
    ...part(
      'Refers to',
      items(
        rule.reference
          ? [
              `${rule.reference.reads} ${rule.reference.jurisdiction}: ${rule.reference.verdicts.join(', ')} (${rule.reference.cite})`,
            ]
          : [],
      ),
      level,
    ),
    ...part(
      'Left out',
      items([...(rule.mass ? [`above ${rule.mass.max} Da`] : []), ...rule.leaves_out.map(leavesOutWords)]),
      level,
    ),
    ...part(
      'Readings',
      table(
        ['Question', 'Decided', 'Basis'],
        rule.readings.map((r) => [
          r.question,
          r.choice + (r.among ? `: ${r.among}` : r.substances ? `: ${r.substances.join(', ')}` : ''),
          r.basis,
        ]),
      ),
      level,
    ),
    ...part('Wording', items(wordingLines(rule)), level),
    ...part('Examples', exampleTable(examples), level),
  ]
}

/** Whether a change of the official wording would be noticed. */
function wordingLines({ official_words: words }: Rule): string[] {
  if (!words)
    return [
      'No hash of the official words is recorded, because no official text of this wording was at hand: a change of the words would not be noticed.',
    ]
  const places = new Map<string, string[]>()
  for (const { of, as_of } of words) places.set(as_of, [...(places.get(as_of) ?? []), of])
  return [...places].map(([day, of]) => `Hashes of the official words are recorded, text of ${day}: ${of.join('; ')}`)
}

function openWordsLines({ open_words }: Rule): string[] {
  if (!open_words) return []
  const { question, basis, cite, reaches, unless } = open_words
  return [
    `${question} ${basis} (${cite})`,
    ...patternWords('could concern', reaches, 'with pattern'),
    ...patternWords('but not', unless, 'with pattern'),
  ]
}

function periodTable(rule: Rule): Block[] {
  return table(
    ['Status', 'Days', 'Reaches', 'Citation'],
    rule.periods.map((p) => [
      p.status,
      spanWords(p),
      extendsWords(p.extends_to, p.unconfirmed),
      joined([p.cite, p.url, p.note, unconfirmedWords(p)]),
    ]),
  )
}

function atLeast(rule: Rule): string {
  const own = rule.scaffolds.filter((s) => s.at_least !== undefined).map((s) => `${s.at_least} for ${s.id}`)
  if (own.length > 0) return ` (at least ${rule.at_least}; ${own.join(', ')})`
  return rule.clauses.length === 0 ? '' : rule.at_least === 0 ? ' (none need be met)' : ` (at least ${rule.at_least})`
}

function clauseRow(clause: Clause): string[] {
  const groups = clause.with.map(itemWords).join(', ')
  const limits = [
    clause.at_least ? `at least ${clause.at_least}` : '',
    clause.at_most ? `at most ${clause.at_most}` : '',
    clause.counts === false ? 'not itself a change' : '',
    clause.needs ? `only with ${clause.needs.join(' or ')}` : '',
    clause.between ? `between ${clause.between}` : '',
    clause.total ? `together ${JSON.stringify(clause.total)}` : '',
  ].filter((limit) => limit !== '')
  return [
    clause.id,
    clause.reads + (limits.length > 0 ? ` (${limits.join('; ')})` : ''),
    clause.sites.join(', '),
    groups,
    clause.cite,
  ]
}

/** A group as a rule names it: the term, with the limits this rule adds. */
export function itemWords(item: Clause['with'][number]): string {
  if (typeof item === 'string') return item
  const limits = Object.entries(item)
    .filter(([key, value]) => key !== 'term' && value !== undefined)
    .map(([key, value]) => `${key} ${typeof value === 'string' ? value : JSON.stringify(value)}`)
  return limits.length === 0 ? item.term : `${item.term} (${limits.join('; ')})`
}

function leavesOutWords(l: LeavesOut): string {
  const what = 'substances' in l ? `: ${l.substances.join(', ')}` : ''
  const days =
    l.from !== undefined || l.until !== undefined
      ? `${spanWords({ from: l.from ?? null, until: l.until ?? null })}: `
      : ''
  return `${days}${l.reads}${what} (${l.cite})${l.unconfirmed ? ` [${unconfirmedWords(l)}]` : ''}`
}

function exampleTable({ fits, misses, unsettled }: RuleExamples): Block[] {
  const who = (e: { substance?: string | undefined; name?: string | undefined }) => e.substance ?? e.name ?? ''
  return table(
    ['Substance', 'Answer', 'Why'],
    [
      ...fits.map((e) => [who(e), e.by.length > 0 ? `fits by ${e.by.join(', ')}` : 'fits', e.why]),
      ...misses.map((e) => [who(e), 'does not fit', e.why]),
      ...unsettled.map((e) => [who(e), `open: ${e.reading}`, e.why]),
    ],
  )
}
