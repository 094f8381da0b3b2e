/** What an input was looked up by instead of drawing it. */
export type LookupKind = 'name' | 'cas' | 'code' | 'inchikey' | 'inchi'

/** The recorded substance that an input names, or the structure read from its InChI. */
export interface Lookup {
  readonly by: LookupKind
  /** Id and name of the record; null for an InChI that is no recorded substance. */
  readonly substance: string | null
  readonly name: string | null
  /** SMILES that is judged in place of the input; null where the record has no single structure. */
  readonly structure: string | null
  /** Why there is no structure. */
  readonly why: string | null
}
