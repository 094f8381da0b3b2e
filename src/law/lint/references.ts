import type { RecordProblem } from '../records/bad-record.js'
import type { Records } from '../records/records.js'
import { specialClauses } from '../schema/special-clauses.js'
import { fileOf, type Check } from './record-check.js'

export const referencesResolve: Check = {
  id: 'references',
  reads: 'every substance, instrument, clause and reading that a record names exists',
  run: references,
}

function references(records: Records): RecordProblem[] {
  const substances = new Set(records.substances.map((s) => s.id))
  const problems: RecordProblem[] = []
  const need = (known: ReadonlySet<string>, id: string | undefined, file: string, field: string, what: string) => {
    if (id !== undefined && !known.has(id))
      problems.push({ file, field, found: id, expected: `the id of a ${what} record` })
  }
  records.medicines.forEach((m, i) => need(substances, m.substance, 'medicines.json', `[${i}].substance`, 'substance'))
  for (const j of records.jurisdictions) {
    const acts = new Set(j.instruments.map((i) => i.id))
    const own = fileOf(records, `jurisdiction:${j.jurisdiction.code}`)
    j.jurisdiction.exceptions.forEach((e, i) =>
      need(substances, e.substance, own, `exceptions[${i}].substance`, 'substance'),
    )
    const codes = new Set(records.jurisdictions.map((other) => other.jurisdiction.code))
    j.jurisdiction.gaps.forEach((g, i) =>
      g.reaches_controlled_in?.forEach((code) =>
        need(codes, code, own, `gaps[${i}].reaches_controlled_in`, 'jurisdiction'),
      ),
    )
    for (const list of j.lists) {
      const file = fileOf(records, `list:${list.id}`)
      list.entries.forEach((entry, i) => {
        need(substances, entry.substance, file, `entries[${i}].substance`, 'substance')
        entry.questions?.forEach((q, k) =>
          q.substances.forEach((s) =>
            need(substances, s, file, `entries[${i}].questions[${k}].substances`, 'substance'),
          ),
        )
        entry.periods.forEach((p, k) =>
          need(acts, p.instrument, file, `entries[${i}].periods[${k}].instrument`, 'instrument'),
        )
      })
    }
    const rules = new Set(j.rules.map((r) => r.id))
    for (const id of j.examples.keys()) need(rules, id, fileOf(records, `rule:${id}`), 'examples', 'rule')
    for (const rule of j.rules) {
      const file = fileOf(records, `rule:${rule.id}`)
      need(substances, rule.parent, file, 'parent', 'substance')
      rule.periods.forEach((p, k) => need(acts, p.instrument, file, `periods[${k}].instrument`, 'instrument'))
      const rules = new Set(j.rules.map((r) => r.id))
      rule.leaves_out.forEach((out, k) => {
        if (out.what === 'substances')
          out.substances.forEach((s) => need(substances, s, file, `leaves_out[${k}].substances`, 'substance'))
        if (out.what === 'class') out.rules.forEach((r) => need(rules, r, file, `leaves_out[${k}].rules`, 'rule'))
      })
      rule.readings.forEach((r, k) =>
        r.substances?.forEach((s) => need(substances, s, file, `readings[${k}].substances`, 'substance')),
      )
      const examples = j.examples.get(rule.id)
      const clauses = new Set([...rule.clauses.map((c) => c.id), specialClauses.named, specialClauses.reference])
      const readings = new Set([...rule.readings.map((r) => r.id), specialClauses.openWords])
      rule.names?.forEach((n, k) => need(substances, n.substance, file, `names[${k}].substance`, 'substance'))
      for (const side of ['fits', 'misses', 'unsettled'] as const)
        examples?.[side].forEach((e, i) => need(substances, e.substance, file, `examples.${side}[${i}]`, 'substance'))
      examples?.fits.forEach((e, i) => e.by.forEach((c) => need(clauses, c, file, `examples.fits[${i}].by`, 'clause')))
      examples?.misses.forEach((e, i) => need(clauses, e.near, file, `examples.misses[${i}].near`, 'clause'))
      examples?.unsettled.forEach((e, i) =>
        need(readings, e.reading, file, `examples.unsettled[${i}].reading`, 'reading'),
      )
    }
  }
  return problems
}
