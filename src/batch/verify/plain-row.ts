import { z } from 'zod'
import { result } from '../../report/documents.js'
import type { Result } from '../../report/index.js'
import type { GivenIdentifiers, Lookup } from '../../identifiers/index.js'
import type { Query } from '../../matching/index.js'

const { index, id, input, row, file, fields } = result.shape
const place = z.object({ index, id, input, row: row.unwrap(), file, fields })

/** Whether the fields that say which row it is have values of their kinds. */
export function isPlaced(row: Result): boolean {
  return place.safeParse(row).success
}

const own = ['index', 'id', 'input', 'structure', 'row', 'file', 'fields']

/** A row without what it alone has: the same for all rows of a run with a readable structure and no finding. */
export function plainText(row: Readonly<Record<string, unknown>>): string {
  const shared = Object.entries(row).filter(([name]) => !own.includes(name))
  return JSON.stringify([Object.fromEntries(shared), { ...(row['structure'] as object | null), formula: '' }])
}

/** What results of one run have in common. */
export function keyOf({ asOf, edition, tool, query }: Result): string {
  return JSON.stringify([asOf, edition, tool, query])
}

export function queryOf({ asOf, query: { jurisdictions, rules: _, ...others } }: Result): Query {
  return { asOf, ...others, ...(jurisdictions ? { jurisdictions } : {}) } as Query
}

/** What was looked up for a result; null for a batch row that gave a structure. */
export function givenBy(stored: Result): GivenIdentifiers | null {
  const { row, input, lookup, problem } = stored
  if (row === undefined || isSet(stored)) return { structure: input }
  const by = lookup?.by ?? (problem ? lookedUpBy[problem.code] : undefined)
  if (by === undefined) return null
  if (by === 'code') return { structure: input }
  return by === 'cas' || by === 'inchikey' || by === 'inchi' ? { [by]: input } : { name: input }
}

/** Whether the input was read as a set of structures. */
function isSet({ members, problem, jurisdictions }: Result): boolean {
  const [first] = jurisdictions[0]?.findings ?? []
  const tooMany = first?.kind === 'open structure' && first.why === 'too many members'
  return members !== undefined || tooMany || problem?.code === 'set-member' || problem?.code === 'no-such-atom'
}

const lookedUpBy: Partial<Record<NonNullable<Result['problem']>['code'], Lookup['by']>> = {
  'unknown-name': 'name',
  'unknown-cas': 'cas',
  'bad-cas': 'cas',
  'unknown-inchikey': 'inchikey',
  'shared-name': 'code',
  inchi: 'inchi',
}
