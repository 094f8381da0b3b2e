/** The identifiers of one substance from a row or a caller; each may be missing or empty. */
export interface Identifiers {
  /** SMILES, mol block or InChI. */
  readonly structure?: string
  readonly inchi?: string
  readonly inchikey?: string
  readonly cas?: string
  readonly name?: string
}

/** A member of a set, with the name by which answers refer to it if not the identifier that decides. */
export interface GivenMember extends Identifiers {
  readonly label?: string
}

/** Identifiers as a row or a caller gives them, perhaps with a set of substances. */
export interface GivenIdentifiers extends Identifiers {
  /** Substances of which it is one; none of its own identifiers is then looked at. */
  readonly members?: readonly GivenMember[]
  /** What follows the structure on its line: the title of a SMILES, or more words of a name. */
  readonly title?: string | null
  /** Whether `structure` may contain any of them; true if not given. */
  readonly lookUp?: boolean
  /** Whether `structure` and `title` are as likely a name as a structure: CP 55,244 is then no SMILES with a title. */
  readonly mixed?: boolean
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
