import type { Rule, Term } from '../../../law/index.js'
import type { RuleComparison } from '../../draft-report.js'
import { impactWords, reasonWords } from '../../impact/impact-words.js'
import { failureWords } from '../../words/finding-words.js'
import { heading, items, section, table, text, type Block } from '../../document/model.js'
import { termsUsed } from './rule-blocks.js'

const { count, more } = impactWords
const fits = ['covered', 'undecided', 'not covered'] as const
const names = ['A', 'B'] as const
type Row = RuleComparison['clauses'][number]

/** Two class rules next to each other: which covers what, and clause by clause. */
export function ruleComparisonBlocks(comparison: RuleComparison, shared: readonly Term[]): Block[] {
  const { rules, asOf, tried, counts, clauses } = comparison
  const reads = (id: string, { rule }: (typeof rules)[number]) =>
    `${id}: ${rule.clauses.find((c) => c.id === id)!.reads}`
  return [
    heading(rules.map(({ rule }, i) => `${rule.id} (${names[i]})`).join(' and '), 1),
    text(rules.map(({ rule, code }, i) => `${names[i]}: ${rule.title}, ${code}.`).join(' ')),
    text(`As of ${asOf}, each by its own words alone, as if in force.`),
    text(`Tried ${tried.map(([set, n]) => `${count(n)} ${set}`).join(', ')}, each structure once.`),
    ...table(
      ['', ...fits.map((fit) => `B: ${fit}`)],
      fits.map((a) => [`A: ${a}`, ...fits.map((b) => count(counts[`${a}/${b}`] ?? 0))]),
    ),
    ...items([withinWords(comparison, 0), withinWords(comparison, 1)]),
    ...section(
      'Clauses',
      table(
        [...names, 'Compared'],
        clauses.map((row) => [
          ...row.ids.map((ids, i) => ids.map((id) => reads(id, rules[i]!)).join('; ')),
          relation(row, rules, shared),
        ]),
      ),
    ),
    ...section('Only A covers', items(differences(comparison, 0))),
    ...section('Only B covers', items(differences(comparison, 1))),
    ...section('Left undecided by one', items(doubts(comparison))),
  ]
}

/** Whether one covers nothing that the other does not, as far as it was tried. */
function withinWords({ counts, tried }: RuleComparison, side: 0 | 1): string {
  const [inner, outer] = side === 0 ? names : names.toReversed()
  const covering = (other: string) => counts[side === 0 ? `covered/${other}` : `${other}/covered`] ?? 0
  const [alone, open] = [covering('not covered'), covering('undecided')]
  const all = `the ${count(tried.reduce((sum, [, n]) => sum + n, 0))} structures tried`
  if (alone > 0) return `${inner} is not within ${outer}: it alone covers ${count(alone)} structures.`
  if (open + covering('covered') === 0) return `${inner} covers none of ${all}.`
  const but =
    open > 0 ? `may be within ${outer}, which leaves ${count(open)} of its structures undecided` : `is within ${outer}`
  return `${inner} ${but}: no counterexample among ${all}. Not proved.`
}

function relation({ ids, both, only }: Row, rules: RuleComparison['rules'], shared: readonly Term[]): string {
  const without = ids.findIndex((own) => own.length === 0)
  if (without >= 0) return `only in ${names[1 - without]}`
  const [a, b] = ids.map((own, i) => wordsOf(own, rules[i]!.rule, shared))
  const wider = names.filter((_, i) => only[i]!.length > 0)
  const found = wider.length === 2 ? 'each covers more' : wider.length === 1 ? `${wider[0]} wider` : null
  return `${found ?? `no difference in ${count(both)} under both`}${a === b ? ', same groups' : ''}`
}

/** What clauses say by their sites, groups and bounds, the groups with their definitions. */
function wordsOf(ids: readonly string[], rule: Rule, shared: readonly Term[]): string {
  const clauses = rule.clauses.filter((c) => ids.includes(c.id))
  const said = clauses.map((c) => [
    rule.sites.filter((s) => c.sites.includes(s.id)).map((s) => s.reads),
    { ...c, id: '', cite: '', reads: '', needs: [], sites: [] },
  ])
  return JSON.stringify([said, termsUsed([{ ...rule, sites: [], clauses }], shared)])
}

/** What one rule alone covers, by its clause, with why the other does not cover the first structures. */
function differences({ rules, clauses, elsewhere }: RuleComparison, side: 0 | 1): string[] {
  const other = rules[1 - side]!.rule
  const place = ({ ids }: Row) => ids[side].join(', ') || `${ids[1 - side]!.join(', ')} of ${other.id}`
  const places = clauses.map((row) => [place(row), row.only[side]] as const)
  return [...places, ['scaffold, conditions, bounds or exclusions', elsewhere[side]] as const]
    .filter(([, found]) => found.length > 0)
    .map(([at, found]) => {
      const why = found.map(
        (d) => `${d.name} (${d.failure ? failureWords(d.failure, other.sites) : 'its scaffold is not there'})`,
      )
      return `${at}: ${firstOf(why, '; ')}`
    })
}

function doubts({ rules, undecided }: RuleComparison): string[] {
  const asked = undecided.map(({ by, doubt, name }) => {
    const question = rules[by].rule.readings.find((r) => r.id === doubt)?.question
    return { question: `${names[by]}: ${question ?? reasonWords(doubt)}`, name }
  })
  return [...new Set(asked.map((u) => u.question))].map((question) => {
    const own = asked.flatMap((u) => (u.question === question ? [u.name] : []))
    return `${question} (${firstOf(own, ', ')})`
  })
}

const firstOf = (all: readonly string[], between: string) =>
  [...all.slice(0, 3), ...(all.length > 3 ? [more(all.length - 3)] : [])].join(between)
