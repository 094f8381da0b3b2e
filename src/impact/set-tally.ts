import { tanimoto } from '../matching/index.js'
import type { CoveredStructure, NamedStructure, SetImpact } from '../report/index.js'
import type { DraftAnswer, DraftFit } from '../report/documents.js'
import type { FingerprintCache } from './fingerprint-cache.js'

/** Limits on what is kept of a set, so that memory stays constant. */
const most = { covered: 5000, undecided: 200, scaffolds: 5000, members: 3, shown: 12, ends: 3 }

type Counts = Record<string, number>

/** Counts the effect of a draft on a set in constant memory. */
export class SetTally {
  total = 0
  readonly counts: Record<DraftFit, number> = { covered: 0, undecided: 0, 'not covered': 0, unreadable: 0 }
  readonly covered: CoveredStructure[] = []
  readonly #undecided: NamedStructure[] = []
  readonly #under: Counts = {}
  readonly #alone: Counts = {}
  readonly #doubts: Counts = {}
  readonly #doubtAlone: Counts = {}
  readonly #readings: Counts = {}
  readonly #scaffolds = new Map<string, { count: number; members: NamedStructure[] }>()
  #more = false
  readonly #closest: CoveredStructure[] = []
  readonly #furthest: CoveredStructure[] = []

  /** @param parent fingerprint of the parent; null if the draft names none */
  constructor(
    readonly prints: FingerprintCache,
    readonly parent: Uint8Array | null,
  ) {}

  async add(item: NamedStructure & { readonly atc?: readonly string[] }, answer: DraftAnswer): Promise<void> {
    this.total++
    this.counts[answer.fit]++
    if (answer.fit === 'undecided') this.#addUndecided(item, answer)
    if (answer.fit !== 'covered') return
    const { clauses, readings } = answer
    const similarity = this.parent && tanimoto(this.parent, await this.prints.of(item.smiles))
    const found: CoveredStructure = {
      id: item.id,
      name: item.name,
      smiles: item.smiles,
      clauses,
      readings,
      atc: item.atc ?? [],
      similarity,
      scaffold: await this.prints.scaffoldOf(item.smiles),
      listed: null,
    }
    for (const { id } of clauses) raise(this.#under, id)
    if (clauses.length === 1) raise(this.#alone, clauses[0]!.id)
    for (const id of readings) raise(this.#readings, id)
    this.#group(found)
    this.#end(this.#closest, found, (a, b) => b - a)
    this.#end(this.#furthest, found, (a, b) => a - b)
    if (this.covered.length < most.covered) this.covered.push(found)
  }

  /** Adds counts made elsewhere. */
  addCounts(counts: Readonly<Record<'not covered' | 'unreadable', number>>): void {
    for (const fit of ['not covered', 'unreadable'] as const) {
      this.total += counts[fit]
      this.counts[fit] += counts[fit]
    }
  }

  impact(of: Pick<SetImpact, 'id' | 'kind' | 'file' | 'sha256'>): SetImpact {
    const groups = [...this.#scaffolds].map(([scaffold, group]) => ({ scaffold, ...group }))
    groups.sort((a, b) => b.count - a.count || (a.scaffold < b.scaffold ? -1 : 1))
    return {
      ...of,
      total: this.total,
      counts: this.counts,
      interval: wilson(this.counts.covered, this.total - this.counts.unreadable),
      clauses: Object.fromEntries(
        Object.keys(this.#under).map((id) => [id, { under: this.#under[id]!, alone: this.#alone[id] ?? 0 }]),
      ),
      doubts: Object.fromEntries(
        Object.keys(this.#doubts).map((id) => [id, { some: this.#doubts[id]!, alone: this.#doubtAlone[id] ?? 0 }]),
      ),
      readings: this.#readings,
      scaffolds: groups.slice(0, most.shown),
      kinds: this.#more ? null : groups.length,
      closest: this.#closest,
      furthest: this.#furthest,
      covered: this.covered,
      undecided: this.#undecided,
    }
  }

  #addUndecided({ id, name, smiles }: NamedStructure, { doubts }: DraftAnswer): void {
    for (const doubt of doubts) raise(this.#doubts, doubt)
    if (doubts.length === 1) raise(this.#doubtAlone, doubts[0]!)
    if (this.#undecided.length < most.undecided) this.#undecided.push({ id, name, smiles })
  }

  #group({ scaffold, id, name, smiles }: CoveredStructure): void {
    const known = this.#scaffolds.get(scaffold)
    if (known) {
      known.count++
      if (known.members.length < most.members) known.members.push({ id, name, smiles })
    } else if (this.#scaffolds.size < most.scaffolds)
      this.#scaffolds.set(scaffold, { count: 1, members: [{ id, name, smiles }] })
    else this.#more = true
  }

  #end(ends: CoveredStructure[], found: CoveredStructure, by: (a: number, b: number) => number): void {
    if (found.similarity === null) return
    ends.push(found)
    ends.sort((a, b) => by(a.similarity!, b.similarity!) || (a.name < b.name ? -1 : 1))
    ends.splice(most.ends)
  }
}

function raise(counts: Counts, key: string): void {
  counts[key] = (counts[key] ?? 0) + 1
}

/** 95 percent of the standard normal distribution lies within this many deviations. */
const z = 1.959964

/** Wilson's interval, 95 percent, for a share of `n`. Source: Wilson 1927, doi:10.1080/01621459.1927.10502953. */
export function wilson(found: number, n: number): readonly [low: number, high: number] | null {
  if (n === 0) return null
  const share = found / n
  const middle = share + (z * z) / (2 * n)
  const reach = z * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n))
  const whole = 1 + (z * z) / n
  return [found === 0 ? 0 : (middle - reach) / whole, found === n ? 1 : (middle + reach) / whole]
}
