import { isMolBlock } from '../../chem/index.js'
import type { BatchRecord, RecordDay, SourceNotes } from './batch-record.js'
import type { Identifiers } from '../../identifiers/index.js'
import { andMore } from '../../report/index.js'

const wordsIn = (text: string): readonly string[] => text.trim().split(/\s+/)

/** Header names under which SMILES are commonly found, letters and digits only. */
const smilesNames = wordsIn(`
  smiles canonicalsmiles isomericsmiles smilescanonical smi cxsmiles structure structuresmiles molsmiles
  compoundsmiles ligandsmiles
`)
const idNames = wordsIn(`
  exhibit exhibitno exhibitnumber exhibitid id name compoundid moleculeid molid sampleid identifier compound
  compoundname molecule title zincid chemblid cas
`)

const inchiNames = wordsIn('inchi standardinchi inchistring pubchemiupacinchi')
const inchikeyNames = wordsIn('inchikey standardinchikey stdinchikey pubchemiupacinchikey')
const casNames = wordsIn('cas casrn casno casnr casnumber casnummer casnumbers casregistrynumber casregistryno')
const nameNames = wordsIn(`
  name substance substancename compoundname compound chemicalname chemical preferredname commonname drugname
  drug inn title stoff stoffname bezeichnung wirkstoff stoffbezeichnung chemikalie productname
`)
/** Columns that may hold a structure or any identifier, and those that may with `--lookup`. */
const anyNames = ['identifier', 'input', 'query']
const mixedNames = [...anyNames, ...nameNames, 'id']

const plain = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, '')

export function isSmilesName(name: string): boolean {
  return smilesNames.includes(plain(name))
}

/** Whether a column gives the day of the law for each row: `as_of`, `asOf`, `As of`. */
export function isDayName(name: string): boolean {
  return ['asof', 'asofday', 'asofdate'].includes(plain(name))
}

/** Whether a column gave the day by which a written row is judged. */
export function hasOwnDay({
  asOf,
  fields = {},
}: {
  readonly asOf: string
  readonly fields?: Record<string, string> | undefined
}): boolean {
  return Object.entries(fields).some(([name, value]) => isDayName(name) && value.trim().startsWith(asOf))
}

/** Whether rows with the same value in a column are members of one set of structures. */
function isSetName(name: string): boolean {
  return plain(name) === 'set'
}

/** Columns by name or 1-based number, as options give them. */
export interface ColumnChoice {
  readonly smiles?: string
  readonly id?: string
  readonly inchi?: string
  readonly inchikey?: string
  readonly cas?: string
  readonly name?: string
  /** Whether a column of names may also hold structures. */
  readonly mixed?: boolean
}

/** Index of each column; -1 if there is none. */
export interface Columns {
  readonly smiles: number
  readonly id: number
  readonly inchi: number
  readonly inchikey: number
  readonly cas: number
  readonly name: number
  /** All that give a day. */
  readonly days: readonly number[]
  /** What rows of one set share. */
  readonly set: number
}

const identifierKinds = ['inchi', 'inchikey', 'cas', 'name'] as const
const ofKinds = (index: (kind: (typeof identifierKinds)[number]) => number) => ({
  inchi: index('inchi'),
  inchikey: index('inchikey'),
  cas: index('cas'),
  name: index('name'),
})
const commonNames = { inchi: inchiNames, inchikey: inchikeyNames, cas: casNames, name: nameNames }

/**
 * The columns named by options or recognised by common headers; null if none can be a structure, name or number.
 * @param missing called for a column that an option names but the table lacks; null if it may lack it
 */
export function chooseColumns(
  header: readonly string[],
  choice: ColumnChoice,
  missing: ((given: string) => Error) | null,
  guess = true,
): Columns | null {
  const chosen = (given: string | undefined, names: readonly string[]): number => {
    if (given === undefined) return guess ? firstOf(header, names) : -1
    const index = columnIndex(header, given)
    if (index < 0 && missing) throw missing(given)
    return index
  }
  const identifiers = ofKinds((kind) => chosen(choice[kind], commonNames[kind]))
  const days = guess ? daysAmong(header) : []
  const set = guess ? header.findIndex(isSetName) : -1
  const id = chosen(choice.id, idNames)
  const named = identifierKinds.some((kind) => choice[kind] !== undefined)
  // Without a header the first column is the structure, unless an option names another.
  const smiles = choice.smiles === undefined && !guess ? (named ? -1 : 0) : chosen(choice.smiles, smilesNames)
  if (smiles >= 0) return { smiles, id, ...identifiers, days, set }
  const { inchi, inchikey, cas } = identifiers
  const numbered = [inchi, inchikey, cas].some((index) => index >= 0)
  if (!named && !numbered && choice.smiles === undefined) {
    const any = firstOf(header, choice.mixed ? mixedNames : anyNames)
    if (any >= 0) return { smiles: any, id, ...ofKinds(() => -1), days, set }
  }
  return Object.values(identifiers).some((index) => index >= 0) ? { smiles, id, ...identifiers, days, set } : null
}

/** The chosen columns by the names that this table has, for others with another order of columns. */
export function byName(header: readonly string[], choice: ColumnChoice): ColumnChoice {
  const kinds = (['smiles', 'id', ...identifierKinds] as const).filter((kind) => choice[kind] !== undefined)
  const names = kinds.map((kind) => [kind, header[columnIndex(header, choice[kind]!)] ?? choice[kind]])
  return { ...choice, ...Object.fromEntries(names) }
}

/**
 * Notes whether rows give their match or a day of their own, and the columns that are named like structures and not
 * read, by which a structure could go unchecked.
 * @param names as `columns` before repeated ones got a number
 */
