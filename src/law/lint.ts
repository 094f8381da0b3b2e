import { BadRecord, type RecordProblem } from './bad-record.js'
import type { List } from './list.js'
import type { Records } from './records.js'
import type { Period } from './period.js'
import { specialClauses, type Rule } from './rule.js'
import type { Further, Item, Shape } from './term.js'

/**
 * Checks that need more than one record: references resolve, periods of one entry do not
 * overlap, ids match file names, scope sentences cover the days of their list.
 * @throws {BadRecord} with every problem found
 */
export function lintRecords(records: Records): void {
  const problems: RecordProblem[] = [
    ...fileNames(records),
    ...unique(records),
    ...references(records),
    ...records.jurisdictions.flatMap((j) => j.lists.flatMap((l) => overlaps(l, fileOf(records, `list:${l.id}`)))),
    ...records.jurisdictions.flatMap((j) => j.rules.flatMap((r) => ruleParts(r, records))),
  ]
  if (problems.length > 0) throw new BadRecord(problems)
}

function fileOf(records: Records, key: string): string {
  return records.files.get(key) ?? key
}

function fileNames(records: Records): RecordProblem[] {
  return [...records.files]
    .filter(([key]) => /^(substance|term|list|rule):/.test(key))
    .map(([key, file]) => ({ id: key.slice(key.indexOf(':') + 1), stem: file.replace(/^.*\//, '').replace(/\.json$/, ''), file }))
    .filter(({ id, stem }) => id !== stem)
    .map(({ id, stem, file }) => ({ file, field: 'id', found: id, expected: `the file name, ${stem}` }))
}

/** Two records for one substance would give it two histories. */
function unique(records: Records): RecordProblem[] {
  const problems: RecordProblem[] = []
  const seen = new Map<string, string>()
  for (const s of records.substances) {
    if (s.inchikey === undefined) continue
    const other = seen.get(s.inchikey)
    if (other) problems.push({ file: fileOf(records, `substance:${s.id}`), field: 'inchikey', found: s.inchikey, expected: `another InChIKey than that of ${other}` })
    seen.set(s.inchikey, s.id)
  }
  return problems
}

function references(records: Records): RecordProblem[] {
  const substances = new Set(records.substances.map((s) => s.id))
  const problems: RecordProblem[] = []
  const need = (known: ReadonlySet<string>, id: string | undefined, file: string, field: string, what: string) => {
    if (id !== undefined && !known.has(id)) problems.push({ file, field, found: id, expected: `the id of a ${what} record` })
  }
  for (const j of records.jurisdictions) {
    const acts = new Set(j.instruments.map((i) => i.id))
    const own = fileOf(records, `jurisdiction:${j.jurisdiction.code}`)
    j.jurisdiction.exceptions.forEach((e, i) => need(substances, e.substance, own, `exceptions[${i}].substance`, 'substance'))
    const codes = new Set(records.jurisdictions.map((other) => other.jurisdiction.code))
    j.jurisdiction.gaps.forEach((g, i) => g.reaches_controlled_in?.forEach((code) => need(codes, code, own, `gaps[${i}].reaches_controlled_in`, 'jurisdiction')))
    for (const list of j.lists) {
      const file = fileOf(records, `list:${list.id}`)
      list.entries.forEach((entry, i) => {
        need(substances, entry.substance, file, `entries[${i}].substance`, 'substance')
        entry.periods.forEach((p, k) => need(acts, p.instrument, file, `entries[${i}].periods[${k}].instrument`, 'instrument'))
      })
    }
    const rules = new Set(j.rules.map((r) => r.id))
    for (const id of j.examples.keys()) need(rules, id, fileOf(records, `rule:${id}`), 'examples', 'rule')
    for (const rule of j.rules) {
      const file = fileOf(records, `rule:${rule.id}`)
      need(substances, rule.parent, file, 'parent', 'substance')
      rule.periods.forEach((p, k) => need(acts, p.instrument, file, `periods[${k}].instrument`, 'instrument'))
      rule.readings.forEach((r, k) => r.substances?.forEach((s) => need(substances, s, file, `readings[${k}].substances`, 'substance')))
      const examples = j.examples.get(rule.id)
      const clauses = new Set([...rule.clauses.map((c) => c.id), specialClauses.named, specialClauses.reference])
      const readings = new Set([...rule.readings.map((r) => r.id), specialClauses.openWords])
      rule.names?.forEach((n, k) => need(substances, n.substance, file, `names[${k}].substance`, 'substance'))
      for (const side of ['fits', 'misses', 'unsettled'] as const) examples?.[side].forEach((e, i) => need(substances, e.substance, file, `examples.${side}[${i}]`, 'substance'))
      examples?.fits.forEach((e, i) => e.by.forEach((c) => need(clauses, c, file, `examples.fits[${i}].by`, 'clause')))
      examples?.misses.forEach((e, i) => need(clauses, e.near, file, `examples.misses[${i}].near`, 'clause'))
      examples?.unsettled.forEach((e, i) => need(readings, e.reading, file, `examples.unsettled[${i}].reading`, 'reading'))
    }
  }
  return problems
}

function overlaps(list: List, file: string): RecordProblem[] {
  const days = (p: Pick<Period, 'from' | 'until'>) => [p.from ?? '0000-00-00', p.until ?? '9999-99-99'] as const
  const problems: RecordProblem[] = []
  const check = (spans: readonly Pick<Period, 'from' | 'until'>[], field: string) => {
    for (let i = 1; i < spans.length; i++) {
      const [, before] = days(spans[i - 1]!)
      const [start] = days(spans[i]!)
      if (start < before) problems.push({ file, field: `${field}[${i}].from`, found: start, expected: `a day not before ${before}, when the period before it ends` })
    }
  }
  list.entries.forEach((entry, i) => check(entry.periods, `entries[${i}].periods`))
  check(list.scope, 'scope')
  return problems
}

function ruleParts(rule: Rule, records: Records): RecordProblem[] {
  const file = fileOf(records, `rule:${rule.id}`)
  const terms = new Map([...records.terms, ...(rule.terms ?? [])].map((t) => [t.id, t]))
  const readings = new Set(rule.readings.map((r) => r.id))
  const sites = new Set(rule.sites.map((s) => s.id))
  const problems: RecordProblem[] = []
  const add = (field: string, found: string, expected: string) => problems.push({ file, field, found, expected })
  const names = rule.scaffolds.map((s) => new Set([...s.smarts.matchAll(/:(\d+)\]/g)].map((m) => Number(m[1]))))
  rule.sites.forEach((site, i) => {
    const missing = site.on.filter((n) => !names.some((set) => set.has(n)))
    if (missing.length > 0) add(`sites[${i}].on`, String(missing), 'map numbers of a scaffold')
    if (site.parent !== undefined) checkItem(site.parent, `sites[${i}].parent`)
  })
  rule.clauses.forEach((clause, i) => {
    for (const s of clause.sites) if (!sites.has(s)) add(`clauses[${i}].sites`, s, 'the id of a site of this rule')
    clause.with.forEach((item, k) => checkItem(item, `clauses[${i}].with[${k}]`))
    for (const other of clause.needs ?? []) if (!rule.clauses.some((c) => c.id === other)) add(`clauses[${i}].needs`, other, 'the id of a clause of this rule')
    if (clause.between !== undefined && clause.change !== 'bridge') add(`clauses[${i}].between`, clause.between, 'a clause whose change is bridge')
  })
  if (rule.reference && !records.jurisdictions.some((j) => j.jurisdiction.code === rule.reference!.jurisdiction)) add('reference.jurisdiction', rule.reference.jurisdiction, 'the code of a jurisdiction in the records')
  return problems

  function checkItem(item: Item, field: string): void {
    const use = typeof item === 'string' ? { term: item } : item
    const term = terms.get(use.term)
    if (!term) add(field, use.term, 'the id of a term record')
    if ('reading' in use && use.reading !== undefined && !readings.has(use.reading)) add(`${field}.reading`, use.reading, 'the id of a reading of this rule')
    if ('except' in use) use.except?.forEach((e) => checkItem(e, `${field}.except`))
    if ('further' in use) checkFurther(use.further, field)
    term?.is.forEach((shape: Shape) => checkFurther(shape.further, `term ${use.term}`))
  }

  function checkFurther(further: Further | undefined, field: string): void {
    if (Array.isArray(further)) further.forEach((item, k) => checkItem(item, `${field}.further[${k}]`))
  }
}
