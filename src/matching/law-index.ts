import { readIdentity, type Identity } from '../chem/index.js'
import { piecesOf } from './identity/pieces.js'
import type { CompiledSubstance, Edition, Entry, Extension, List, SubstanceKey, Term } from '../law/index.js'

export interface KnownSubstance {
  readonly record: CompiledSubstance
  readonly identity: Identity
  /** Identity with hydrogens free to move. */
  readonly mobile: Identity
  readonly salt: boolean
  /** True for another drawing than that of the record. */
  readonly otherwise: boolean
}

export interface Listing {
  readonly list: List
  readonly entry: Entry
}

/** An edition made quick to ask; each part is built when it is first asked for, and once. */
export interface LawIndex {
  readonly edition: Edition
  readonly terms: ReadonlyMap<string, Term>
  /** Substances by skeleton key. */
  readonly bySkeleton: ReadonlyMap<string, readonly KnownSubstance[]>
  /** Listings of a substance in a jurisdiction, key `CN fentanyl`. */
  readonly listings: ReadonlyMap<string, readonly Listing[]>
  /** Skeleton keys of substances whose esters or ethers some list reaches, and their heavy-atom counts. */
  readonly parents: ReadonlySet<string>
  readonly parentSizes: ReadonlySet<number>
  /** Substances whose positional isomers some list reaches, by formula of the neutral form. */
  readonly byFormula: ReadonlyMap<string, readonly KnownSubstance[]>
  /** Heavy-atom counts that occur in `byFormula`. */
  readonly isomerSizes: ReadonlySet<number>
  /** Recorded components that InChI takes apart into atoms: of each, how many of each element. */
  readonly takenApart: readonly ReadonlyMap<string, number>[]
  readonly counterIonSkeletons: ReadonlySet<string>
  readonly counterIonFlats: ReadonlySet<string>
}

export function indexLaw(edition: Edition): LawIndex {
  const bySkeleton = new Map<string, KnownSubstance[]>()
  const byFormula = new Map<string, KnownSubstance[]>()
  for (const record of edition.substances) {
    if (!record.key) continue
    const known = new Recorded(record, record.key, record.key.salt)
    push(bySkeleton, record.key.skeleton, known)
    for (const drawing of record.key.alsoDrawn)
      push(bySkeleton, drawing.skeleton, new Recorded(record, drawing, record.key.salt, true))
    if (record.key.groups) push(byFormula, record.key.groups.formula, known)
  }
  const parents = parentsOf(edition)
  let listings: Map<string, Listing[]> | null = null
  return {
    edition,
    terms: new Map(edition.terms.map((t) => [t.id, t])),
    bySkeleton,
    get listings() {
      return (listings ??= listingsOf(edition))
    },
    parents,
    parentSizes: new Set([...parents].map(Number.parseFloat)),
    byFormula,
    takenApart: edition.substances.flatMap(({ key }) => (key && piecesOf(key.inchi)) ?? []),
    isomerSizes: new Set([...byFormula.values()].flat().map((k) => Number.parseFloat(k.record.key!.skeleton))),
    counterIonSkeletons: new Set(edition.counterIons.map((i) => i.skeleton)),
    counterIonFlats: new Set(edition.counterIons.map((i) => i.flat)),
  }
}

/** A recorded substance. Its InChIs, which the compiler of the edition made, are taken apart only where a structure has its skeleton. */
class Recorded implements KnownSubstance {
  readonly #key: Pick<SubstanceKey, 'inchi' | 'mobileInchi'>
  #identity: Identity | null = null
  #mobile: Identity | null = null

  constructor(
    readonly record: CompiledSubstance,
    key: Pick<SubstanceKey, 'inchi' | 'mobileInchi'>,
    readonly salt: boolean,
    readonly otherwise = false,
  ) {
    this.#key = key
  }

  get identity(): Identity {
    return (this.#identity ??= readIdentity(this.#key.inchi)!)
  }

  get mobile(): Identity {
    return (this.#mobile ??= readIdentity(this.#key.mobileInchi)!)
  }
}

function listingsOf(edition: Edition): Map<string, Listing[]> {
  const listings = new Map<string, Listing[]>()
  for (const { jurisdiction, lists } of edition.jurisdictions) {
    for (const list of lists)
      for (const entry of list.entries) push(listings, `${jurisdiction.code} ${entry.substance}`, { list, entry })
  }
  return listings
}

/** Skeleton keys of substances whose esters, ethers or derivatives some list reaches on some day. */
function parentsOf(edition: Edition): Set<string> {
  const reached = new Set<string>()
  for (const list of edition.jurisdictions.flatMap((j) => j.lists)) {
    const wide = list.scope.some((s) => s.extends_to.some((e) => linkWords.has(e)))
    for (const entry of list.entries) {
      if (entry.periods.some((p) => (p.extends_to ? p.extends_to.some((e) => linkWords.has(e)) : wide)))
        reached.add(entry.substance)
    }
  }
  return new Set(edition.substances.filter((s) => s.key && reached.has(s.id)).map((s) => s.key!.skeleton))
}

const linkWords: ReadonlySet<string> = new Set<Extension>(['esters', 'ethers', 'derivatives'])

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const known = map.get(key)
  if (known) known.push(value)
  else map.set(key, [value])
}
