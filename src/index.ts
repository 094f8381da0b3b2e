import { Reader, ReaderClosed, UnreadableStructure } from './chem/index.js'
import { jurisdictionCode, NoInchiReader, Resolver } from './identifiers/index.js'
import type { Identifiers, InchiReader, Lookup } from './identifiers/index.js'
import { LawQuestion } from './answers/index.js'
import { contentText, flawOf, type Edition } from './law/index.js'
import { checkQuery, historyOf as historyIn, indexLaw } from './matching/index.js'
import type { AssessOptions, LawIndex, Query } from './matching/index.js'
import {
  failureProblem,
  rowWarnings,
  toJson as writeJson,
  wholeRow,
  type Answer,
  type RowWarning,
} from './report/index.js'
import { refuseUnknown, WrongArgument } from './wrong-argument.js'

export { Reader, ReaderClosed, UnreadableStructure, WrongArgument, wholeRow }
export type { EngineOptions, Problem, ProblemCode } from './chem/index.js'
export type { Edition } from './law/index.js'
export type { Identifiers, InchiReader, Lookup } from './identifiers/index.js'
export {
  UnknownName,
  type AssessOptions,
  type Caveat,
  type CitedClause,
  type ClassFinding,
  type Finding,
  type Judgement,
  type JurisdictionHistory,
  type JurisdictionResult,
  type LawIndex,
  type ListedFinding,
  type NearMiss,
  type Query,
  type Verdict,
} from './matching/index.js'
export type { Answer, InputRef, RowWarning, RunInfo } from './report/index.js'

/**
 * Prepares an edition for use; the JSON file is `analogue-coverage/edition.json`.
 * @throws {TypeError} when it is not an edition of the format that this version reads
 */
export function loadEdition(edition: unknown): LawIndex {
  const flaw = flawOf(edition)
  if (flaw !== null) throw new TypeError(`not an edition: ${flaw}`)
  return indexLaw(edition as Edition)
}

/**
 * Whether an edition matches its stated hash, so that its content is what was compiled. Takes some 20 ms.
 * @throws {TypeError} as `loadEdition` does
 */
