import type { RecordProblem } from '../records/bad-record.js'
import type { Instrument, Period, List } from '../schema/list.js'
import type { Records } from '../records/records.js'
import { fileOf, type Check } from './references.js'

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

export const lawTermsFit: Check = {
  id: 'law-terms',
  reads: 'a term of one law is used by a rule of that law, and has another id than the terms of all laws',
  run: unfit,
}

/** One id with two meanings would change the rules of a law that use the shared term. */
function unfit(records: Records): RecordProblem[] {
  const shared = new Set(records.terms.map((t) => t.id))
  return records.jurisdictions.flatMap(({ jurisdiction, rules, terms = [] }) =>
    terms.flatMap((term): RecordProblem[] => {
      const file = fileOf(records, `term:${jurisdiction.code}:${term.id}`)
      if (shared.has(term.id))
        return [{ file, field: 'id', found: term.id, expected: `an id of its own; terms/${term.id}.json has this one` }]
      if (rules.some((rule) => rule.terms?.includes(term))) return []
      return [
        { file, field: 'id', found: 'no rule that uses it', expected: `a rule of ${jurisdiction.code} that does` },
      ]
    }),
  )
}

export const oneRecordEach: Check = { id: 'one-record-each', reads: 'no two substances share an InChIKey', run: unique }

/** Two records of one substance would give it two histories. */
function unique(records: Records): RecordProblem[] {
  const problems: RecordProblem[] = []
  const seen = new Map<string, string>()
  for (const s of records.substances) {
    if (s.inchikey === undefined) continue
    // A racemate is drawn as one of its enantiomers, which may have a record of its own.
    const key = `${s.inchikey} ${s.racemic ?? ''}`
    const other = seen.get(key)
    if (other)
      problems.push({
        file: fileOf(records, `substance:${s.id}`),
        field: 'inchikey',
        found: s.inchikey,
        expected: `another InChIKey than that of ${other}`,
      })
    seen.set(key, s.id)
  }
  return problems
}

export const periodsDoNotOverlap: Check = {
  id: 'overlaps',
  reads: 'the periods of one entry, and the scope sentences of one list, are in order and do not overlap',
  run: (records) =>
    records.jurisdictions.flatMap((j) => j.lists.flatMap((l) => overlaps(l, fileOf(records, `list:${l.id}`)))),
}

function overlaps(list: List, file: string): RecordProblem[] {
  const days = (p: Pick<Period, 'from' | 'until'>) => [p.from ?? '0000-00-00', p.until ?? '9999-99-99'] as const
  const problems: RecordProblem[] = []
  const check = (spans: readonly Pick<Period, 'from' | 'until'>[], field: string) => {
    for (let i = 1; i < spans.length; i++) {
      const [, before] = days(spans[i - 1]!)
      const [start] = days(spans[i]!)
      if (start < before)
        problems.push({
          file,
          field: `${field}[${i}].from`,
          found: start,
          expected: `a day not before ${before}, when the period before it ends`,
        })
    }
  }
  list.entries.forEach((entry, i) => check(entry.periods, `entries[${i}].periods`))
  check(list.scope, 'scope')
  return problems
}

export const idsAreFileNames: Check = {
  id: 'file-names',
  reads: 'the id of a record is the name of its file',
  run: fileNames,
}

function fileNames(records: Records): RecordProblem[] {
  return (
    [...records.files]
      // A file of several versions has an id of its own; the ids of the versions are checked elsewhere.
      .filter(([key, file]) => /^(substance|term|list|rule|versions):/.test(key) && !records.places?.has(file))
      .map(([key, file]) => ({
        id: key.slice(key.lastIndexOf(':') + 1),
        stem: file.replace(/^.*\//, '').replace(/(?:\.versions)?\.json$/, ''),
        file,
      }))
      .filter(({ id, stem }) => id !== stem)
      .map(({ id, stem, file }) => ({ file, field: 'id', found: id, expected: `the file name, ${stem}` }))
  )
}
