import type { RecordProblem } from '../records/bad-record.js'
import type { Records } from '../records/records.js'
import type { List } from '../schema/list.js'
import type { Rule, RuleExamples } from '../schema/rule.js'
import { specialClauses } from '../schema/special-clauses.js'

export const referencesResolve: Check = {
  id: 'references',
  reads: 'every substance, instrument, clause and reading that a record names exists',
  run: references,
}

/** Reports an id that is not among those known; an id that is not given is not required. */
type Need = (known: ReadonlySet<string>, id: string | undefined, file: string, field: string, what: string) => void

type JurisdictionRecords = Records['jurisdictions'][number]

function references(records: Records): RecordProblem[] {
  const substances = new Set(records.substances.map((s) => s.id))
  const problems: RecordProblem[] = []
  const need: Need = (known, id, file, field, what) => {
    if (id !== undefined && !known.has(id))
      problems.push({
        file,
        field,
        found: id,
        expected: `the id of ${/^[aeiou]/.test(what) ? 'an' : 'a'} ${what} record`,
      })
  }
  records.medicines.forEach((m, i) => need(substances, m.substance, 'medicines.json', `[${i}].substance`, 'substance'))
  for (const { id, members = [] } of records.substances)
    members.forEach((m, i) => need(substances, m, fileOf(records, `substance:${id}`), `members[${i}]`, 'substance'))
  const codes = new Set(records.jurisdictions.map((other) => other.jurisdiction.code))
  for (const j of records.jurisdictions) {
    const acts = new Set(j.instruments.map((i) => i.id))
    const rules = new Set(j.rules.map((r) => r.id))
    ofJurisdiction(j, fileOf(records, `jurisdiction:${j.jurisdiction.code}`), substances, codes, need)
    for (const list of j.lists) ofList(list, fileOf(records, `list:${list.id}`), substances, acts, need)
    for (const id of j.examples.keys()) need(rules, id, fileOf(records, `rule:${id}`), 'examples', 'rule')
    for (const rule of j.rules) {
      const file = fileOf(records, `rule:${rule.id}`)
      ofRule(rule, file, substances, acts, rules, need)
      ofExamples(rule, j.examples.get(rule.id), file, substances, need)
    }
  }
  return problems
}

function ofJurisdiction(
  { jurisdiction }: JurisdictionRecords,
  file: string,
  substances: ReadonlySet<string>,
  codes: ReadonlySet<string>,
  need: Need,
): void {
  jurisdiction.exceptions.forEach((e, i) =>
    need(substances, e.substance, file, `exceptions[${i}].substance`, 'substance'),
  )
  jurisdiction.gaps.forEach((g, i) =>
    g.reaches_controlled_in?.forEach((code) =>
      need(codes, code, file, `gaps[${i}].reaches_controlled_in`, 'jurisdiction'),
    ),
  )
}

function ofList(
  list: List,
  file: string,
  substances: ReadonlySet<string>,
  acts: ReadonlySet<string>,
  need: Need,
): void {
  list.entries.forEach((entry, i) => {
    need(substances, entry.substance, file, `entries[${i}].substance`, 'substance')
    entry.questions?.forEach((q, k) =>
      q.substances.forEach((s) => need(substances, s, file, `entries[${i}].questions[${k}].substances`, 'substance')),
    )
    entry.periods.forEach((p, k) =>
      need(acts, p.instrument, file, `entries[${i}].periods[${k}].instrument`, 'instrument'),
    )
  })
}

function ofRule(
  rule: Rule,
  file: string,
  substances: ReadonlySet<string>,
  acts: ReadonlySet<string>,
  rules: ReadonlySet<string>,
  need: Need,
): void {
  need(substances, rule.parent, file, 'parent', 'substance')
  rule.periods.forEach((p, k) => need(acts, p.instrument, file, `periods[${k}].instrument`, 'instrument'))
  rule.leaves_out.forEach((out, k) => {
    if (out.what === 'substances')
      out.substances.forEach((s) => need(substances, s, file, `leaves_out[${k}].substances`, 'substance'))
    if (out.what === 'class') out.rules.forEach((r) => need(rules, r, file, `leaves_out[${k}].rules`, 'rule'))
  })
  rule.readings.forEach((r, k) =>
    r.substances?.forEach((s) => need(substances, s, file, `readings[${k}].substances`, 'substance')),
  )
  rule.names?.forEach((n, k) => need(substances, n.substance, file, `names[${k}].substance`, 'substance'))
}

function ofExamples(
  rule: Rule,
  examples: RuleExamples | undefined,
  file: string,
  substances: ReadonlySet<string>,
  need: Need,
): void {
  const clauses = new Set([...rule.clauses.map((c) => c.id), specialClauses.named, specialClauses.reference])
  const readings = new Set([...rule.readings.map((r) => r.id), specialClauses.openWords])
  for (const side of ['fits', 'misses', 'unsettled'] as const)
    examples?.[side].forEach((e, i) => need(substances, e.substance, file, `examples.${side}[${i}]`, 'substance'))
  examples?.fits.forEach((e, i) => e.by.forEach((c) => need(clauses, c, file, `examples.fits[${i}].by`, 'clause')))
  examples?.misses.forEach((e, i) => need(clauses, e.near, file, `examples.misses[${i}].near`, 'clause'))
  examples?.unsettled.forEach((e, i) => need(readings, e.reading, file, `examples.unsettled[${i}].reading`, 'reading'))
}

/** A property that the records must have as a whole. `run` returns every violation. */
export interface Check {
  readonly id: string
  /** What is true if the check passes. */
  readonly reads: string
  readonly run: (records: Records) => RecordProblem[]
}

/** The file a record was read from; its key if it did not come from a file. */
export function fileOf(records: Records, key: string): string {
  return records.files.get(key) ?? key
}
