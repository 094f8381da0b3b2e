import type { Problem, ProblemCode } from '../../chem/index.js'
import type { Lookup, LookupKind } from '../../identifiers/index.js'

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

/** How many rows contradict themselves. */
export function mismatchWords(rows: number): string {
  return `${rows} ${rows === 1 ? 'row' : 'rows'}: name or CAS number disagrees with the structure (--only review)`
}
