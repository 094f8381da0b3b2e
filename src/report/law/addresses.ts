import type { LawRecord, Hit, Records } from '../../law/index.js'

/**
 * The address of each record: `us`, `us/list/csa-schedule-1`, `us/instruments`, `substance/fentanyl`, `term/alkyl`. It
 * consists of ids, which are never reused, so it never changes. The address of the contents is empty.
 */
export class Addresses {
  /** Ids that belong to only one record, of any kind. */
  readonly #byId = new Map<string, string>()
  readonly #substances: ReadonlySet<string>

  constructor(records: Records) {
    this.#substances = new Set(records.substances.map(({ id }) => id))
    for (const address of Addresses.all(records)) {
      const [first = '', kind, id = kind] = address.split('/')
      if (kind === 'instruments') this.#byId.set(instrumentsId(first), address)
      else if (id !== undefined) this.#byId.set(id, address)
    }
  }

  /** The address of the record whose id is the text, or stands in brackets at its end; null if there is none. */
  of(text: string, isSubstance = false): string | null {
    const id = /\(([a-z0-9-]+)\)$/.exec(text)?.[1] ?? text
    if (isSubstance) return this.#substances.has(id) ? `substance/${id}` : null
    return this.#byId.get(id) ?? null
  }

  /** All addresses except that of the contents. */
  static *all(records: Records): Generator<string> {
    for (const { id } of records.substances) yield `substance/${id}`
    for (const { id } of records.terms) yield `term/${id}`
    for (const { jurisdiction, lists, rules, instruments, versions = new Map() } of records.jurisdictions) {
      const code = jurisdiction.code.toLowerCase()
      yield code
      yield `${code}/instruments`
      for (const { id } of lists) yield `${code}/list/${id}`
      for (const id of new Set([...versions.keys(), ...rules.map((rule) => rule.id)])) yield `${code}/rule/${id}`
      for (const { id } of instruments) yield `${code}/instrument/${id}`
    }
  }
}

/** The id by which texts refer to the page of all acts of a jurisdiction. */
export function instrumentsId(code: string): string {
  return `${code.toLowerCase()}-instruments`
}

export function addressOfHit({ kind, id }: Pick<Hit, 'kind' | 'id'>, addresses: Addresses): string {
  if (kind === 'substance' || kind === 'term') return `${kind}/${id}`
  return kind === 'jurisdiction' ? id.toLowerCase() : (addresses.of(id) ?? '')
}

/** Whether a record matches an address with this jurisdiction and kind. */
export function isAt(found: LawRecord, code: string, kind: string): boolean {
  return found.kind === kind && 'jurisdiction' in found && found.jurisdiction === code.toUpperCase()
}
