import { fileOf } from '../records/records.js'
import type { Instrument, Period } from '../schema/list.js'
import { check, endOf, periodsIn, startOf, type Flaw, type Law, type Span } from '../records/check.js'

export const periodsNameTheirAct = check(
  'instruments',
  "instrument ids are not used twice; a period that starts since the jurisdiction's " +
    '`instruments_from`, or cites a recorded act, points to it; a period of one act does not start ' +
    'before it takes effect',
  {
    *instruments({ instruments }) {
      const ids = instruments.map(({ id }) => id)
      for (const [i, id] of ids.entries()) if (ids.indexOf(id) < i) yield [`[${i}].id`, id, 'an id of its own']
    },
    *list(list, law) {
      for (const { period, field } of periodsIn(list)) yield* unnamed(period, field, law)
    },
    *rule({ periods }, law) {
      for (const [k, period] of periods.entries())
        if (period.status === 'in force') yield* unnamed(period, `periods[${k}]`, law)
    },
  },
)

function* unnamed(period: Period, field: string, { instruments, jurisdiction }: Law): Generator<Flaw> {
  const { from, cite, instrument, unconfirmed, note } = period
  if (from === null) return
  if (instrument === undefined) {
    const cited = instruments.find((act) => act.effective === from && cites(cite, act.cite))
    const since = jurisdiction.instruments_from ?? null
    if (cited) yield [`${field}.instrument`, 'nothing', `${cited.id}, the act it cites`]
    else if (since !== null && from >= since)
      yield [`${field}.instrument`, 'nothing', `an instrument, as for every period since ${since}`]
    return
  }
  const act = instruments.findLast(({ id }) => id === instrument)
  if (!act?.effective || isDoubtful(act) || from >= act.effective || note !== undefined) return
  if (!unconfirmed?.includes('from'))
    yield [`${field}.from`, from, `a day not before ${act.effective}, when ${act.id} takes effect; or a note`]
}

function isDoubtful({ unconfirmed }: Instrument): boolean {
  return unconfirmed?.includes('effective') ?? false
}

/** Whether `cite` contains the other citation as a whole: "82 FR 3" is not in "82 FR 32457". */
function cites(cite: string, other: string): boolean {
  const at = cite.indexOf(other)
  return at >= 0 && !/[\p{L}\d]/u.test(cite[at + other.length] ?? ' ') && !/[\p{L}\d]/u.test(cite[at - 1] ?? ' ')
}

/** One id with two meanings would change the rules of a law that use the shared term. */
export const lawTermsFit = check(
  'law-terms',
  'a term of one law is used by a rule of that law, and has another id than the terms of all laws',
  {
    *lawTerm(term, { jurisdiction, rules }, { terms }) {
      const { id } = term
      if (terms.some((t) => t.id === id)) yield ['id', id, `an id of its own; terms/${id}.json has this one`]
      else if (!rules.some((rule) => rule.terms?.includes(term)))
        yield ['id', 'no rule that uses it', `a rule of ${jurisdiction.code} that does`]
    },
  },
)

/** Two records of one substance would give it two histories. */
export const oneRecordEach = check('one-record-each', 'no two substances share an InChIKey', {
  *records(records) {
    const seen = new Map<string, string>()
    for (const { id, inchikey, racemic } of records.substances) {
      if (inchikey === undefined) continue
      // A racemate is drawn as one of its enantiomers, which may have a record of its own.
      const key = `${inchikey} ${racemic ?? ''}`
      const expected = `another InChIKey than that of ${seen.get(key)}`
      if (seen.has(key))
        yield { file: fileOf(records, `substance:${id}`), field: 'inchikey', found: inchikey, expected }
      seen.set(key, id)
    }
  },
})

export const periodsDoNotOverlap = check(
  'overlaps',
  'the periods of one entry, and the scope sentences of one list, are in order and do not overlap',
  {
    *list({ entries, scope }) {
      for (const [i, { periods }] of entries.entries()) yield* overlaps(periods, `entries[${i}].periods`)
      yield* overlaps(scope, 'scope')
    },
  },
)

function* overlaps(spans: readonly Span[], field: string): Generator<Flaw> {
  for (let i = 1; i < spans.length; i++) {
    const [start, before] = [startOf(spans[i]!), endOf(spans[i - 1]!)]
    const expected = `a day not before ${before}, when the period before it ends`
    if (start < before) yield [`${field}[${i}].from`, start, expected]
  }
}

export const idsAreFileNames = check('file-names', 'the id of a record is the name of its file', {
  *records({ files, places }) {
    for (const [key, file] of files) {
      // A file of several versions has an id of its own; the ids of the versions are checked elsewhere.
      if (!/^(substance|term|list|rule|versions):/.test(key) || places?.has(file)) continue
      const id = key.slice(key.lastIndexOf(':') + 1)
      const stem = file.replace(/^.*\//, '').replace(/(?:\.(?:versions|based))?\.json$/, '')
      if (id !== stem) yield { file, field: 'id', found: id, expected: `the file name, ${stem}` }
    }
  },
})
