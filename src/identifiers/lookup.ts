/**
 * The kind of identifier by which an input that is not a drawing was looked up: also names that no record has, of
 * recorded substances, of products with them, and of shipped sets of structures.
 */
export type LookupKind =
  | ('name' | 'cas' | 'code' | 'inchikey' | 'inchi')
  | ('other name' | 'product' | 'mixture' | 'medicine' | 'everyday chemical')

/** The recorded substance that an input names, or the structure read from its InChI. */
export interface Lookup {
  readonly by: LookupKind
  /** Id and name of the record; null for what is not recorded. */
  readonly substance: string | null
  readonly name: string | null
  /** For the number of a salt or hydrate, which: citrate. For a form that is not known, what was said of it. */
  readonly form?: string | undefined
  /** Judged without its stereochemistry, so it is not the substance of the record alone. */
  readonly flat?: true
  /** SMILES judged in place of the input; null if the record has no single structure. */
  readonly structure: string | null
  /** Why there is no structure. */
  readonly why: string | null
}

/** The substance, if given by what the law calls it: a name, number or code. InChI and InChIKey stand for a drawing. */
export function namedBy(lookup: Lookup | null): string | null {
  return lookup !== null && !lookup.flat && lookup.by !== 'inchikey' && lookup.by !== 'inchi' ? lookup.substance : null
}
