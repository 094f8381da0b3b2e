import type { Reader } from '../../chem/index.js'
import { substanceIdentity, type LawIndex } from '../../matching/index.js'
import { inspectionWords as words } from '../../report/index.js'
import type { Compared, Flaw, LintedLine, LintNames } from './lint-judge.js'

type Place = Pick<LintedLine, 'row' | 'id'>

/** A record that has not yet been compared with others: it has no names until another one shares a bucket with it. */
interface Waiting extends Place {
  readonly text: string
  names: LintNames | null
  isMet: boolean
}

/** Finds repeated structures and substances, in record order. Only those that share a bucket are named. */
export class Repeats {
  /** The first record of each bucket; null once a second came. */
  readonly #buckets = new Map<string, Waiting | null>()
  readonly #keys = new Map<string, Place>()
  readonly #substances = new Map<string, Place>()

  constructor(
    readonly start: () => Promise<Reader>,
    readonly law: LawIndex,
  ) {}

  async of({ row, id }: Place, { buckets, text, names }: Compared): Promise<Flaw[]> {
    const own: Waiting = { row, id, text, names, isMet: false }
    const met = buckets.filter((bucket) => this.#buckets.has(bucket))
    const first = met.flatMap((bucket) => this.#buckets.get(bucket) ?? []).filter(({ isMet }) => !isMet)
    for (const bucket of buckets) this.#buckets.set(bucket, met.includes(bucket) ? null : own)
    if (met.length === 0) return []
    for (const other of first.sort((a, b) => a.row - b.row)) await this.#meet(other)
    return this.#meet(own)
  }

  async #meet(own: Waiting): Promise<Flaw[]> {
    if (own.isMet) return []
    own.isMet = true
    const { inchikey, full } = own.names ?? (await this.#namesOf(own.text))
    const place = { row: own.row, id: own.id }
    const same = inchikey === null ? null : firstWith(this.#keys, inchikey, place)
    const form = full === null ? null : firstWith(this.#substances, full, place)
    if (same) return [{ rule: 'duplicate', level: 'error', message: words.sameStructure(same.row, same.id) }]
    return form ? [{ rule: 'form', level: 'warning', message: words.sameSubstance(form.row, form.id) }] : []
  }

  async #namesOf(text: string): Promise<LintNames> {
    const reader = await this.start()
    await reader.ready()
    return reader.read(text, (structure) => ({
      inchikey: structure.inchikey,
      full: substanceIdentity(structure, this.law)?.full ?? null,
    }))
  }
}

/** The first record with this key, if it is an earlier one. */
function firstWith(seen: Map<string, Place>, key: string, own: Place): Place | null {
  const first = seen.get(key)
  if (first) return first
  seen.set(key, own)
  return null
}
