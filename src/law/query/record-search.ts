import { codesOfEntry } from './official-code.js'
import type { Records } from '../records/records.js'

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
  const look = (
    kind: Hit['kind'],
    id: string,
    name: string,
    fields: readonly (readonly [string, string | null | undefined])[],
  ) => {
    for (const [field, value] of fields) {
      const rank = value ? rankOf(plain(value), wanted) : null
      const known = best.get(`${kind} ${id}`)
      if (rank !== null && (!known || rank < known.rank))
        best.set(`${kind} ${id}`, { kind, id, name, field, text: value!, rank })
    }
  }
  for (const s of records.substances) {
    look('substance', s.id, s.name, [
      ['id', s.id],
      ['name', s.name],
      ...(s.aliases ?? []).map((a) => ['alias', a] as const),
      ...(s.also_called ?? []).map(({ name }) => ['everyday name', name] as const),
      ...(s.names_zh ?? []).map((n) => ['Chinese name', n] as const),
      ...(s.cas ?? []).map((c) => ['CAS', c] as const),
      ['InChIKey', s.inchikey],
      ['formula', s.formula],
      ['chemical name', s.chemical_name],
    ])
  }
  const names = new Map(records.substances.map((s) => [s.id, s.name]))
  for (const { jurisdiction, instruments, lists, rules } of records.jurisdictions) {
    look('jurisdiction', jurisdiction.code, jurisdiction.name, [
      ['code', jurisdiction.code],
      ['name', jurisdiction.name],
      ['authority', jurisdiction.authority],
    ])
    for (const act of instruments)
      look('instrument', act.id, act.title, [
        ['id', act.id],
        ['citation', act.cite],
        ['title', act.title],
      ])
    for (const rule of rules)
      look('rule', rule.id, rule.title, [
        ['id', rule.id],
        ['title', rule.title],
        ['code', rule.code],
        ...rule.periods.map((p) => ['citation', p.cite] as const),
      ])
    for (const list of lists) {
      look('list', list.id, list.name, [
        ['id', list.id],
        ['short name', list.short],
        ['name', list.name],
        ...list.scope.map((s) => ['citation', s.cite] as const),
      ])
      for (const entry of list.entries) {
        const cites = entry.periods.map((p) => ['citation', p.cite] as const)
        look('substance', entry.substance, names.get(entry.substance) ?? entry.name_in_law, [
          ['name in law', entry.name_in_law],
          ...codesOfEntry(entry).map((code) => ['code', code] as const),
          ...cites,
        ])
      }
    }
  }
  for (const term of records.terms)
    look('term', term.id, term.reads, [
      ['id', term.id],
      ['words', term.reads],
    ])
  return [...best.values()].sort((a, b) => a.rank - b.rank || a.name.length - b.name.length || (a.id < b.id ? -1 : 1))
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
