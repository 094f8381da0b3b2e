import type { List } from '../schema/list.js'
import type { Records } from './records.js'

/**
 * What a folder of records took away from those it was added to: records that others replaced, entries that a list
 * lost, and counter-ions and medicines, of which new ones take something away as well.
 */
export function replacedIn(base: Records, now: Records): string[] {
  const laws = base.jurisdictions.map((law) => {
    const own = now.jurisdictions.find((j) => j.jurisdiction.code === law.jurisdiction.code)!
    return [
      ...changed('law', [law.jurisdiction], [own.jurisdiction], ({ code }) => code),
      ...changed('instrument', law.instruments, own.instruments, ({ id }) => id),
      ...changed('list', law.lists, own.lists, ({ id }) => id, entriesLost),
      ...changed('rule', law.rules, own.rules, ({ id }) => id),
    ]
  })
  return [
    ...changed('substance', base.substances, now.substances, ({ id }) => id),
    ...changed('term', base.terms, now.terms, ({ id }) => id),
    ...changed('counter-ion', now.counterIons, base.counterIons, ({ name }) => name),
    ...changed('medicine', now.medicines, base.medicines, ({ substance }) => substance),
    ...laws.flat(),
  ]
}

function changed<T>(
  kind: string,
  before: readonly T[],
  after: readonly T[],
  idOf: (record: T) => string,
  lost: (old: T, now: T | undefined) => readonly string[] = () => [],
): string[] {
  const own = new Map(after.map((record) => [idOf(record), record]))
  return before.flatMap((old) => {
    const now = own.get(idOf(old))
    if (old === now || JSON.stringify(old) === JSON.stringify(now)) return []
    return [`${kind} ${idOf(old)}`, ...lost(old, now)]
  })
}

function entriesLost({ id, entries }: List, now: List | undefined): string[] {
  const names = ({ substance, name_in_law: name }: List['entries'][number]) => substance ?? name ?? ''
  const kept = new Set(now?.entries.map(names))
  return entries.map(names).flatMap((name) => (kept.has(name) ? [] : [`entry ${name} of ${id}`]))
}
