import { codesOfEntry, plain, type CompiledSubstance, type Edition, type Entry } from '../law/index.js'
import { remembered } from '../remembered.js'
import { foldedKeys, foldedNames, type FoldedName } from './folded.js'
import type { Lookup, LookupKind } from './lookup.js'
import type { Failure } from './failure.js'
import { looksLikeName, mayBeSmiles } from './looks-like.js'
import { namesLike, type Spelling } from './spelling.js'

export type Named =
  | { readonly kind: 'one'; readonly lookup: Lookup }
  | { readonly kind: 'several'; readonly by: LookupKind; readonly names: readonly string[] }

interface Hit {
  readonly substance: CompiledSubstance
  /** The list that uses it as a code. */
  readonly list: string | null
  /** The salt whose number it is. */
  readonly form?: string
}

type Hits = Map<string, Hit[]>

type Kind = readonly [by: LookupKind, hits: Hits]

/** Number of queries after which an index of all names pays for itself. */
const fewQuestions = 5

const indexes = new WeakMap<Edition, NameIndex>()

/**
 * Recorded substances by all their names and numbers. Ignores case, width, Greek letters and dashes; ignores commas,
 * hyphens, spaces, accents and `a-` for `alpha-` only if no name matches with them.
 */
export class NameIndex {
  #all: readonly Kind[] | null = null
  #bare: Hits | null = null
  #folded: Hits | null = null
  #spellings: readonly Spelling[] | null = null
  #lookups = 0
  #smiles: ReturnType<typeof alsoSmiles> | null = null

  constructor(private readonly edition: Edition) {}

  /** The index that all who ask share. */
  static of(edition: Edition): NameIndex {
    return remembered(indexes, edition, () => new NameIndex(edition))
  }

  find(text: string): Named | null {
    if (neverInNames.test(text)) return null
    return this.#met(text, () => true) ?? (notSmiles.test(text) || looksLikeName(text) ? this.#barely(text) : null)
  }

  /** As `find`, for what is known to be a name and no SMILES. A number alone is not matched as a code. */
  findName(text: string): Named | null {
    const numeric = /^[\d\s.,-]*$/.test(text)
    return this.#met(text, (by) => !(numeric && by === 'code')) ?? this.#barely(text)
  }