export async function verifyEdition(edition: unknown): Promise<boolean> {
  const { sha256 } = loadEdition(edition).edition
  const digest = await globalThis.crypto.subtle.digest(
    'SHA-256',
    new TextEncoder().encode(contentText(edition as Edition)),
  )
  return sha256 === [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

export interface CheckOptions extends Pick<AssessOptions, 'identify'> {
  /** False: the input is read as a structure only, not as a recorded name, CAS number, code or InChIKey. */
  readonly lookUp?: boolean
  /** Reads InChIs other than those of recorded substances; see `docs/library.md`. */
  readonly inchi?: InchiReader
}

/** How the substance of an answer was found. */
export interface FoundBy {
  /** The recorded substance that was named, or the structure of an InChI; null if a structure was given. */
  readonly lookup: Lookup | null
  /** Contradictions between the deciding identifier and the others. */
  readonly warnings: readonly RowWarning[]
}

/** An answer; `structure` is null for a substance without one (a plant), and for a set, which has `members`. */
export type Checked = Answer & FoundBy

/**
 * Judges one SMILES, mol block or InChI on a day, or the substance that identifiers name: the structure decides, then
 * InChI, InChIKey, CAS number and name. An input that cannot be read, or is not recorded, is a result (`unreadable`),
 * not an error.
 * @throws {UnknownName} for a day, jurisdiction or rule that does not exist
 * @throws {WrongArgument} for an invalid reader, law, text or query, or a field of these that does not exist
 */
export async function check(
  reader: Reader,
  law: LawIndex,
  input: string | Identifiers,
  query: Query,
  options: CheckOptions = { identify: 'all' },
): Promise<Checked> {
  if (!(reader instanceof Reader)) throw new WrongArgument('reader', reader, 'a Reader, which Reader.start gives')
  if (typeof law?.edition !== 'object') throw new WrongArgument('law', law, 'a law, which loadEdition gives')
  if (typeof input !== 'string' && (typeof input !== 'object' || input === null))
    throw new WrongArgument('structure', input, 'a SMILES, mol block or InChI as text, or identifiers')
  if (typeof query?.asOf !== 'string')
    throw new WrongArgument('query', query, "a query with a day, such as { asOf: '2026-09-01' }")
  refuseUnknown('query', query, queryFields)
  refuseUnknown('options', options, optionFields)
  if (typeof input !== 'string') refuseUnknown('structure', input, identifierFields)
  const inCodes = withCodes(query)
  checkQuery(law, inCodes)
  const { lookUp = true, inchi = noInchiReader, identify = 'all' } = options
  const resolver = resolverFor(law, reader, inchi)
  const given = typeof input === 'string' ? { structure: input } : input
  const { meaning, warnings } = await resolver.resolve({ ...given, lookUp })
  const question = new LawQuestion(resolver.reader, law, inCodes, { engine: true, nearMisses: true })
  const answer = await question.about(meaning, resolver.names, identify)
  const found = { lookup: meaning.kind === 'unreadable' ? null : meaning.lookup, warnings: rowWarnings(warnings) }
  return answer.kind === 'no substance'
    ? { kind: 'unreadable', problem: failureProblem(answer.failure), ...found }
    : { ...answer, ...found }
}

/** Every change in the legal status of a structure. @throws {UnknownName} as `check` does */
export const historyOf: typeof historyIn = (structure, law, query, ...more) => {
  checkQuery(law, { asOf: '2000-01-01', ...withCodes(query) })
  return historyIn(structure, law, withCodes(query), ...more)
}

/** Jurisdictions by name are those of the codes. */
function withCodes<Q extends Pick<Query, 'jurisdictions'>>(query: Q): Q {
  const { jurisdictions } = query
  return jurisdictions ? { ...query, jurisdictions: [...new Set(jurisdictions.map(jurisdictionCode))] } : query
}

/** Field names of a type; the compiler keeps them complete. */
function fields<T>(all: Record<keyof T, true>): string[] {
  return Object.keys(all)
}

const queryFields = fields<Query>({
  asOf: true,
  jurisdictions: true,
  assume: true,
  kinds: true,
  future: true,
  setsCountAs: true,
  positions: true,
  readings: true,
  undated: true,
})
const optionFields = fields<CheckOptions>({ identify: true, lookUp: true, inchi: true })
const identifierFields = fields<Identifiers>({ structure: true, inchi: true, inchikey: true, cas: true, name: true })

const noInchiReader: InchiReader = { smilesOf: () => Promise.reject(new NoInchiReader()) }

/** The names of an edition are indexed once. */
const resolvers = new WeakMap<LawIndex, { reader: Reader; inchi: InchiReader; resolver: Resolver }>()

function resolverFor(law: LawIndex, reader: Reader, inchi: InchiReader): Resolver {
  const known = resolvers.get(law)
  if (known?.reader === reader && known.inchi === inchi) return known.resolver
  const resolver = new Resolver(law, async () => reader, inchi)
  resolvers.set(law, { reader, inchi, resolver })
  return resolver
}

/**
 * One answer as `check --json` writes it; its fields are in docs/output.md and `analogue-coverage/result.schema.json`.
 * @throws {WrongArgument} if one of the first three is missing
 */
export const toJson: typeof writeJson = (ref, assessment, run, ...more) => {
  if (typeof ref?.input !== 'string') throw new WrongArgument('ref', ref, 'the input: { index, id, input }')
  if (typeof assessment?.kind !== 'string')
    throw new WrongArgument('assessment', assessment, 'an answer, which check gives')
  if (typeof run?.asOf !== 'string') throw new WrongArgument('run', run, 'the run: { asOf, edition, tool, query }')
  return writeJson(ref, assessment, run, ...more)
}
