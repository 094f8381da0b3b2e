import { readyReader, type Reader, type ReadyReader } from '../chem/index.js'
import { reportedNames, undeterminedForm, type OpenForm } from '../sets/index.js'
import type { LawIndex, SubstanceIdentity } from '../matching/index.js'
import { remembered } from '../remembered.js'
import { casNumber, checkDigit, hasCheckDigit, isCasNumber } from './cas.js'
import type { Failure, NoCas, Said, Warning } from './failure.js'
import { isInchi, type GivenIdentifiers, type GivenMember, type InchiReader } from './identifiers.js'
import { foldedNames } from './folded.js'
import { furtherFoldedName, furtherName } from './further-names.js'
import { inchiReader, readInchi } from './inchi-reader.js'
import { continuesName, labelled, looksLikeInchikey, isOnlySmiles, mayBeginName, mayBeSet } from './looks-like.js'
import type { Lookup, LookupKind } from './lookup.js'
import { mixtureOf, mixtureParts } from './mixture.js'
import { NameIndex, type Named } from './name-index.js'
import type { Resolved, ResolvedInput } from './resolved.js'
import { agreement, identityOf } from './same.js'
import { setOfGiven, statedSet } from './stated-set.js'

type NamedIn = Pick<GivenIdentifiers, 'lookUp' | 'mixed'>

/**
 * Finds out what identifiers mean. The structure decides, then InChI, then InChIKey; without these the CAS number, then
 * the name. A disagreement in the other columns is a warning.
 */
export class Resolver {
  readonly names: NameIndex
  readonly #recorded = new Map<string, SubstanceIdentity | null>()
  readonly reader: ReadyReader

  /** @param start starts the reader of structures when the first input needs it */
  constructor(
    readonly law: LawIndex,
    start: () => Promise<Reader>,
    readonly inchi: InchiReader = inchiReader(),
  ) {
    this.names = NameIndex.of(law.edition)
    this.reader = readyReader(start)
  }

  /** Whether a text, with the rest of its line, may be no structure; false for almost all, without resolving them. */
  mayBeNamed(text: string, title: string | null, { lookUp = true, mixed }: NamedIn): boolean {
    if (!lookUp) return isInchi(text) || mayBeSet(text)
    if (!isOnlySmiles(text) || this.names.isAlsoSmiles(text)) return true
    return title !== null && (mixed === true ? mayBeginName(text) : this.names.beginsName(text))
  }

