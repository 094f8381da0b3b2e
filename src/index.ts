import { Reader, UnreadableStructure } from './chem/index.js'
import { contentText, flawOf, type Edition } from './law/index.js'
import {
  assess,
  checkQuery,
  indexLaw,
  type AssessOptions,
  type Assessment,
  type LawIndex,
  type Query,
} from './matching/index.js'

export { Reader, UnreadableStructure }
export type { EngineOptions, Problem, ProblemCode } from './chem/index.js'
export type { Edition } from './law/index.js'
export {
  historyOf,
  UnknownName,
  type Assessment,
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
export { toJson, type InputRef, type RunInfo } from './report/index.js'

/**
 * Makes an edition ready to be asked; the JSON file is `analogue-coverage/edition.json`.
 * @throws {TypeError} when it is not an edition of the format that this version reads
 */
export function loadEdition(edition: unknown): LawIndex {
  const flaw = flawOf(edition)
  if (flaw !== null) throw new TypeError(`not an edition: ${flaw}`)
  return indexLaw(edition as Edition)
}

/**
 * Whether an edition has the hash it states, so that its content is what was compiled. Takes some 20 ms.
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

/**
 * Judges one SMILES or mol block on a day. An input that cannot be read is a result (`unreadable`), not an error.
 * @throws {UnknownName} for a day, jurisdiction or rule that does not exist
 */
export async function check(
  reader: Reader,
  law: LawIndex,
  structure: string,
  query: Query,
  options?: AssessOptions,
): Promise<Assessment> {
  checkQuery(law, query)
  await reader.ready()
  return assess(reader, law, structure, query, options)
}
