import { append } from '../../remembered.js'
import type { Records, Substance, WordTable } from '../../law/index.js'
import { namesIn } from '../official/names-in-line.js'
import { comparableName } from '../official/candidates.js'
import type { NamesRow } from './names-table.js'
import { givenNames, translate, withoutEnding, type Translation } from './translate.js'

/** The structure that a systematic name describes. */
export interface ReadName {
  readonly smiles: string
  readonly inchikey: string
  readonly formula: string
}

/** A drafted row: how its structure was established, and the substance it is. */
export interface DraftedRow {
  readonly row: NamesRow
  readonly substance: string
  readonly by: 'InChIKey' | 'name' | 'CAS' | 'new'
  /** The name in English that OPSIN read; null if the substance was found by a name or CAS number alone. */
  readonly read: string | null
  /** What a reviewer has to check. */
  readonly remarks: readonly Remark[]
}

export type Remark =
  | { readonly kind: 'other stereo'; readonly substances: readonly string[] }
  | { readonly kind: 'other CAS'; readonly given: string; readonly recorded: readonly string[] }
  | { readonly kind: 'CAS of another'; readonly given: string; readonly substance: string }
  | { readonly kind: 'name of another'; readonly substance: string }

/** Why a row could not be drafted. */
export type Failure =
  | { readonly kind: 'no name' }
  | { readonly kind: 'unknown words'; readonly words: Translation['unknown']; readonly name: string }
  | { readonly kind: 'unread'; readonly name: string }
  | { readonly kind: 'duplicate CAS'; readonly cas: string; readonly first: number }
  | { readonly kind: 'duplicate substance'; readonly substance: string; readonly first: number }
  | { readonly kind: 'other formula'; readonly given: string; readonly read: string; readonly name: string }

/** The names of a row that may be systematic, in English. They are passed to the name reader all at once. */
export function namesOf({ name, systematic }: NamesRow, table: WordTable | null): Translation[] {
  const lines = [...(systematic === null ? [] : [systematic]), name].flatMap((line) =>
    givenNames(withoutEnding(line, table), table),
  )
  // OPSIN would read several names as one mixture.
  const names = lines.flatMap((line) => [line, ...namesIn(line)]).filter((name) => !name.includes('; '))
  return [...new Set(names)].map((line) => translate(line, table))
}

export type Draft = ReturnType<typeof draftRows>

/**
 * Drafts entries and substances from rows. It decides nothing: days, citations and scope are for the reviewer, and
 * entries without a period do not load.
 * @param read the structures of the names from `namesOf`, by name
 * @param source the text that prints the names
 */
export function draftRows(
  rows: readonly NamesRow[],
  records: Records,
  table: WordTable | null,
  read: (name: string) => ReadName | null,
  source: string,
) {
  const drafter = new Drafter(new Index(records.substances), table, read, source)
  const drafted: DraftedRow[] = []
  const failed: { row: NamesRow; why: Failure }[] = []
  for (const row of rows) {
    const done = drafter.draft(row)
    if ('why' in done) failed.push(done)
    else drafted.push(done)
  }
  return { drafted, failed, substances: drafter.substances }
}

class Drafter {
  readonly substances: Substance[] = []
  readonly #rowOfCas = new Map<string, number>()
  readonly #rowOfSubstance = new Map<string, number>()

  constructor(
    readonly recorded: Index,
    readonly table: WordTable | null,
    readonly read: (name: string) => ReadName | null,
    readonly source: string,
  ) {}

  draft(row: NamesRow): DraftedRow | { row: NamesRow; why: Failure } {
    const done = this.#rowDraft(row)
    if (!('why' in done)) this.#rowOfSubstance.set(`${row.list} ${done.substance}`, row.row)
    if (row.cas !== null && !this.#rowOfCas.has(row.cas)) this.#rowOfCas.set(row.cas, row.row)
    return done
  }

  #rowDraft(row: NamesRow): DraftedRow | { row: NamesRow; why: Failure } {
    if (row.name === '') return { row, why: { kind: 'no name' } }
    const first = row.cas === null ? undefined : this.#rowOfCas.get(row.cas)
    if (first !== undefined) return { row, why: { kind: 'duplicate CAS', cas: row.cas!, first } }
    const names = namesOf(row, this.table)
    const readable = names.filter((n) => n.unknown.length === 0).map((n) => n.name)
    const good = readable.find((name) => isUncharged(this.read(name)))
    const structure = good === undefined ? null : this.read(good)!
    const byName = readable.map((name) => this.recorded.byName.get(comparableName(name))).find((s) => s !== undefined)
    const found = byName ?? (row.cas === null ? undefined : this.recorded.byCas.get(row.cas))
    if (!structure && !found) return { row, why: whyUnread(names) }
    if (structure && row.formula !== null && row.formula.replace(/\s/g, '') !== structure.formula)
      return { row, why: { kind: 'other formula', given: row.formula, read: structure.formula, name: good! } }
    const same = structure ? this.recorded.byKey.get(structure.inchikey) : found
    const substance = same ?? this.#added(row, readable, good!, structure!)
    const twice = this.#rowOfSubstance.get(`${row.list} ${substance.id}`)
    if (twice !== undefined) return { row, why: { kind: 'duplicate substance', substance: substance.id, first: twice } }
    return {
      row,
      substance: substance.id,
      by: structure ? (same && !this.substances.includes(same) ? 'InChIKey' : 'new') : byName ? 'name' : 'CAS',
      read: good ?? null,
      remarks: remarksOn(this.recorded, row, substance, structure, byName),
    }
  }