  async resolve(given: GivenIdentifiers): Promise<Resolved> {
    const { meaning, input, warnings = [] } = await this.#meaning(given)
    const own = meaning.kind === 'structure' && drawings.has(meaning.lookup?.by)
    return { meaning, input, warnings: own ? [...warnings, ...(await this.#against(meaning.text, given))] : warnings }
  }

  async #meaning(given: GivenIdentifiers): Promise<Partial<Pick<Resolved, 'warnings'>> & Omit<Resolved, 'warnings'>> {
    const { inchi = '', inchikey = '', cas = '', name = '', lookUp = true } = given
    if (given.members) return this.#oneOf(given.members, given)
    const structure = this.#withTitle(given)
    if (!isEmpty(structure)) {
      const set = await this.#set(structure, lookUp)
      if (set) return { meaning: set, input: structure }
      if (isInchi(structure)) return { meaning: await this.#readInchi(structure), input: structure }
      const looked = lookUp && !structure.includes('\n') ? this.#lookUp(structure.trim()) : null
      const line = given.title && structure === given.structure ? `${structure} ${given.title}` : structure
      const isUnknown = looked === null || (looked.kind === 'unreadable' && looked.failure.code === 'unknown-name')
      const further = lookUp && !isOnlySmiles(structure) && isUnknown ? await this.#furtherName(line) : null
      return { meaning: further ?? looked ?? drawn(structure, lookUp), input: structure }
    }
    if (inchi.trim() !== '') return { meaning: await this.#readInchi(inchi), input: inchi.trim() }
    if (inchikey.trim() !== '') return { meaning: this.#byKey(inchikey.trim()), input: inchikey.trim() }
    if (cas.trim() !== '') return this.#byCas(cas.trim(), name.trim())
    if (name.trim() !== '') return { meaning: await this.#byName(name.trim()), input: name.trim() }
    return { meaning: drawn(structure, false), input: structure }
  }

  /** A set whose members are given each by themselves. */
  async #oneOf(given: readonly GivenMember[], { structure = '', lookUp = true, mixed = false }: GivenIdentifiers) {
    const members = []
    const warnings: Warning[] = []
    for (const { label, ...own } of given) {
      const { meaning, input, warnings: said } = await this.resolve({ ...own, lookUp, mixed })
      members.push({ label: label ?? input.trim(), meaning })
      warnings.push(...said)
    }
    return { meaning: setOfGiven(members), input: structure, warnings }
  }

  /** A line of a SMILES file has its name after a blank, but a name of several words also contains blanks. */
  #withTitle({ structure = '', title, lookUp = true, mixed = false }: GivenIdentifiers): string {
    if (!lookUp || !title) return structure
    const line = `${structure} ${title}`
    // After a SMILES, bars belong to its title.
    if (!isOnlySmiles(structure) && (title.includes('|') || reportedNames(line) || undeterminedForm(line))) return line
    const isName =
      this.names.find(line) !== null ||
      isCasNumber(casNumber(line)) ||
      this.#isName(structure) ||
      (!isOnlySmiles(structure) && this.#beforeLabels(line) !== null) ||
      (mixed && this.#nameBegunBySmiles(line) !== null)
    return isName ? line : structure
  }

  /** A text that states several structures or names, or a name of which a form is not known; null for almost all. */
  async #set(text: string, lookUp: boolean): Promise<ResolvedInput | null> {
    if (!lookUp && !mayBeSet(text)) return null
    const read = async (structure: string) => (await this.#meaning({ structure, lookUp })).meaning
    const form = lookUp ? undeterminedForm(text) : null
    if (form && this.names.findName(text) === null) return ofForm(form.form, form.words, await this.#byName(form.name))
    return statedSet(text, lookUp ? this.names : null, meaningOf, read)
  }

  #isName(text: string): boolean {
    const found = this.names.find(text)
    return found !== null && (found.kind === 'one' ? found.lookup.by : found.by) === 'name'
  }

  /** A text of any kind; null means a structure. A recorded name precedes a SMILES: PCP is both. */
  #lookUp(text: string): ResolvedInput | null {
    const found = this.names.find(text) ?? this.#beforeLabels(text)
    const meaning = found ? meaningOf(found) : this.#byNumber(text)
    if (meaning) return meaning
    const smiles = this.#nameBegunBySmiles(text)
    return smiles === null
      ? null
      : unreadable({
          code: 'unknown-name',
          given: text,
          similar: this.names.like(text),
          ...(this.names.find(smiles) === null && { smiles }),
        })
  }

  /**
   * The first word of a text that reads as a name or code, if that word is also a SMILES: CP of "CP 55,940". Null for a
   * SMILES with a title.
   */
  #nameBegunBySmiles(text: string): string | null {
    const [, first = '', rest = ''] = /^(\S+)\s+(\S.*)$/.exec(text.trim()) ?? []
    if (!mayBeginName(first) || rest.startsWith('|') || this.#isDrawnAs(rest, first)) return null
    const named =
      continuesName(first, rest) ||
      this.names.find(first) !== null ||
      rest.split(/\s+/).some((word) => this.names.findName(word) !== null && !this.#isDrawnAs(word, first))
    return named ? first : null
  }

  readonly #isShortName = (word: string) => this.names.findName(word) !== null

  #isDrawnAs(name: string, smiles: string): boolean {
    const found = this.names.findName(name)
    return found?.kind === 'one' && found.lookup.structure === smiles
  }

  /** A name followed by labels, as "acetone cyanohydrin" is not, or a number by what names no other substance. */
  #beforeLabels(text: string): Named | null {
    for (const [name, form] of labelled(text, this.#isShortName)) {
      const found = form === '' ? null : this.names.find(name)
      if (found?.kind === 'one' && found.lookup.by === 'name') return { ...found, lookup: { ...found.lookup, form } }
      if (found) return found
    }
    const [number, ...rest] = text.split(/\s+/)
    const found = rest.length === 0 ? null : this.names.find(number!)
    if (found?.kind !== 'one') return found?.by === 'name' ? null : found
    // "58-08-2 437-38-7" is two substances.
    const others = [rest.join(' '), ...rest].flatMap((own) => this.names.findName(own) ?? [])
    const isOther = (other: Named) => other.kind === 'one' && other.lookup.substance !== found.lookup.substance
    return found.lookup.by === 'name' || others.some(isOther) ? null : found
  }

  #byKey(key: string): ResolvedInput {
    const found = this.names.findBy('inchikey', key.replace(/^InChIKey=/i, ''))
    return found ? meaningOf(found) : unreadable({ code: 'unknown-inchikey', given: key })
  }

  /** A text that is known to be no SMILES. */
  async #byName(name: string): Promise<ResolvedInput> {
    if (isInchi(name)) return this.#readInchi(name)
    const set = await this.#set(name, true)
    if (set) return set
    const found = this.#named(name)
    if (found) return meaningOf(found)
    return (
      this.#byNumber(name) ??
      (await this.#furtherName(name)) ??
      unreadable({ code: 'unknown-name', given: name, similar: this.names.like(name) })
    )
  }

  async #furtherName(text: string): Promise<ResolvedInput | null> {
    const found = await this.#further(text)
    if (found?.kind === 'ask') return unreadable({ code: 'unknown-name', given: text, similar: found.names })
    if (found) return meaningOf(found)
    // Another name of the same substance may follow in brackets.
    const [, name = '', other = '', rest = ''] = /^(.+?)\s*\(([^()]*\p{L}{3}[^()]*)\)(.*)$/u.exec(text) ?? []
    const [one, same] = other === '' ? [] : [await this.#known(name + rest), await this.#known(other)]
    if (one?.kind !== 'one' || same?.kind !== 'one' || one.lookup.structure === null) return this.#mixture(text)
    return one.lookup.structure === same.lookup.structure ? meaningOf(one) : null
  }

  async #mixture(text: string): Promise<ResolvedInput | null> {
    const parts: Lookup[] = []
    for (const part of mixtureParts(text) ?? []) {
      const known = await this.#known(part)
      if (known?.kind !== 'one') return null
      parts.push(known.lookup)
    }
    const mixture = mixtureOf(parts)
    return mixture && meaningOf({ kind: 'one', lookup: mixture })
  }

  async #further(text: string) {
    const { edition } = this.law
    const exact = await furtherName(edition, text, this.#isShortName)
    if (exact) return exact
    let asks: Awaited<ReturnType<typeof furtherFoldedName>> = null
    // With all words first: prasterone sulfate is an ester, no salt.
    for (const own of foldedNames(text)) {
      const found = this.names.findFolded(text, own) ?? (await furtherFoldedName(edition, own))
      if (found && found.kind !== 'ask') return found
      asks ??= found
    }
    return asks
  }

  async #known(name: string) {
    return this.#named(name) ?? (await this.#further(name))
  }

  #named(name: string): Named | null {
    return this.names.findName(name) ?? this.#beforeLabels(name)
  }

  /** A CAS number in another spelling, or an identifier that is not recorded; null for other texts. */
  #byNumber(text: string): ResolvedInput | null {
    const number = casNumber(text)
    if (isCasNumber(number)) {
      const byCas = this.names.findBy('cas', number)
      return byCas ? meaningOf(byCas) : unreadable(unknownCas(text, number))
    }
    return looksLikeInchikey(text) ? unreadable({ code: 'unknown-inchikey', given: text }) : null
  }

