import type { RecordProblem } from '../records/bad-record.js'
import type { Instrument } from '../schema/instrument.js'
import type { Period } from '../schema/period.js'
import type { Records } from '../records/records.js'
import { fileOf, type Check } from './record-check.js'

export const periodsNameTheirAct: Check = {
  id: 'instruments',
  reads:
    "instrument ids are not used twice; a period that starts since the jurisdiction's " +
    '`instruments_from`, or cites a recorded act, points to it; a period of one act does not start ' +
    'before it takes effect',
  run: unnamed,
}

function unnamed(records: Records): RecordProblem[] {
  const problems: RecordProblem[] = []
  for (const j of records.jurisdictions) {
    const acts = fileOf(records, `instruments:${j.jurisdiction.code}`)
    const byId = new Map<string, Instrument>()
    j.instruments.forEach((act, i) => {
      if (byId.has(act.id))
        problems.push({ file: acts, field: `[${i}].id`, found: act.id, expected: 'an id of its own' })
      byId.set(act.id, act)
    })
    const since = j.jurisdiction.instruments_from ?? null
    const look = (p: Period, file: string, field: string) => {
      if (p.instrument === undefined) {
        const cited = j.instruments.find(
          (act) => act.effective === p.from && p.from !== null && cites(p.cite, act.cite),
        )
        if (cited)
          problems.push({
            file,
            field: `${field}.instrument`,
            found: 'nothing',
            expected: `${cited.id}, the act it cites`,
          })
        else if (since !== null && p.from !== null && p.from >= since)
          problems.push({
            file,
            field: `${field}.instrument`,
            found: 'nothing',
            expected: `an instrument, as for every period since ${since}`,
          })
        return
      }
      const act = byId.get(p.instrument)
      if (
        act?.effective &&
        !act.unconfirmed?.includes('effective') &&
        p.from !== null &&
        p.from < act.effective &&
        !p.unconfirmed?.includes('from') &&
        p.note === undefined
      )
        problems.push({
          file,
          field: `${field}.from`,
          found: p.from,
          expected: `a day not before ${act.effective}, when ${act.id} takes effect; or a note`,
        })
    }
    for (const list of j.lists)
      list.entries.forEach((e, i) =>
        e.periods.forEach((p, k) => look(p, fileOf(records, `list:${list.id}`), `entries[${i}].periods[${k}]`)),
      )
    for (const rule of j.rules)
      rule.periods.forEach(
        (p, k) => p.status === 'in force' && look(p, fileOf(records, `rule:${rule.id}`), `periods[${k}]`),
      )
  }
  return problems
}

/** Whether `cite` contains the other citation as a whole: "82 FR 3" is not in "82 FR 32457". */
function cites(cite: string, other: string): boolean {
  const at = cite.indexOf(other)
  return at >= 0 && !/[\p{L}\d]/u.test(cite[at + other.length] ?? ' ') && !/[\p{L}\d]/u.test(cite[at - 1] ?? ' ')
}
