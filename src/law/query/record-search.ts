import type { Day } from '../schema/fields.js'
import type { Records } from '../records/records.js'
import type { Entry } from '../schema/list.js'
import type { Rule } from '../schema/rule.js'
import type { Substance } from '../schema/substance.js'

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
    for (const [field, given] of Object.entries(fields))
      for (const value of [given ?? []].flat()) {
        const rank = rankOf(plain(value), wanted)
        const known = best.get(`${kind} ${id}`)
        if (rank !== null && (!known || rank < known.rank))
          best.set(`${kind} ${id}`, { kind, id, name, field, text: value, rank })
      }
  return [...best.values()].sort((a, b) => a.rank - b.rank || a.name.length - b.name.length || (a.id < b.id ? -1 : 1))
}

/** A record with the fields that are searched. */
interface Searchable extends Pick<Hit, 'kind' | 'id' | 'name'> {
  readonly fields: Readonly<Record<string, string | readonly string[] | null | undefined>>
}

/** Every record; a substance again for each of its entries. Of equally good hits on one record, the first counts. */
function* searchable(records: Records): Generator<Searchable> {
  for (const substance of records.substances) yield ofSubstance(substance)
  const names = new Map(records.substances.map((s) => [s.id, s.name]))
  for (const { jurisdiction, instruments, lists, rules } of records.jurisdictions) {
    const { code, name, authority } = jurisdiction
    yield { kind: 'jurisdiction', id: code, name, fields: { code, name, authority } }
    for (const { id, title, cite } of instruments)
      yield { kind: 'instrument', id, name: title, fields: { id, citation: cite, title } }
    for (const { id, title, code, periods } of rules)
      yield { kind: 'rule', id, name: title, fields: { id, title, code, citation: citesOf(periods) } }
    for (const { id, name, short, scope, entries } of lists) {
      yield { kind: 'list', id, name, fields: { id, 'short name': short, name, citation: citesOf(scope) } }
      // An entry is found as its substance.
      for (const entry of entries) {
        const { substance: of, name_in_law: printed, periods } = entry
        const fields = { 'name in law': printed, code: codesOfEntry(entry), citation: citesOf(periods) }
        yield { kind: 'substance', id: of, name: names.get(of) ?? printed, fields }
      }
    }
  }
  for (const { id, reads } of records.terms) yield { kind: 'term', id, name: reads, fields: { id, words: reads } }
}

function ofSubstance({ id, name, ...own }: Substance): Searchable {
  const fields = {
    id,
    name,
    alias: own.aliases,
    'everyday name': own.also_called?.map((called) => called.name),
    'Chinese name': own.names_zh,
    CAS: own.cas,
    'CAS of a salt': Object.keys(own.salts ?? {}),
    InChIKey: own.inchikey,
    formula: own.formula,
    'chemical name': own.chemical_name,
  }
  return { kind: 'substance', id, name, fields }
}

const citesOf = (all: readonly { readonly cite: string }[]) => all.map(({ cite }) => cite)

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
 * A name in the form used for comparison: ignores case, width, Greek letters, typographic dashes, repeated spaces and
 * invisible characters at the end.
 */
export function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[αβγδΔω′’]/g, (c) => greek[c] ?? c)
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .toLowerCase()
    .replace(/[\s\u200b-\u200f\u2060]+$/, '')
    .replace(/\s+/g, ' ')
    .trim()
}

export function codeOfEntry(
  { code, former_codes: former }: Pick<Entry, 'code' | 'former_codes'>,
  asOf: Day,
): string | null {
  return former?.find(({ until }) => asOf < until)?.code ?? code ?? null
}

export function codesOfEntry({ code, former_codes: former }: Pick<Entry, 'code' | 'former_codes'>): string[] {
  return [...(former ?? []).map((f) => f.code), ...(code === undefined ? [] : [code])]
}

export function codeOfRule({ code, code_from: from }: Pick<Rule, 'code' | 'code_from'>, asOf: Day): string | null {
  return from !== undefined && asOf < from ? null : (code ?? null)
}