  async #byCas(cas: string, name: string): Promise<Omit<Resolved, 'warnings'> & Partial<Resolved>> {
    const number = casNumber(cas)
    const byCas = this.names.findBy('cas', number)
    const named = name === '' ? null : await this.#known(name)
    const byName = named?.kind === 'ask' ? null : named
    if (byCas === null) {
      const failure = unknownCas(cas, number)
      return byName?.kind === 'one'
        ? { meaning: meaningOf(byName), input: name, warnings: [failure] }
        : { meaning: unreadable(byName ? shared(byName) : failure), input: cas }
    }
    if (byCas.kind === 'several')
      return byName?.kind === 'one' && byCas.names.includes(byName.lookup.name!)
        ? { meaning: meaningOf(byName), input: name }
        : { meaning: unreadable(shared(byCas)), input: cas }
    if (byName?.kind !== 'one' || byName.lookup.substance === byCas.lookup.substance)
      return { meaning: meaningOf(byCas), input: cas }
    const said = { cas: saidBy(cas, byCas.lookup), name: saidBy(name, byName.lookup) }
    const agree = await this.#agree(byCas.lookup.structure, byName.lookup.structure)
    if (agree === 'same') return { meaning: meaningOf(byCas), input: cas }
    const { by, structure } = byName.lookup
    // All that a product has counts, if the number is of one part of it.
    if (by === 'product' && structure?.split('.').includes(byCas.lookup.structure!))
      return { meaning: meaningOf(byName), input: name }
    return { meaning: unreadable({ code: 'contradiction', ...said }), input: cas }
  }

  async #readInchi(text: string): Promise<ResolvedInput> {
    const read = await readInchi(text.trim(), await this.reader(), this.inchi, this.names)
    return 'why' in read
      ? unreadable({ code: 'inchi', why: read.why })
      : drawn(read.lookup.structure!, false, read.lookup)
  }

  /** Disagreements of the InChIKey, CAS number and name with the structure of the same row. */
  async #against(text: string, { inchikey = '', cas = '', name = '' }: GivenIdentifiers): Promise<Warning[]> {
    const warnings: Warning[] = []
    const number = casNumber(cas)
    if (cas.trim() !== '' && isCasNumber(number) && !hasCheckDigit(number)) warnings.push(badCas(cas.trim(), number))
    const others: [LookupKind, string, Named | null][] = [
      ['inchikey', inchikey, inchikey.trim() === '' ? null : this.names.findBy('inchikey', inchikey)],
      ['cas', cas, cas.trim() === '' ? null : this.names.findBy('cas', number)],
      ['name', name, name.trim() === '' ? null : this.names.findName(name)],
    ]
    for (const [by, given, found] of others) {
      if (found?.kind !== 'one') continue
      const agree = await this.#agree(text, found.lookup.structure)
      if (agree === 'other substance' || agree === 'other stereo')
        warnings.push({
          code: agree === 'other stereo' ? 'other-stereo' : 'other-substance',
          by,
          said: saidBy(given.trim(), found.lookup),
        })
    }
    return warnings
  }

  async #agree(text: string | null, recorded: string | null) {
    if (text === null || recorded === null) return 'not known'
    if (text === recorded) return 'same'
    const reader = await this.reader()
    const own = identityOf(reader, text, this.law)
    return agreement(
      own,
      remembered(this.#recorded, recorded, () => identityOf(reader, recorded, this.law)),
    )
  }
}

