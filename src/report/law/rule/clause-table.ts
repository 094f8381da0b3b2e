import type { Clause, Rule } from '../../../law/index.js'
import { section, table, type Block } from '../blocks/blocks.js'
import { groupWords, joinedOr, rangeWords } from './group-words.js'

/** The clauses of a rule; the heading says how many of them must be met. */
export function clauseTable(rule: Rule, level: 2 | 3): Block[] {
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
