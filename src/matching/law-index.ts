import { readIdentity, type Identity } from '../chem/index.js'
import type { CompiledSubstance, Edition, Entry, List, Term } from '../law/index.js'

export interface KnownSubstance {
  readonly record: CompiledSubstance
  readonly identity: Identity
  readonly salt: boolean
}

export interface Listing {
  readonly list: List
  readonly entry: Entry
}

/** An edition made quick to ask; built once. */
export interface LawIndex {
  readonly edition: Edition
  readonly terms: ReadonlyMap<string, Term>
  /** Substances by skeleton key. */
  readonly bySkeleton: ReadonlyMap<string, readonly KnownSubstance[]>
  /** Listings of a substance in a jurisdiction, key `CN fentanyl`. */
  readonly listings: ReadonlyMap<string, readonly Listing[]>
  readonly counterIonSkeletons: ReadonlySet<string>
  readonly counterIonFlats: ReadonlySet<string>
}

export function indexLaw(edition: Edition): LawIndex {
  const bySkeleton = new Map<string, KnownSubstance[]>()
  for (const record of edition.substances) {
    if (!record.key) continue
    const identity = readIdentity(record.key.inchi)
    if (!identity) continue
    push(bySkeleton, record.key.skeleton, { record, identity, salt: record.key.salt })
  }
  const listings = new Map<string, Listing[]>()
  for (const { jurisdiction, lists } of edition.jurisdictions) {
    for (const list of lists) for (const entry of list.entries) push(listings, `${jurisdiction.code} ${entry.substance}`, { list, entry })
  }
  return {
    edition,
    terms: new Map(edition.terms.map((t) => [t.id, t])),
    bySkeleton,
    listings,
    counterIonSkeletons: new Set(edition.counterIons.map((i) => i.skeleton)),
    counterIonFlats: new Set(edition.counterIons.map((i) => i.flat)),
  }
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const known = map.get(key)
  if (known) known.push(value)
  else map.set(key, [value])
}
