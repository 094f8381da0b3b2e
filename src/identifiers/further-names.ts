import type { Edition } from '../law/index.js'
import { foldedKeys, type FoldedName } from './folded.js'
import { labelled } from './looks-like.js'
import type { Lookup, LookupKind } from './lookup.js'
import { bareOf, lookupOf } from './name-index.js'

/** A name with ids of records or a SMILES; `also` are ingredients of a product that are not recorded. */
interface Row {
  readonly kind: Exclude<LookupKind, 'name' | 'cas' | 'code' | 'inchikey' | 'inchi' | 'mixture'> | 'ask'
  readonly name: string
  readonly what: string
  readonly also: string | undefined
}

/** What such a name means, or names of records that it may mean. */
type FurtherName =
  | { readonly kind: 'one'; readonly lookup: Lookup }
  | { readonly kind: 'ask'; readonly names: string[] }

/** A name that no record has: of recorded substances, of products with them, and of shipped sets of structures. */
export async function furtherName(
  edition: Edition,
  text: string,
  isName: (word: string) => boolean,
): Promise<FurtherName | null> {
  const rows = await (shipped ??= readRows())
  const [row, label] = labelled(text, isName).flatMap(([own, after]) => {
    const found = rows.get(bareOf(own))
    return found ? [[found, after] as const] : []
  })[0] ?? [null]
  return row ? meaningOf(row, label, edition) : null
}

/** What a further name means that is spelled as another language does; null if it is none. */
export async function furtherFoldedName(edition: Edition, { keys, label }: FoldedName): Promise<FurtherName | null> {
  const rows = (folded ??= foldedRows(await (shipped ??= readRows())))
  const row = keys.map((key) => rows.get(key)).find((found) => found !== undefined)
  return row ? meaningOf(row, label, edition) : null
}

function meaningOf({ kind, name, what, also }: Row, label: string | undefined, edition: Edition): FurtherName | null {
  if (kind === 'everyday chemical' || kind === 'medicine')
    return { kind: 'one', lookup: { by: kind, substance: null, name, structure: what, why: null } }
  const records = what.split(' ').flatMap((id) => edition.substances.find((s) => s.id === id) ?? [])
  const names = records.map((s) => s.name)
  if (kind === 'ask') return { kind: 'ask', names }
  if (!records[0]) return null
  if (kind === 'other name')
    return { kind: 'one', lookup: { ...lookupOf(records[0], kind), ...(label ? { form: label } : {}) } }
  const parts = names.join(', ').replace(/, (?=[^,]*$)/, ' and ')
  const product = also === undefined ? parts : `${parts} (and ${also}, which is not judged)`
  const structure = records.map(({ smiles }) => smiles).join('.')
  return { kind: 'one', lookup: { by: kind, substance: null, name: product, structure, why: null } }
}

let folded: ReadonlyMap<string, Row | null> | null = null
/** Null for a spelling of names that mean different things. */
function foldedRows(rows: ReadonlyMap<string, Row>): ReadonlyMap<string, Row | null> {
  const all = new Map<string, Row | null>()
  for (const row of rows.values())
    for (const key of foldedKeys(row.name)) {
      const other = all.get(key)
      all.set(key, other === undefined || other?.what === row.what ? row : null)
    }
  return all
}

/** Loaded for the first name that is not recorded. */
let shipped: Promise<ReadonlyMap<string, Row>> | null = null
async function readRows(): Promise<ReadonlyMap<string, Row>> {
  const { furtherNames } = await import('../names.js')
  const rows = new Map<string, Row>()
  for (const line of furtherNames.split('\n')) {
    const [kind, name = '', what = '', also] = line.split('\t')
    const key = bareOf(name)
    if (!rows.has(key)) rows.set(key, { kind: kind as Row['kind'], name, what, also })
  }
  return rows
}
