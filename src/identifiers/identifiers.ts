/** The identifiers of one substance from a row or a caller; each may be missing or empty. */
export interface Identifiers {
  /** SMILES, mol block or InChI. */
  readonly structure?: string
  readonly inchi?: string
  readonly inchikey?: string
  readonly cas?: string
  readonly name?: string
}

/** The same, but `structure` may contain any of them. */
export interface GivenIdentifiers extends Identifiers {
  readonly lookUp: boolean
}

export function isInchi(text: string): boolean {
  return /^\s*InChI=/i.test(text)
}

/** Starts the InChI reader when the first InChI occurs. */
export interface InchiReader {
  /** SMILES of an InChI; null if it cannot be read. @throws {NoInchiReader} */
  smilesOf(inchi: string): Promise<string | null>
}

export class NoInchiReader extends Error {
  override name = 'NoInchiReader'
}
