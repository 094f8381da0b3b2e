import type { Edition } from './edition-records.js'

type RecordKind = 'jurisdiction' | 'list' | 'entry' | 'rule' | 'reading' | 'instrument' | 'substance' | 'term'

/** A record that differs between two editions or exists in only one of them. */
export interface EditionChange {
  readonly what: 'added' | 'removed' | 'changed'
  readonly kind: RecordKind
  /** Null if the record belongs to no law. */
  readonly jurisdiction: string | null
  /** For an entry, its list and its substance. */
  readonly id: string
  readonly name: string
}

export type EditionChanges = ReturnType<typeof editionChanges>

type Kept = Omit<EditionChange, 'what'> & { readonly record: unknown }

/** Changes from one edition to the next, record by record, and the laws whose review day changed. */
export function editionChanges(before: Edition, after: Edition) {
  const old = keptIn(before)
  const own = keptIn(after)
  const changes: EditionChange[] = []
  for (const [key, kept] of own) {
    const was = old.get(key)
    if (!was) changes.push(change('added', kept))
    else if (JSON.stringify(was.record) !== JSON.stringify(kept.record)) changes.push(change('changed', kept))
  }
  for (const [key, kept] of old) if (!own.has(key)) changes.push(change('removed', kept))
  return { changes, reviewed: reviewedAnew(before, after) }
}

function change(what: EditionChange['what'], { record: _, ...kept }: Kept): EditionChange {
  return { what, ...kept }
}

function reviewedAnew(before: Edition, after: Edition) {
  const days = (edition: Edition) =>
    new Map(edition.jurisdictions.map(({ jurisdiction: j }) => [j.code, j.verified_through]))
  const [old, own] = [days(before), days(after)]
  return [...new Set([...old.keys(), ...own.keys()])]
    .map((code) => ({ jurisdiction: code, from: old.get(code) ?? null, to: own.get(code) ?? null }))
    .filter(({ from, to }) => from !== to)
}

function keptIn({ substances, terms, jurisdictions }: Edition): ReadonlyMap<string, Kept> {
  const found = new Map<string, Kept>()
  const add = (kept: Kept) => {
    const key = `${kept.kind} ${kept.jurisdiction ?? ''} ${kept.id}`
    let own = key
    // A list may name one substance in several entries.
    for (let n = 2; found.has(own); n++) own = `${key} ${n}`
    found.set(own, kept)
  }
  const names = new Map(substances.map(({ id, name }) => [id, name]))
  for (const s of substances) add({ kind: 'substance', jurisdiction: null, id: s.id, name: s.name, record: s })
  for (const t of terms) add({ kind: 'term', jurisdiction: null, id: t.id, name: t.reads, record: t })
  for (const { jurisdiction: j, instruments, lists, rules, readings = [] } of jurisdictions) {
    const law = { jurisdiction: j.code }
    // The day of the review is compared separately.
    add({ ...law, kind: 'jurisdiction', id: j.code, name: j.name, record: { ...j, verified_through: null } })
    for (const i of instruments) add({ ...law, kind: 'instrument', id: i.id, name: i.title, record: i })
    for (const r of rules) add({ ...law, kind: 'rule', id: r.id, name: r.title, record: r })
    for (const r of readings) add({ ...law, kind: 'reading', id: r.id, name: r.reads, record: r })
    for (const { entries, ...list } of lists) {
      add({ ...law, kind: 'list', id: list.id, name: list.name, record: list })
      for (const e of entries)
        add({
          ...law,
          kind: 'entry',
          id: `${list.id} ${e.substance}`,
          name: names.get(e.substance) ?? e.name_in_law,
          record: e,
        })
    }
  }
  return found
}
