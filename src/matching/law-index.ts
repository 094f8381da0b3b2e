import { append } from '../remembered.js'
import { cleavableKinds, readIdentity, type Identity } from '../chem/index.js'
import { atomsWhenDisconnected } from './identity/disconnected-atoms.js'
import {
  entryAt,
  startOf,
  substancesOf,
  type CompiledSubstance,
  type Edition,
  type Entry,
  type Extension,
  type List,
  type SubstanceKey,
  type Term,
} from '../law/index.js'

export interface Recorded {
  readonly record: CompiledSubstance
  readonly identity: Identity
  /** Identity with mobile hydrogens. */
  readonly mobile: Identity
  readonly salt: boolean
  /** True for a drawing other than that of the record. */
  readonly otherwise: boolean
}

export interface Listing {
  readonly list: List
  readonly entry: Entry
}

/** Indexes over an edition; each is built on first use, once. */
export interface LawIndex {
  readonly edition: Edition
  readonly terms: ReadonlyMap<string, Term>
  readonly bySkeleton: ReadonlyMap<string, readonly Recorded[]>
  readonly listings: ReadonlyMap<string, ReadonlyMap<string, readonly Listing[]>>
  /** Skeleton keys of substances whose esters or ethers some list covers, and their heavy-atom counts. */
  readonly parents: ReadonlySet<string>
  readonly parentSizes: ReadonlySet<number>
  /** Substances whose positional isomers some list covers, by formula of the neutral form. */
  readonly byFormula: ReadonlyMap<string, readonly Recorded[]>
  /** Heavy-atom counts that occur in `byFormula`. */
  readonly isomerSizes: ReadonlySet<number>
  /** For each recorded component that InChI disconnects into atoms, the number of atoms of each element. */
  readonly takenApart: readonly ReadonlyMap<string, number>[]
  /** Ids of the recorded forms of an element, by its symbol: iodine, red and white phosphorus. */
  readonly elements: ReadonlyMap<string, readonly string[]>
  readonly counterIonSkeletons: ReadonlySet<string>
  readonly counterIonFlats: ReadonlySet<string>
}

export function indexLaw(edition: Edition): LawIndex {
  const bySkeleton = new Map<string, Recorded[]>()
  const byFormula = new Map<string, Recorded[]>()
  for (const record of edition.substances) {
    if (!record.key) continue
    const identified = new RecordedByKey(record, record.key, record.key.salt)
    append(bySkeleton, record.key.skeleton, identified)
    for (const drawing of record.key.alsoDrawn)
      append(bySkeleton, drawing.skeleton, new RecordedByKey(record, drawing, record.key.salt, true))
    if (record.key.groups) append(byFormula, record.key.groups.formula, identified)
  }
  const parents = parentsOf(edition)
  let listings: LawIndex['listings'] | null = null
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
    takenApart: edition.substances.flatMap(({ key }) => (key && atomsWhenDisconnected(key.inchi)) ?? []),
    elements: elementsOf(edition),
    isomerSizes: new Set([...byFormula.values()].flat().map((k) => Number.parseFloat(k.record.key!.skeleton))),
    counterIonSkeletons: new Set(edition.counterIons.map((i) => i.skeleton)),
    counterIonFlats: new Set(edition.counterIons.map((i) => i.flat)),
  }
}

function elementsOf(edition: Edition): Map<string, string[]> {
  const elements = new Map<string, string[]>()
  for (const { id, formula } of edition.substances) {
    const symbol = /^([A-Z][a-z]?)\d*$/.exec(formula ?? '')?.[1]
    if (symbol) append(elements, symbol, id)
  }
  return elements
}

/** A recorded substance. Its InChIs are from the compiler, parsed only when a structure has its skeleton. */
class RecordedByKey implements Recorded {
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

function listingsOf({ jurisdictions }: Edition): LawIndex['listings'] {
  return new Map(
    jurisdictions.map(({ jurisdiction, lists }) => {
      const own = new Map<string, Listing[]>()
      for (const list of lists)
        substancesOf(list).forEach((substance, i) => append(own, substance, new ListedEntry(list, i)))
      return [jurisdiction.code, own]
    }),
  )
}

class ListedEntry implements Listing {
  constructor(
    readonly list: List,
    readonly place: number,
  ) {}

  get entry(): Entry {
    return entryAt(this.list, this.place)
  }
}

/** Skeleton keys of substances whose esters, ethers, carbamates or derivatives some list covers on some day. */
function parentsOf(edition: Edition): Set<string> {
  const known = startOf(edition)
  if (known) return new Set(known.parents)
  const reached = new Set<string>()
  for (const list of edition.jurisdictions.flatMap((j) => j.lists)) {
    const wide = list.scope.some((s) =>
      [...s.extends_to, ...(s.on_condition ?? [])].some((e) => extensionsToCleaved.has(e)),
    )
    for (const entry of list.entries) {
      if (entry.periods.some((p) => (p.extends_to ? p.extends_to.some((e) => extensionsToCleaved.has(e)) : wide)))
        reached.add(entry.substance)
    }
  }
  return new Set(edition.substances.filter((s) => s.key && reached.has(s.id)).map((s) => s.key!.skeleton))
}

const extensionsToCleaved: ReadonlySet<string> = new Set<Extension>([
  ...cleavableKinds.map((kind) => `${kind}s` as const),
  'derivatives',
])
