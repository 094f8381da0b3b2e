import type { Records } from '../records/records.js'
import type { Instrument, Entry, List } from '../schema/list.js'
import type { Rule } from '../schema/rule.js'
import type { Substance } from '../schema/substance.js'
import type { Day } from '../schema/day.js'

/** A record that matched a search, and where it matched. */
export interface Hit {
  readonly kind: 'substance' | 'list' | 'rule' | 'instrument' | 'jurisdiction' | 'term'
  readonly id: string
  readonly name: string
  /** Field that matched: name, alias, CAS ... */
  readonly field: string
  readonly text: string
  /** 0 the whole field, 1 its beginning, 2 a word in it, 3 anywhere. */
  readonly rank: number
}

/**
 * Finds records by name, alias, Chinese name, systematic name, formula, InChIKey, CAS number, code,
 * or citation. Case, Greek letters and typographic dashes do not matter. Best hits first.
 */
export function search(records: Records, text: string): Hit[] {
  const wanted = plain(text)
  if (wanted === '') return []
  const best = new Map<string, Hit>()
  for (const { kind, id, name, fields } of searchable(records))
    for (const [field, value] of fields) {
      const rank = value ? rankOf(plain(value), wanted) : null
      const known = best.get(`${kind} ${id}`)
      if (rank !== null && (!known || rank < known.rank))
        best.set(`${kind} ${id}`, { kind, id, name, field, text: value!, rank })
    }
  return [...best.values()].sort((a, b) => a.rank - b.rank || a.name.length - b.name.length || (a.id < b.id ? -1 : 1))
}

/** A record with the fields that are searched, each with its name. */
interface Searchable extends Pick<Hit, 'kind' | 'id' | 'name'> {
  readonly fields: readonly (readonly [string, string | null | undefined])[]
}

/** Every record; a substance again for each of its entries. Of equally good hits on one record, the first counts. */
function* searchable(records: Records): Generator<Searchable> {
  for (const substance of records.substances) yield ofSubstance(substance)
  const names = new Map(records.substances.map((s) => [s.id, s.name]))
  for (const { jurisdiction, instruments, lists, rules } of records.jurisdictions) {
    yield {
      kind: 'jurisdiction',
      id: jurisdiction.code,
      name: jurisdiction.name,
      fields: [
        ['code', jurisdiction.code],
        ['name', jurisdiction.name],
        ['authority', jurisdiction.authority],
      ],
    }
    yield* instruments.map(ofInstrument)
    yield* rules.map(ofRule)
    for (const list of lists) {
      yield ofList(list)
      for (const entry of list.entries) yield ofEntry(entry, names)
    }
  }
  for (const { id, reads } of records.terms)
    yield {
      kind: 'term',
      id,
      name: reads,
      fields: [
        ['id', id],
        ['words', reads],
      ],
    }
}

function ofSubstance(s: Substance): Searchable {
  return {
    kind: 'substance',
    id: s.id,
    name: s.name,
    fields: [
      ['id', s.id],
      ['name', s.name],
      ...(s.aliases ?? []).map((a) => ['alias', a] as const),
      ...(s.also_called ?? []).map(({ name }) => ['everyday name', name] as const),
      ...(s.names_zh ?? []).map((n) => ['Chinese name', n] as const),
      ...(s.cas ?? []).map((c) => ['CAS', c] as const),
      ...Object.keys(s.salts ?? {}).map((c) => ['CAS of a salt', c] as const),
      ['InChIKey', s.inchikey],
      ['formula', s.formula],
      ['chemical name', s.chemical_name],
    ],
  }
}

function ofInstrument({ id, title, cite }: Instrument): Searchable {
  return {
    kind: 'instrument',
    id,
    name: title,
    fields: [
      ['id', id],
      ['citation', cite],
      ['title', title],
    ],
  }
}

function ofRule({ id, title, code, periods }: Rule): Searchable {
  return {
    kind: 'rule',
    id,
    name: title,
    fields: [['id', id], ['title', title], ['code', code], ...periods.map((p) => ['citation', p.cite] as const)],
  }
}

function ofList({ id, name, short, scope }: List): Searchable {
  return {
    kind: 'list',
    id,
    name,
    fields: [['id', id], ['short name', short], ['name', name], ...scope.map((s) => ['citation', s.cite] as const)],
  }
}

/** An entry is found as its substance. */
function ofEntry(entry: Entry, names: ReadonlyMap<string, string>): Searchable {
  return {
    kind: 'substance',
    id: entry.substance,
    name: names.get(entry.substance) ?? entry.name_in_law,
    fields: [
      ['name in law', entry.name_in_law],
      ...codesOfEntry(entry).map((code) => ['code', code] as const),
      ...entry.periods.map((p) => ['citation', p.cite] as const),
    ],
  }
}

function rankOf(value: string, wanted: string): number | null {
  const at = value.indexOf(wanted)
  if (at < 0) return null
  if (value === wanted) return 0
  if (at === 0) return 1
  return /[\p{L}\d]/u.test(value[at - 1]!) && !/[\u4e00-\u9fff]/.test(wanted) ? 3 : 2
}

const greek: Readonly<Record<string, string>> = {
  α: 'alpha',
  β: 'beta',
  γ: 'gamma',
  δ: 'delta',
  Δ: 'delta',
  ω: 'omega',
  '′': "'",
  '’': "'",
}

/**
 * A name in the form used for comparison: ignores case, width, Greek letters, typographic dashes and repeated spaces.
 */
export function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[αβγδΔω′’]/g, (c) => greek[c] ?? c)
    .replace(/[\u2010-\u2015]/g, '-')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim()
}

/** The official code of an entry on a day. */
export function codeOfEntry(
  { code, former_codes: former }: Pick<Entry, 'code' | 'former_codes'>,
  asOf: Day,
): string | null {
  return former?.find(({ until }) => asOf < until)?.code ?? code ?? null
}

/** Every code that an entry has had. */
export function codesOfEntry({ code, former_codes: former }: Pick<Entry, 'code' | 'former_codes'>): string[] {
  return [...(former ?? []).map((f) => f.code), ...(code === undefined ? [] : [code])]
}

/** The official code of a class on a day. */
export function codeOfRule({ code, code_from: from }: Pick<Rule, 'code' | 'code_from'>, asOf: Day): string | null {
  return from !== undefined && asOf < from ? null : (code ?? null)
}
