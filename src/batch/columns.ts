/** Header names under which SMILES are commonly found, letters and digits only. */
const smilesNames = [
  'smiles',
  'canonicalsmiles',
  'isomericsmiles',
  'smilescanonical',
  'smi',
  'cxsmiles',
  'structure',
  'structuresmiles',
  'molsmiles',
  'compoundsmiles',
  'ligandsmiles',
]
const idNames = [
  'id',
  'name',
  'compoundid',
  'moleculeid',
  'molid',
  'sampleid',
  'identifier',
  'compound',
  'compoundname',
  'molecule',
  'title',
  'zincid',
  'chemblid',
  'cas',
]

const plain = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, '')

export function isSmilesName(name: string): boolean {
  return smilesNames.includes(plain(name))
}

export interface ColumnChoice {
  /** Name or 1-based number. */
  readonly smiles?: string
  readonly id?: string
}

/** Index of a column by name (case does not count) or 1-based number; -1 where there is none. */
export function columnIndex(header: readonly string[], wanted: string): number {
  const exact = header.indexOf(wanted)
  if (exact >= 0) return exact
  const loose = header.findIndex((name) => name.trim().toLowerCase() === wanted.trim().toLowerCase())
  if (loose >= 0) return loose
  return /^[1-9]\d*$/.test(wanted) && Number(wanted) <= header.length ? Number(wanted) - 1 : -1
}

/** The likeliest SMILES column: the first common name that occurs, in the order of commonness. */
export function guessSmiles(header: readonly string[]): number {
  return firstOf(header, smilesNames)
}

export function guessId(header: readonly string[]): number {
  return firstOf(header, idNames)
}

function firstOf(header: readonly string[], names: readonly string[]): number {
  const plains = header.map(plain)
  return names.map((name) => plains.indexOf(name)).find((index) => index >= 0) ?? -1
}

/** A repeated or empty column name gets its number, so that no value is lost where names are keys. */
export function distinct(names: readonly string[]): string[] {
  const given = new Set(names)
  const taken = new Set<string>()
  return names.map((name, i) => {
    let own = name
    if (name === '' || taken.has(name))
      for (own = `${name || 'column'}${i + 1}`; given.has(own) || taken.has(own); ) own += '_'
    taken.add(own)
    return own
  })
}

/** Names for a message: a table can have thousands. */
export function listed(names: readonly string[], shown = 50): string {
  const more = names.length - shown
  return names.slice(0, shown).join(', ') + (more > 0 ? ` and ${more} more` : '')
}
