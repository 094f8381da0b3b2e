import type { Result } from '../../report/index.js'
import type { GivenIdentifiers, Lookup } from '../../identifiers/index.js'
import type { Position, Query } from '../../matching/index.js'

/** Whether the fields that say which row it is have values of their kinds. */
export function isPlaced({ index, row, id, input, file, fields }: Result): boolean {
  return (
    isPosition(index) &&
    isPosition(row) &&
    typeof id === 'string' &&
    id !== '' &&
    typeof input === 'string' &&
    (file === undefined || typeof file === 'string') &&
    (fields === undefined || areTexts(fields))
  )
}

const own = ['index', 'id', 'input', 'structure', 'row', 'file', 'fields']

/** A row without what it alone has: the same for all rows of a run with a readable structure and no finding. */
export function plainText(row: Readonly<Record<string, unknown>>): string {
  const shared = Object.entries(row).filter(([name]) => !own.includes(name))
  return JSON.stringify([Object.fromEntries(shared), { ...(row['structure'] as object | null), formula: '' }])
}

function areTexts(fields: unknown): boolean {
  return (
    typeof fields === 'object' &&
    fields !== null &&
    !Array.isArray(fields) &&
    Object.values(fields).every((value) => typeof value === 'string')
  )
}

function isPosition(value: unknown): boolean {
  return Number.isInteger(value) && (value as number) > 0
}

/** What results of one run have in common. */
export function keyOf({ asOf, edition, tool, query }: Result): string {
  return JSON.stringify([asOf, edition, tool, query])
}

export function queryOf({ asOf, query }: Result): Query {
  return {
    asOf,
    assume: query.assume,
    ...(query.kinds ? { kinds: query.kinds } : {}),
    ...(query.jurisdictions ? { jurisdictions: query.jurisdictions } : {}),
    ...(query.setsCountAs ? { setsCountAs: query.setsCountAs } : {}),
    ...(query.positions ? { positions: query.positions as readonly Position[] } : {}),
    ...(query.readings ? { readings: query.readings } : {}),
  }
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