  /** A name in the spelling of another language, such as Morphin or morfina. */
  findFolded(text: string, { keys, label }: FoldedName): Named | null {
    this.#folded ??= foldedHits(this.edition)
    const hits = keys.map((key) => this.#folded!.get(key)).find((found) => found !== undefined)
    if (!hits) return null
    const found = answer('other name', nearestTo(text, hits))
    return found.kind === 'several' || label === '' ? found : { ...found, lookup: { ...found.lookup, form: label } }
  }

  /** A name as recorded, or in the spelling of another language. */
  findWritten(text: string): Named | null {
    return (
      this.findName(text) ??
      foldedNames(text).reduce<Named | null>((found, own) => found ?? this.findFolded(text, own), null)
    )
  }

  findBy(by: 'cas' | 'inchikey', text: string): Named | null {
    return this.#met(text, (kind) => kind === by)
  }

  namesOf(id: string): readonly string[] {
    const substance = this.edition.substances.find((s) => s.id === id)
    return substance ? [substance.name, ...aliasesOf(substance)] : []
  }

  /** Whether a text that consists of SMILES characters may be a recorded name: PCP is both. */
  isAlsoSmiles(text: string): boolean {
    const { names, longest } = (this.#smiles ??= alsoSmiles(this.edition))
    return text.length <= longest && names.has(bareOf(text))
  }

  /** Whether a text of SMILES characters may be the first word of a recorded name, such as CP 55,940. */
  beginsName(text: string): boolean {
    const { words, longest } = (this.#smiles ??= alsoSmiles(this.edition))
    return text.length <= longest && words.has(bareOf(text))
  }

  /** Names of recorded substances spelled similarly to a text, most similar first. */
  like(text: string): string[] {
    return namesLike(text, (this.#spellings ??= spellingsOf(this.edition)))
  }

  /** Why a text that cannot be read as a structure names nothing; null if it was not meant as a name. */
  unknown(text: string): Failure | null {
    return looksLikeName(text) ? { code: 'unknown-name', given: text.trim(), similar: this.like(text) } : null
  }

  #met(text: string, wanted: (by: LookupKind) => boolean): Named | null {
    const key = plain(text)
    this.#lookups++
    const kinds =
      this.#all ??
      (this.#lookups > fewQuestions
        ? (this.#all = [...kindsOf(this.edition, () => true)])
        : kindsOf(this.edition, (name) => couldBe(name, key)))
    for (const [by, hits] of kinds) {
      const found = wanted(by) ? hits.get(key) : undefined
      if (found) return answer(by, found)
    }
    return null
  }

  #barely(text: string): Named | null {
    this.#bare ??= bareNames(this.edition)
    for (const bare of [bareOf(text), bareOf(withGreek(text))]) {
      const found = bare === '' ? undefined : this.#bare.get(bare)
      if (found) return answer('name', found)
    }
    return null
  }
}

/**
 * In order of precedence: the name of one substance before an alias of another, and that before the name in some law.
 * The entries of lists are read only if asked for: they are most of the law.
 */
function* kindsOf(edition: Edition, wanted: (name: string) => boolean): Iterable<Kind> {
  const [own, aliases, ids, cas, keys, lawNames, common, codes]: Hits[] = Array.from({ length: 8 }, () => new Map())
  const add = (hits: Hits, name: string, substance: CompiledSubstance) => {
    if (wanted(name)) addHit(hits, plain(name), substance, null)
  }
  // Few entries are looked at if only names that could match are wanted.
  let byId: Map<string, CompiledSubstance> | null = null
  const substanceOf = (id: string) => (byId ??= new Map(edition.substances.map((s) => [s.id, s]))).get(id)!
  for (const s of edition.substances) {
    add(own!, s.name, s)
    for (const name of aliasesOf(s)) add(aliases!, name, s)
    add(ids!, s.id, s)
    for (const number of s.cas ?? []) add(cas!, number, s)
    for (const number in s.salts) if (wanted(number)) addHit(cas!, number, s, null, s.salts[number])
    if (s.inchikey !== undefined) add(keys!, s.inchikey, s)
    for (const { name } of s.also_called ?? []) add(common!, name, s)
  }
  yield ['name', own!]
  yield ['name', aliases!]
  yield ['name', ids!]
  yield ['cas', cas!]
  yield ['inchikey', keys!]
  for (const { lists } of edition.jurisdictions) {
    for (const list of lists) {
      for (const entry of list.entries) {
        for (const name of namesInLaw(entry))
          if (wanted(name)) addHit(lawNames!, plain(name), substanceOf(entry.substance), null)
        for (const code of codesOfEntry(entry))
          if (wanted(code)) addHit(codes!, plain(code), substanceOf(entry.substance), list.short)
      }
    }
  }
  if (lawNames!.size > 0) addPositions(lawNames!, edition)
  yield ['name', lawNames!]
  yield ['name', common!]
  yield ['code', codes!]
}

/** A name that a law prints without a position, such as methylfentanyl, may mean what others call by one. */
function addPositions(lawNames: Hits, { substances }: Edition): void {
  const skeleton = ({ inchikey = '' }: CompiledSubstance) => inchikey.slice(0, 14)
  for (const s of substances)
    for (const name of [s.name, ...(s.aliases ?? [])]) {
      const key = plain(/^(?:\d|alpha|beta|[αβompn]|ortho|meta|para)-(.+)$/i.exec(name)?.[1] ?? '')
      const known = lawNames.get(key)
      if (known?.every(({ substance }) => skeleton(substance) !== skeleton(s))) addHit(lawNames, key, s, null)
    }
}

/**
 * Names that may also be SMILES, and first words of names that may, both in letters and digits only; and the
 * characters of the longest in some spelling, with a few hyphens.
 */
function alsoSmiles(edition: Edition) {
  const names = new Set<string>()
  const words = new Set<string>()
  const add = (given: string) => {
    if (/[\u3040-\u9fff]/.test(given)) return
    const name = ascii.test(given) ? given : plain(given)
    if (mayBeSmiles(name)) names.add(bareOf(name))
    const blank = name.indexOf(' ')
    if (blank > 0 && mayBeSmiles(name.slice(0, blank))) words.add(bareOf(name.slice(0, blank)))
  }
  for (const s of edition.substances) for (const name of [...ownNames(s), s.id, ...aliasesOf(s)]) add(name)
  for (const entry of entriesOf(edition)) for (const name of [...namesInLaw(entry), ...codesOfEntry(entry)]) add(name)
  return { names, words, longest: 4 + Math.max(0, ...[...names, ...words].map(({ length }) => length)) }
}

const ascii = /^[!-~](?: ?[!-~])*$/
const chinese = /[\u3400-\u9fff]/

/** False if a name certainly does not fold to this text: in plain ASCII folding changes only the case. */
function couldBe(name: string, folded: string): boolean {
  return name.length === folded.length || (!ascii.test(name) && (!chinese.test(name) || chinese.test(folded)))
}

function answer(by: LookupKind, hits: readonly Hit[]): Named {
  if (hits.length > 1)
    return {
      kind: 'several',
      by,
      names: hits.map(({ substance, list }) => (list === null ? substance.name : `${substance.name}, ${list}`)),
    }
  const { substance, form } = hits[0]!
  const lookup = lookupOf(substance, by)
  return { kind: 'one', lookup: form === undefined ? lookup : { ...lookup, form } }
}

export function lookupOf<By extends LookupKind>({ id, name, smiles, structure }: CompiledSubstance, by: By) {
  return { by, substance: id, name, structure: smiles, why: structure.why ?? null }
}

function entriesOf({ jurisdictions }: Edition): Entry[] {
  return jurisdictions.flatMap(({ lists }) => lists.flatMap(({ entries }) => entries))
}

/** The names of a record in the Latin alphabet, but for the systematic one. */
function ownNames(s: CompiledSubstance): string[] {
  return [s.name, ...(s.aliases ?? []), ...(s.also_called ?? []).map((c) => c.name)]
}

/** The name of an entry, and those by which the law refers to it elsewhere. */
function namesInLaw({ name_in_law, also_printed }: Entry): string[] {
  return [name_in_law, ...(also_printed ?? []).flatMap((printed) => printed.as)]
}

function aliasesOf(s: CompiledSubstance): string[] {
  return [...(s.chemical_name === undefined ? [] : [s.chemical_name]), ...(s.aliases ?? []), ...(s.names_zh ?? [])]
}

function addHit(hits: Hits, key: string, substance: CompiledSubstance, list: string | null, form?: string): void {
  const known = hits.get(key)
  if (!known) hits.set(key, [form === undefined ? { substance, list } : { substance, list, form }])
  else if (!known.some((hit) => hit.substance === substance)) known.push({ substance, list })
}

/** Double and triple bonds and stereo of SMILES: most inputs are spared the search. */
const neverInNames = /[=#@\\]/

/** Letters then digits, or a comma, space or dash between them: in names, never in SMILES of recorded substances. */
const notSmiles = /^\p{L}+\d{2,}$|^[^=#@[\]()/\\.+]*[\p{L}\d][,\s-][\p{L}\d][^=#@[\]()/\\.+]*$/u

function bareNames(edition: Edition): Hits {
  const hits: Hits = new Map()
  for (const s of edition.substances) for (const name of ownNames(s)) addHit(hits, bareOf(name), s, null)
  return hits
}

function foldedHits(edition: Edition): Hits {
  const hits: Hits = new Map()
  const add = (name: string, s: CompiledSubstance, isWanted: (key: string) => boolean) => {
    if (/\p{L}{3}/u.test(name)) for (const key of foldedKeys(name)) if (isWanted(key)) addHit(hits, key, s, null)
  }
  for (const s of edition.substances) add(s.name, s, () => true)
  const first = new Set(hits.keys())
  for (const s of edition.substances) for (const name of aliasesOf(s)) add(name, s, (key) => !first.has(key))
  const own = new Set(hits.keys())
  const byId = new Map(edition.substances.map((s) => [s.id, s]))
  for (const entry of entriesOf(edition)) {
    const s = byId.get(entry.substance)!
    // Methylfentanyl may be another isomer than the law's, which is 3-methylfentanyl.
    const isShort = (name: string) => ownNames(s).some((full) => bareOf(full).replace(/^\d'?/, '') === bareOf(name))
    for (const name of namesInLaw(entry))
      if (!chinese.test(name) && !isShort(name)) add(name, s, (key) => !own.has(key))
  }
  return hits
}

/** Of several records, those that differ from the text by no more than accents and a last vowel, if there are such. */
function nearestTo(text: string, hits: readonly Hit[]): readonly Hit[] {
  if (hits.length === 1) return hits
  const near = hits.filter(({ substance }) => ownNames(substance).some((name) => stemOf(name) === stemOf(text)))
  return near.length === 0 ? hits : near
}

function stemOf(name: string): string {
  return bareOf(name).replace(/[aeo]$/, '')
}

/** A name without what may be written otherwise. */
export function bareOf(name: string): string {
  return plain(name)
    .normalize('NFD')
    .replace(/\+[/,]?-/g, '±')
    .replace(/\p{M}|[\s,-]/gu, '')
}

const greek: Readonly<Record<string, string>> = { a: 'alpha', b: 'beta', g: 'gamma' }

/** Alpha-PVP is written `a-PVP` where there are no Greek letters. */
function withGreek(name: string): string {
  return name.trim().replace(/^([abg])(?=-)/i, (letter) => greek[letter.toLowerCase()]!)
}

function spellingsOf(edition: Edition): Spelling[] {
  const spellings = new Map<string, Spelling>()
  const add = (name: string, shown: string) => {
    const bare = bareOf(name)
    if (!spellings.has(`${bare} ${shown}`)) spellings.set(`${bare} ${shown}`, { bare, words: plain(name), shown })
  }
  for (const s of edition.substances) for (const name of ownNames(s)) add(name, s.name)
  const shown = new Map(edition.substances.map((s) => [s.id, s.name]))
  for (const entry of entriesOf(edition))
    for (const name of namesInLaw(entry)) if (!/[\u3040-\u9fff]/.test(name)) add(name, shown.get(entry.substance)!)
  return [...spellings.values()]
}
