import type { CompiledSubstance, Edition } from '../law/index.js'
import type { Lookup } from '../report/index.js'

export type Found =
  | { readonly kind: 'one'; readonly lookup: Lookup }
  | { readonly kind: 'several'; readonly by: Lookup['by']; readonly names: readonly string[] }

/** Finds the recorded substance that a text names: exact name (case does not count), CAS number, InChIKey or code of an entry. */
export function lookUp(edition: Edition, text: string): Found | null {
  const wanted = fold(text)
  if (wanted === '') return null
  const named = namedIn(edition, wanted)
  if (named.length > 0) return found('name', named, null)
  const cas = edition.substances.filter((s) => s.cas?.includes(wanted))
  if (cas.length > 0) return found('cas', cas, null)
  const keyed = edition.substances.filter((s) => s.inchikey?.toLowerCase() === wanted)
  if (keyed.length > 0) return found('inchikey', keyed, null)
  const coded = codedIn(edition, wanted)
  return coded.size > 0 ? found('code', edition.substances.filter((s) => coded.has(s.id)), coded) : null
}

const fold = (text: string): string => text.trim().normalize('NFKC').toLowerCase()

/** By the substance's own names first, then by the id, then by the name that a law gives it. */
function namedIn(edition: Edition, wanted: string): CompiledSubstance[] {
  const own = edition.substances.filter((s) => namesOf(s).some((name) => fold(name) === wanted))
  if (own.length > 0) return own
  const byId = edition.substances.filter((s) => s.id === wanted)
  if (byId.length > 0) return byId
  const ids = new Set<string>()
  for (const { entry } of entriesOf(edition)) if (fold(entry.name_in_law) === wanted) ids.add(entry.substance)
  return edition.substances.filter((s) => ids.has(s.id))
}

function namesOf(s: CompiledSubstance): string[] {
  return [s.name, ...(s.chemical_name === undefined ? [] : [s.chemical_name]), ...(s.aliases ?? []), ...(s.names_zh ?? [])]
}

/** Substances with that code, and the list that gives it. */
function codedIn(edition: Edition, wanted: string): Map<string, string> {
  const lists = new Map<string, string>()
  for (const { list, entry } of entriesOf(edition)) if (entry.code !== undefined && fold(entry.code) === wanted) lists.set(entry.substance, list)
  return lists
}

function* entriesOf(edition: Edition) {
  for (const { lists } of edition.jurisdictions) for (const list of lists) for (const entry of list.entries) yield { list: list.short, entry }
}

function found(by: Lookup['by'], substances: readonly CompiledSubstance[], lists: ReadonlyMap<string, string> | null): Found {
  const [first, second] = substances
  if (second) return { kind: 'several', by, names: substances.map((s) => (lists ? `${s.name}, ${lists.get(s.id)}` : s.name)) }
  const { id, name, smiles, structure } = first!
  return { kind: 'one', lookup: { by, substance: id, name, structure: smiles, why: structure.why ?? null } }
}
