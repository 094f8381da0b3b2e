/** The recorded substance that an input named instead of drawing it. */
export interface Lookup {
  readonly by: 'name' | 'cas' | 'code' | 'inchikey'
  readonly substance: string
  readonly name: string
  /** SMILES of the record, judged in place of the input; null where it has no single structure. */
  readonly structure: string | null
  /** Why there is no structure. */
  readonly why: string | null
}