export function noteColumns(
  source: SourceNotes,
  columns: readonly string[],
  names: readonly string[],
  chosen: Columns,
  choice: ColumnChoice,
): void {
  source.matched = chosen.smiles < 0
  noteDay(source, names)
  noteStructures(source, columns, names, chosen, choice)
}

/** The second part of the same, for rows that have columns of their own. */
export function noteStructures(
  source: SourceNotes,
  columns: readonly string[],
  names: readonly string[],
  { smiles }: Columns,
  choice: ColumnChoice,
): void {
  if (smiles < 0) return
  const wanted = choice.smiles?.trim().toLowerCase()
  const isLike = (name: string) => (wanted === undefined ? isSmilesName(name) : name.trim().toLowerCase() === wanted)
  if (!isLike(names[smiles]!)) return
  const others = columns.filter((_, i) => i !== smiles && isLike(names[i]!))
  const { read = columns[smiles]!, others: before = [] } = source.structures ?? {}
  if (others.length > 0) source.structures = { read, others: [...new Set([...before, ...others])] }
}

/** Notes that a row has columns that others lack. */
export function noteBeyond(source: SourceNotes, names: readonly string[]): void {
  if (names.length === 0) return
  source.beyond = (source.beyond ?? 0) + 1
  noteDay(source, names)
}

export function noteDay(source: SourceNotes, names: readonly string[]): void {
  const day = names.find(isDayName)
  if (day !== undefined) source.day ??= day
  else source.date ??= names.find((name) => ['date', 'day', 'datum'].includes(plain(name)))
}

/** SD properties that identify a record. */
const propertyIds = [
  ...wordsIn('id idnumber databaseid chemblid pubchemcompoundcid zincid dsstoxsubstanceid catalogid'),
  ...idNames,
]

/** Columns of an SD record, which has a block for its structure and may lack properties that others have. */
export function chooseProperties(names: readonly string[], choice: ColumnChoice): Columns {
  const chosen = (given: string | undefined, common: readonly string[]) =>
    given === undefined ? firstOf(names, common) : columnIndex(names, given)
  return {
    smiles: -1,
    id: chosen(choice.id, propertyIds),
    ...ofKinds((kind) => chosen(choice[kind], commonNames[kind])),
    days: daysAmong(names),
    set: names.findIndex(isSetName),
  }
}

/** What a row gives in addition to its structure; undefined if nothing. */
export function identifiersOf(
  columns: Columns,
  cell: (index: number) => string | undefined,
): Omit<Identifiers, 'structure'> | undefined {
  let found: Record<string, string> | undefined
  for (const kind of identifierKinds) {
    const value = columns[kind] < 0 ? undefined : cell(columns[kind])?.trim()
    if (value) (found ??= {})[kind] = value
  }
  return found
}

/** The day and the set that a row gives, if any. */
export function placeOf(
  columns: Columns,
  header: readonly string[],
  cell: (index: number) => string | undefined,
): Pick<BatchRecord, 'day' | 'set'> {
  const day = dayOf(columns, header, cell)
  const set = columns.set < 0 ? '' : (cell(columns.set)?.trim() ?? '')
  return { ...(day && { day }), ...(set !== '' && { set }) }
}

/** The day that a row gives; columns that disagree are given together, which is no day. */
function dayOf(
  columns: Columns,
  header: readonly string[],
  cell: (index: number) => string | undefined,
): RecordDay | undefined {
  let found: { column: string; text: string } | undefined
  for (const index of columns.days) {
    const text = cell(index)?.trim() ?? ''
    if (text === '' || text === found?.text) continue
    found = found
      ? { column: `${found.column}, ${header[index]}`, text: `${found.text}, ${text}` }
      : { column: header[index]!, text }
  }
  return found
}

function daysAmong(names: readonly string[]): number[] {
  return names.flatMap((name, i) => (isDayName(name) ? [i] : []))
}

const headerLines = 3

/** The structure in a cell, trimmed, but with the three header lines of a mol block, each of which may be blank. */
export function structureIn(cell: string): string {
  if (!isMolBlock(cell)) return cell.trim()
  const lines = cell.trimEnd().split('\n')
  const counts = lines.findIndex((line) => /V[23]000\s*$/.test(line))
  const text = lines.findIndex((line) => line.trim() !== '')
  return lines.slice(Math.max(0, Math.min(text, counts - headerLines))).join('\n')
}

/** Index of a column or sheet by name (case does not count) or 1-based number; -1 if there is none. */
export function columnIndex(header: readonly string[], wanted: string): number {
  const exact = header.indexOf(wanted)
  if (exact >= 0) return exact
  const loose = header.findIndex((name) => name.trim().toLowerCase() === wanted.trim().toLowerCase())
  if (loose >= 0) return loose
  return /^[1-9]\d*$/.test(wanted) && Number(wanted) <= header.length ? Number(wanted) - 1 : -1
}

function firstOf(header: readonly string[], names: readonly string[]): number {
  const plains = header.map(plain)
  return names.map((name) => plains.indexOf(name)).find((index) => index >= 0) ?? -1
}

/** Numbers a repeated or empty column name, so that no value is lost when names are keys. */
export function distinct(names: readonly string[]): string[] {
  const given = new Set(names)
  const taken = new Set<string>()
  return names.map((name, i) => {
    let own = name
    if (name === '' || taken.has(name))
      for (own = `${name || 'column'}${i + 1}`; given.has(own) || taken.has(own); ) own += '_'
    taken.add(own)
    return own
  })
}

const namesShown = 50

/** Names for a message: a table can have thousands. */
export function listed(names: readonly string[]): string {
  return andMore(names, namesShown)
}
