import { codesOfEntry, plain, type CompiledSubstance, type Edition } from '../../law/index.js'
import type { Lookup } from '../../report/index.js'

export type Found =
  | { readonly kind: 'one'; readonly lookup: Lookup }
  | { readonly kind: 'several'; readonly by: Lookup['by']; readonly names: readonly string[] }

interface Hit {
  readonly substance: CompiledSubstance
  /** List whose code it is. */
  readonly list: string | null
}

type Hits = Map<string, Hit[]>

type Kinds = readonly (readonly [by: Lookup['by'], hits: Hits])[]

/** Questions after which an index of all names has paid for itself. */
const fewQuestions = 5

/** Recorded substances by everything that names them. Case, width, Greek letters and dashes do not count; commas, hyphens and spaces only where no name is met with them. */
export class NameIndex {
  readonly #edition: Edition
  #all: Kinds | null = null
  #asked = 0

  constructor(edition: Edition) {
    this.#edition = edition
  }

  find(text: string): Found | null {
    const wanted = plain(text)
    this.#asked++
    const kinds =
      this.#all ??
      (this.#asked > fewQuestions
        ? (this.#all = kindsOf(this.#edition, () => true))
        : kindsOf(this.#edition, (name) => couldBe(name, wanted)))
    for (const [by, hits] of kinds) {
      const found = hits.get(wanted)
      if (found) return answer(by, found)
    }
    const bare = notSmiles.test(text) ? namedBarely(this.#edition, bareOf(text)) : []
    return bare.length > 0 ? answer('name', bare) : null
  }
}

/** In this order: the name of one substance goes before an alias of another, and that before the name some law gives. */
function kindsOf(edition: Edition, wanted: (name: string) => boolean): Kinds {
  const [own, aliases, ids, cas, keys, lawNames, codes]: Hits[] = Array.from({ length: 7 }, () => new Map())
  const add = (hits: Hits, name: string, substance: CompiledSubstance) => {
    if (wanted(name)) addHit(hits, name, substance, null)
  }
  // Few entries are ever looked at where only names that could be meant are wanted.
  let byId: Map<string, CompiledSubstance> | null = null
  const substanceOf = (id: string) => (byId ??= new Map(edition.substances.map((s) => [s.id, s]))).get(id)!
  for (const s of edition.substances) {
    add(own!, s.name, s)
    for (const name of aliasesOf(s)) add(aliases!, name, s)
    add(ids!, s.id, s)
    for (const number of s.cas ?? []) add(cas!, number, s)
    if (s.inchikey !== undefined) add(keys!, s.inchikey, s)
  }
  for (const { lists } of edition.jurisdictions) {
    for (const list of lists) {
      for (const entry of list.entries) {
        if (wanted(entry.name_in_law)) addHit(lawNames!, entry.name_in_law, substanceOf(entry.substance), null)
        for (const code of codesOfEntry(entry))
          if (wanted(code)) addHit(codes!, code, substanceOf(entry.substance), list.short)
      }
    }
  }
  return [
    ['name', own!],
    ['name', aliases!],
    ['name', ids!],
    ['cas', cas!],
    ['inchikey', keys!],
    ['name', lawNames!],
    ['code', codes!],
  ]
}

const ascii = /^[!-~](?: ?[!-~])*$/
const chinese = /[\u3400-\u9fff]/

/** False where a name certainly does not fold to this text: in plain ASCII, folding changes only the case, and a Chinese character it leaves as it is. */
function couldBe(name: string, folded: string): boolean {
  return name.length === folded.length || (!ascii.test(name) && (!chinese.test(name) || chinese.test(folded)))
}

function answer(by: Lookup['by'], hits: readonly Hit[]): Found {
  if (hits.length > 1)
    return {
      kind: 'several',
      by,
      names: hits.map(({ substance, list }) => (list === null ? substance.name : `${substance.name}, ${list}`)),
    }
  const { id, name, smiles, structure } = hits[0]!.substance
  return { kind: 'one', lookup: { by, substance: id, name, structure: smiles, why: structure.why ?? null } }
}

function aliasesOf(s: CompiledSubstance): string[] {
  return [...(s.chemical_name === undefined ? [] : [s.chemical_name]), ...(s.aliases ?? []), ...(s.names_zh ?? [])]
}

function addHit(hits: Hits, name: string, substance: CompiledSubstance, list: string | null): void {
  const key = plain(name)
  const known = hits.get(key)
  if (!known) hits.set(key, [{ substance, list }])
  else if (!known.some((hit) => hit.substance === substance)) known.push({ substance, list })
}

/** Letters and then figures, or a comma, a space or a dash between them: what a name can have, and a SMILES of a substance on record cannot. */
const notSmiles = /^\p{L}+\d{2,}$|^[^=#@[\]()/\\.+]*[\p{L}\d][,\s-][\p{L}\d][^=#@[\]()/\\.+]*$/u

function namedBarely(edition: Edition, bare: string): Hit[] {
  return edition.substances
    .filter((s) => [s.name, ...(s.aliases ?? [])].some((name) => bareOf(name) === bare))
    .map((substance) => ({ substance, list: null }))
}

function bareOf(name: string): string {
  return plain(name).replace(/[\s,-]/g, '')
}
