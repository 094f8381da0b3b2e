/** What a row or a caller gives of one substance; each may be missing or empty. */
export interface Identifiers {
  /** SMILES, mol block or InChI. */
  readonly structure?: string
  readonly inchi?: string
  readonly inchikey?: string
  readonly cas?: string
  readonly name?: string
}

/** The same, where the structure may be any of them instead. */
export interface Given extends Identifiers {
  readonly lookUp: boolean
}

export function isInchi(text: string): boolean {
  return /^\s*InChI=/i.test(text)
}

/** Starts reading InChI when the first is met. */
export interface InchiReader {
  /** SMILES of an InChI; null where it cannot be read. @throws {NoInchiReader} */
  smilesOf(inchi: string): Promise<string | null>
}

export class NoInchiReader extends Error {
  override name = 'NoInchiReader'
}
