import type { RecordProblem } from '../records/bad-record.js'
import type { Records } from '../records/records.js'
import type { Rule } from '../schema/rule.js'
import type { Further, Item, Shape } from '../schema/term.js'
import { fileOf, type Check } from './references.js'

export const rulePartsFit: Check = {
  id: 'rule-parts',
  reads: 'sites, terms, readings and map numbers that a rule uses exist, and no scaffold has a map number twice',
  run: (records) => records.jurisdictions.flatMap((j) => j.rules.flatMap((r) => ruleParts(r, records))),
}

/** Map numbers that name atoms, in order. */
function mapNumbers(smarts: string): number[] {
  return [...smarts.matchAll(/:(\d+)\]/g)].map((m) => Number(m[1]))
}

function repeated(numbers: readonly number[]): number[] {
  return [...new Set(numbers.filter((n, i) => numbers.indexOf(n) !== i))]
}

function ruleParts(rule: Rule, records: Records): RecordProblem[] {
  const file = fileOf(records, `rule:${rule.id}`)
  const terms = new Map([...records.terms, ...(rule.terms ?? [])].map((t) => [t.id, t]))
  const readings = new Set(rule.readings.map((r) => r.id))
  const sites = new Set(rule.sites.map((s) => s.id))
  const met = new Set<string>()
  const problems: RecordProblem[] = []
  const add = (field: string, found: string, expected: string) => problems.push({ file, field, found, expected })
  const names = rule.scaffolds.map((s) => new Set(mapNumbers(s.smarts)))
  rule.scaffolds.forEach((scaffold, i) => {
    const twice = repeated(mapNumbers(scaffold.smarts))
    if (twice.length > 0)
      add(`scaffolds[${i}].smarts`, `map number ${twice.join(', ')} more than once`, 'each map number on one atom')
    if (scaffold.reading !== undefined && !readings.has(scaffold.reading))
      add(`scaffolds[${i}].reading`, scaffold.reading, 'the id of a reading of this rule')
    for (const other of scaffold.meets ?? [])
      if (!rule.clauses.some((c) => c.id === other))
        add(`scaffolds[${i}].meets`, other, 'the id of a clause of this rule')
  })
  rule.sites.forEach((site, i) => {
    const missing = site.on.filter((n) => !names.some((set) => set.has(n)))
    if (missing.length > 0) add(`sites[${i}].on`, String(missing), 'map numbers of a scaffold')
    if (site.parent !== undefined) checkItem(site.parent, `sites[${i}].parent`)
  })
  rule.clauses.forEach((clause, i) => {
    for (const s of clause.sites) if (!sites.has(s)) add(`clauses[${i}].sites`, s, 'the id of a site of this rule')
    clause.with.forEach((item, k) => checkItem(item, `clauses[${i}].with[${k}]`))
    for (const other of clause.needs ?? [])
      if (!rule.clauses.some((c) => c.id === other))
        add(`clauses[${i}].needs`, other, 'the id of a clause of this rule')
    if (clause.between !== undefined && clause.change !== 'bridge')
      add(`clauses[${i}].between`, clause.between, 'a clause whose change is bridge')
  })
  if (rule.reference && !records.jurisdictions.some((j) => j.jurisdiction.code === rule.reference!.jurisdiction))
    add('reference.jurisdiction', rule.reference.jurisdiction, 'the code of a jurisdiction in the records')
  return problems

  function checkItem(item: Item, field: string): void {
    const use = typeof item === 'string' ? { term: item } : item
    const term = terms.get(use.term)
    if (!term) add(field, use.term, 'the id of a term record')
    if ('reading' in use && use.reading !== undefined && !readings.has(use.reading))
      add(`${field}.reading`, use.reading, 'the id of a reading of this rule')
    if ('except' in use) use.except?.forEach((e) => checkItem(e, `${field}.except`))
    if ('further' in use) checkFurther(use.further, field)
    if (!term || met.has(use.term)) return
    // A term may refer to itself further out.
    met.add(use.term)
    term.is.forEach((shape: Shape) => checkFurther(shape.further, `term ${use.term}`))
  }

  function checkFurther(further: Further | undefined, field: string): void {
    if (Array.isArray(further)) further.forEach((item, k) => checkItem(item, `${field}.further[${k}]`))
  }
}
