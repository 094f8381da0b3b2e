import type { Problem, ProblemCode } from '../../chem/index.js'
import type { Lookup, LookupKind } from '../../identifiers/index.js'
import type { JurisdictionRecords } from '../../law/index.js'

export const problemWords = {
  empty: 'nothing to read',
  'bad-character': 'a character that does not occur in SMILES',
  syntax: 'not a SMILES',
  valence: 'an impossible valence',
  aromaticity: 'aromatic atoms that cannot be drawn with single and double bonds',
  reaction: 'a reaction, not one structure',
  inchi: 'InChI not read as a structure',
  'not-a-structure': 'not a structure',
  'too-large': 'too large',
  'too-long': 'too long',
  'mol-block': 'not a readable mol block',
  'engine-failure': 'the structure reader failed',
  budget: 'checking it exceeds the work limit for one structure',
  'unknown-name': 'name not recorded',
  'unknown-cas': 'CAS number not recorded',
  'unknown-inchikey': 'InChIKey not recorded',
  'bad-cas': 'not a valid CAS number',
  'shared-name': 'recorded for several substances',
  contradiction: 'CAS number and name belong to different substances',
  'no-such-atom': 'a drawing that contradicts itself',
  'too-many': 'it states too many structures',
  'set-member': 'a member of a set cannot be judged',
  'bad-day': 'no day of the law',
} satisfies Record<ProblemCode, string>

/** Why a structure has no name; shown next to its formula. */
export function unnamedWords(why: string): string {
  return `no InChIKey (${why})`
}

/** Codes of problems with identifiers: their messages are whole sentences. */
const sentences: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'unknown-name',
  'unknown-cas',
  'unknown-inchikey',
  'bad-cas',
  'shared-name',
  'contradiction',
  'set-member',
  'bad-day',
])

/** A name or number that the records lack, unlike an input that is no structure. */
const notRecorded: readonly ProblemCode[] = ['unknown-name', 'unknown-cas', 'unknown-inchikey']

export const problemKinds = ['unreadable', 'not recorded'] as const

export function problemKind({ code }: Pick<Problem, 'code'>): (typeof problemKinds)[number] {
  return notRecorded.includes(code) ? 'not recorded' : 'unreadable'
}

/** How many rows give a name or number that is not recorded. */
export function notRecordedIn(problems: ReadonlyMap<ProblemCode, number>): number {
  return notRecorded.reduce((sum, code) => sum + (problems.get(code) ?? 0), 0)
}

export function problemText(problem: Problem): string {
  if (sentences.has(problem.code)) return problem.message
  const where = problem.position === null ? '' : ` (position ${problem.position})`
  const said = problem.message === problemWords[problem.code] ? '' : `: ${problem.message}`
  return `${problemWords[problem.code]}${where}${said}`
}

export const lookupKinds = {
  name: 'recorded name',
  cas: 'CAS number',
  code: 'code',
  inchikey: 'InChIKey',
  inchi: 'InChI',
  'other name': 'other name',
  product: 'product',
  mixture: 'mixture',
  medicine: 'medicines',
  'everyday chemical': 'everyday chemicals',
} satisfies Record<LookupKind, string>

export function matchedWords(name: string): string {
  return `not a structure but the name or number of ${name}`
}

export function lookupWords(lookup: Lookup): string {
  const mixed = { product: 'a product with', mixture: 'a mixture of' }[lookup.by as string]
  if (mixed !== undefined) return `${mixed} ${lookup.name}. Structure used: ${lookup.structure}`
  if (lookup.substance === null)
    return lookup.by === 'inchi'
      ? `structure read from its InChI: ${lookup.structure}`
      : `read as ${lookup.structure} (${lookupKinds[lookup.by]})`
  const { name, form, flat } = lookup
  const named = form === undefined ? name : flat ? `${name}, ${form}` : `${name} ${form}, read as ${name}`
  const what = `matched ${lookupKinds[lookup.by]}: ${named} (${lookup.substance})`
  if (lookup.structure === null) return `${what}, not a single structure${lookup.why === null ? '' : `: ${lookup.why}`}`
  return `${what}. Structure used: ${lookup.structure}`
}

export const notRecordedHint = 'nor is it a recorded name, CAS number, code or InChIKey'

export const fileHint = 'it is a file; to check a file use: coverage batch'

export const alsoNameWords =
  'it is a recorded name that is also valid SMILES for something else; names were not looked up'

/** How many rows contradict themselves. */
export function mismatchWords(rows: number): string {
  return `${rows} ${rows === 1 ? 'row' : 'rows'}: name or CAS number disagrees with the structure (--only review)`
}

/** Rows that a filter leaves out and that may be controlled; null if there are none. */
export function leftOutWords(only: string, undecided: number, unreadable: number, notRecorded: number): string | null {
  const ones = [
    ...(undecided > 0 ? [`${undecided} undecided`] : []),
    ...(unreadable > 0
      ? [
          `${unreadable} unreadable` +
            `${notRecorded > 0 ? ` (${notRecorded} with a name or number that is not recorded)` : ''}`,
        ]
      : []),
  ]
  if (ones.length === 0) return null
  return `--only ${only} leaves out rows that may be controlled: ${ones.join(', ')} (--only review has them)`
}