  #added(row: NamesRow, readable: readonly string[], systematic: string, structure: ReadName): Substance {
    const short = readable.filter((n) => n !== '' && n.length < 40 && !this.read(n))
    const recorded = this.recorded
    const substance: Substance = {
      id: recorded.freeId(short[0] ?? systematic),
      name: short[0] ?? systematic,
      chemical_name: systematic,
      ...(short.length > 1 ? { aliases: [...new Set(short.slice(1))] } : {}),
      ...(row.cas?.match(/^\d{2,7}-\d{2}-\d$/) && !recorded.byCas.has(row.cas) ? { cas: [row.cas] } : {}),
      ...structure,
      structure: { from: 'chemical name', confirmed: [{ by: 'name in a law', in: this.source, name: systematic }] },
    }
    recorded.add(substance)
    this.substances.push(substance)
    return substance
  }
}

function remarksOn(
  recorded: Index,
  row: NamesRow,
  substance: Substance,
  structure: ReadName | null,
  byName: Substance | undefined,
): Remark[] {
  const cas = row.cas ?? ''
  const holder = recorded.byCas.get(cas)
  const sameAtoms = structure
    ? recorded.byAtoms.get(structure.inchikey.slice(0, 14))!.filter((s) => s !== substance)
    : []
  return [
    ...(sameAtoms.length > 0 ? [{ kind: 'other stereo' as const, substances: sameAtoms.map((s) => s.id) }] : []),
    ...(cas !== '' && substance.cas && holder !== substance
      ? [{ kind: 'other CAS' as const, given: cas, recorded: substance.cas }]
      : []),
    ...(holder && holder !== substance ? [{ kind: 'CAS of another' as const, given: cas, substance: holder.id }] : []),
    ...(byName && byName !== substance ? [{ kind: 'name of another' as const, substance: byName.id }] : []),
  ]
}

/** An ion is a truncated name ("acetate" for an ester), not a substance that a list names. */
const isUncharged = (structure: ReadName | null) => structure?.inchikey.endsWith('-N') === true

/** The name with the fewest unknown words shows what the table lacks; with none, the name cannot be read. */
function whyUnread(names: readonly Translation[]): Failure {
  const whole = names[0]!
  return whole.unknown.length > 0
    ? { kind: 'unknown words', words: whole.unknown, name: whole.name }
    : { kind: 'unread', name: whole.name }
}

/** Recorded substances by their names and numbers. */
class Index {
  readonly byKey = new Map<string, Substance>()
  readonly byAtoms = new Map<string, Substance[]>()
  readonly byName = new Map<string, Substance>()
  readonly byCas = new Map<string, Substance>()
  readonly #ids = new Set<string>()

  constructor(substances: readonly Substance[]) {
    for (const s of substances) this.add(s)
  }

  add(s: Substance): void {
    this.#ids.add(s.id)
    if (s.inchikey !== undefined && s.same_as === undefined) {
      this.byKey.set(s.inchikey, s)
      append(this.byAtoms, s.inchikey.slice(0, 14), s)
    }
    for (const name of [s.name, ...(s.aliases ?? [])])
      if (!this.byName.has(comparableName(name))) this.byName.set(comparableName(name), s)
    for (const cas of [...(s.cas ?? []), ...Object.keys(s.salts ?? {})]) this.byCas.set(cas, s)
  }

  /** An unused id derived from a name. */
  freeId(name: string): string {
    const base =
      name
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '-')
        .slice(0, 60)
        .replace(/^-+|-+$/g, '') || 'substance'
    let id = base
    for (let n = 2; this.#ids.has(id); n++) id = `${base}-${n}`
    return id
  }
}
