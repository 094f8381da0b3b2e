import { plain, type CompiledSubstance, type Edition } from '../law/index.js'
import type { Lookup } from '../report/index.js'

export type Found =
  | { readonly kind: 'one'; readonly lookup: Lookup }
  | { readonly kind: 'several'; readonly by: Lookup['by']; readonly names: readonly string[] }

interface Hit {
  readonly substance: CompiledSubstance
  /** List whose code it is. */
  readonly list: string | null
}

type Hits = Map<string, Hit[]>

/** Recorded substances by everything that names them. Case, width, Greek letters and dashes do not count; commas, hyphens and spaces only where no name is met with them. */
export class NameIndex {
  /** In this order: the name of one substance goes before an alias of another, and that before the name some law gives. */
  readonly #kinds: readonly (readonly [by: Lookup['by'], hits: Hits])[]
  /** Names and aliases without their separators. */
  readonly #bare: Hits = new Map()

  constructor(edition: Edition) {
    const [own, aliases, ids, cas, keys, lawNames, codes]: Hits[] = Array.from({ length: 7 }, () => new Map())
    const byId = new Map(edition.substances.map((s) => [s.id, s]))
    for (const s of edition.substances) {
      add(own!, s.name, s)
      for (const name of aliasesOf(s)) add(aliases!, name, s)
      for (const name of [s.name, ...(s.aliases ?? [])]) put(this.#bare, bareOf(name), { substance: s, list: null })
      add(ids!, s.id, s)
      for (const number of s.cas ?? []) add(cas!, number, s)
      if (s.inchikey !== undefined) add(keys!, s.inchikey, s)
    }
    for (const { lists } of edition.jurisdictions) {
      for (const list of lists) {
        for (const entry of list.entries) {
          const s = byId.get(entry.substance)!
          add(lawNames!, entry.name_in_law, s)
          if (entry.code !== undefined) add(codes!, entry.code, s, list.short)
        }
      }
    }
    this.#kinds = [['name', own!], ['name', aliases!], ['name', ids!], ['cas', cas!], ['inchikey', keys!], ['name', lawNames!], ['code', codes!]]
  }

  find(text: string): Found | null {
    const wanted = plain(text)
    for (const [by, hits] of this.#kinds) {
      const found = hits.get(wanted)
      if (found) return answer(by, found)
    }
    const bare = notSmiles.test(text) ? this.#bare.get(bareOf(text)) : undefined
    return bare ? answer('name', bare) : null
  }
}

function answer(by: Lookup['by'], hits: readonly Hit[]): Found {
  if (hits.length > 1) return { kind: 'several', by, names: hits.map(({ substance, list }) => (list === null ? substance.name : `${substance.name}, ${list}`)) }
  const { id, name, smiles, structure } = hits[0]!.substance
  return { kind: 'one', lookup: { by, substance: id, name, structure: smiles, why: structure.why ?? null } }
}

function aliasesOf(s: CompiledSubstance): string[] {
  return [...(s.chemical_name === undefined ? [] : [s.chemical_name]), ...(s.aliases ?? []), ...(s.names_zh ?? [])]
}

function add(hits: Hits, name: string, substance: CompiledSubstance, list: string | null = null): void {
  put(hits, plain(name), { substance, list })
}

function put(hits: Hits, key: string, hit: Hit): void {
  const known = hits.get(key)
  if (!known) hits.set(key, [hit])
  else if (!known.some(({ substance }) => substance === hit.substance)) known.push(hit)
}

/** Letters and then figures, or a comma, a space or a dash between them: what a name can have, and a SMILES of a substance on record cannot. */
const notSmiles = /^\p{L}+\d{2,}$|^[^=#@[\]()/\\.+]*[\p{L}\d][,\s-][\p{L}\d][^=#@[\]()/\\.+]*$/u

function bareOf(name: string): string {
  return plain(name).replace(/[\s,-]/g, '')
}