/** Problems of records that never reach the structure reader. */
export const recordWords = {
  comment: 'a comment line',
  died: 'it crashed the structure reader',
  longLine: (bytes: number) => `${bytes} bytes in one line`,
  // Its cells are unknown, so only the line itself can identify it.
  openQuote: (row: number, line: string) => `a quote opened in row ${row} is never closed: ${line.slice(0, 60)}`,
  lostText: 'a cell refers to a text that the workbook does not have',
  unsaved: 'a cell has a formula whose value the workbook does not have; save it in a spreadsheet program',
  longRecord: (characters: number) => `a record of over ${characters} characters`,
  emptyRecord: 'an empty record',
  cutRecord: 'the record ends before M  END',
  noCounts: 'no counts line',
  rgFile: 'an RG file; write its R-groups as a V3000 mol block',
  noObject: 'no JSON object',
  noFields: 'no field with a structure, InChI, CAS number or name',
  tooWide: (fields: number, most: number) => `${fields} fields in one record, at most ${most} are read`,
  tooDeep: (levels: number) => `JSON nested more than ${levels} levels deep`,
  tooLarge: (bytes: number, most: number) => `it has ${bytes} bytes, at most ${most} are read`,
  version: (name: string) => `unknown version ${name}`,
  beyond: (rows: number) =>
    `${rows} ${rows === 1 ? 'row has values' : 'rows have values'} in columns that do not occur at the ` +
    'beginning of the file; these were not written (--format ndjson keeps them)',
  beyondHeader: (rows: number) =>
    `${rows} ${rows === 1 ? 'row has' : 'rows have'} more cells than the header; check that the others ` +
    'are in their columns',
  noProperty: (name: string) => `no record has the property ${name}; --id-col was ignored`,
  otherStructures: (others: readonly string[], read: string) =>
    `${others.length === 1 ? `the column ${others[0]} is` : `the columns ${others.join(', ')} are`} not ` +
    `checked, only ${read}; if the structures differ, check each with --smiles-col`,
  otherSheets: (others: readonly string[]) => `only the first sheet was read, not ${others.join(', ')} (--sheet)`,
  row: (row: number) => `row ${row}`,
  member: (member: number, of: number, why: string) =>
    `Member ${member} of ${of} cannot be read, so the set is not judged: ${why}`,
  joined: (rows: number, sets: number) =>
    `${rows} rows that share a value in the column set ` +
    `are ${sets} ${sets === 1 ? 'answer' : 'answers'}: each is one substance that is only partly known`,
  brokenSet: (set: string, first: number, row: number) =>
    `the rows of the set ${set} do not follow one another (rows ${first} and ${row}); sort the file by set, or ` +
    `rename the column set if its values are no sets of structures`,
  largeSet: (set: string, most: number) =>
    `more than ${most} rows have the set ${set}; rename the column set if its values are no sets of structures`,
  ownDay: (name: string, day: string) =>
    `each row is judged by the law of the day in ${name}, or of ${day} where there is none (--ignore-dates: all by ` +
    `that of ${day})`,
  begin: (laws: readonly JurisdictionRecords[]) =>
    `records begin on these days, and earlier control is not included: ${laws.map(beginning).join(', ')}`,
  dateUnused: (name: string, day: string) =>
    `the dates in ${name} are not used: all rows are judged by the law of ${day} (a column as_of gives a day for each)`,
  ownDayIgnored: (name: string, day: string) =>
    `the days in ${name} are ignored: all rows are judged by the law of ${day}`,
  ownDayUnused: (name: string) => `the days in ${name} are not used: the days of the comparison apply to all rows`,
  header: (line: string) => `line 1 was taken as a header: ${line.slice(0, 60)}`,
} as const

const beginning = ({ jurisdiction: { code, records_from: from } }: JurisdictionRecords) => `${code} ${from ?? '?'}`

/** Why a file cannot be read or written, by system error code. */
const systemWords: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  EACCES: 'permission is denied',
  EPERM: 'permission is denied',
  EISDIR: 'it is a folder',
  ENOTDIR: 'part of its path is not a folder',
  EROFS: 'its file system is read-only',
  ENOSPC: 'the disk is full',
  EMFILE: 'too many files are open',
  EPIPE: 'its reader has closed it',
}

/** A message in which Node quotes a system error (`ENOENT: no such file or directory, open 'x'`), in plain words. */
export function plainErrors(message: string): string {
  return message.replace(
    /\b(E[A-Z]{3,}): [a-z][^,()']*(?:, [a-z]+(?: '[^']*')?(?: -> '[^']*')?)?/g,
    (all, code: string) => systemWords[code] ?? all,
  )
}