/** Structures that were drawn, or that stand for a drawing: the other columns of the row are compared with them. */
const drawings: ReadonlySet<LookupKind | undefined> = new Set([undefined, 'code', 'inchikey', 'inchi'])

/** No text, or a mol block without atoms. */
export function isEmpty(text: string): boolean {
  return text.trim() === '' || /^(?:[^\n]*\n){3} {2}0 {2}0[^\n]*V2000/.test(text)
}

function drawn(text: string, orName: boolean, lookup: Lookup | null = null): ResolvedInput {
  return { kind: 'structure', text, lookup, orName }
}

/** A salt is judged as its base, whichever it is; of unknown stereochemistry is the structure drawn without it. */
function ofForm(form: OpenForm, words: string, meaning: ResolvedInput): ResolvedInput | null {
  if (meaning.kind === 'set') return form === 'any salt' ? meaning : null
  if (meaning.kind !== 'structure' || meaning.lookup === null) return null
  const { text, lookup } = meaning
  if (form === 'any salt') return drawn(text, false, { ...lookup, form: words })
  const structure = form === 'racemate' ? racemateOf(text) : text.replace(/[@/\\]/g, '')
  return drawn(structure, false, { ...lookup, form: words, structure, flat: true })
}

function racemateOf(smiles: string): string {
  const atoms = smiles.match(/\[[^\]]*\]|Cl|Br|[A-Za-z*]/g) ?? []
  const centres = atoms.flatMap((atom, i) => (atom.includes('@') ? [i] : []))
  return centres.length === 0 ? smiles : `${smiles} |&1:${centres.join()}|`
}

function unreadable(failure: Failure): ResolvedInput {
  return { kind: 'unreadable', failure }
}

function meaningOf(found: Named): ResolvedInput {
  if (found.kind === 'several') return unreadable(shared(found))
  const { lookup } = found
  return lookup.structure === null
    ? { kind: 'recorded', lookup: { ...lookup, substance: lookup.substance! } }
    : drawn(lookup.structure, false, lookup)
}

function shared(found: Named): Failure {
  return found.kind === 'several'
    ? { code: 'shared-name', by: found.by, names: found.names }
    : { code: 'shared-name', by: found.lookup.by, names: [found.lookup.name!] }
}

function unknownCas(given: string, number: string): NoCas {
  return hasCheckDigit(number) ? { code: 'unknown-cas', given } : badCas(given, number)
}

function badCas(given: string, number: string): NoCas {
  return { code: 'bad-cas', given, digit: isCasNumber(number) ? checkDigit(number) : null }
}

function saidBy(given: string, { name }: Lookup): Said {
  return { given, recorded: name! }
}
