import type { Result, ShortResult } from '../../report/result-schema.js'

const plainKeys = 'index,id,input,verdict,asOf,structure,jurisdictions,edition,tool,query,problem,row'

/** Whether a value has the shape of a batch row with a readable structure and no finding. */
export function isPlainRow(row: Result): boolean {
  if (typeof row !== 'object' || row === null) return false
  const { index, id, input, verdict, structure, problem, file, fields } = row
  const keys = Object.keys(row).join()
  return (
    keys.startsWith(plainKeys) &&
    ['', ',file', ',fields', ',file,fields'].includes(keys.slice(plainKeys.length)) &&
    isPosition(index) &&
    isPosition(row.row) &&
    typeof id === 'string' &&
    id !== '' &&
    typeof input === 'string' &&
    verdict === 'uncontrolled' &&
    problem === null &&
    structure?.smiles === null &&
    structure.inchikey === null &&
    Object.keys(structure).length === 3 &&
    (file === undefined || typeof file === 'string') &&
    (fields === undefined || areTexts(fields))
  )
}

/** Whether a row equals any other of its run with a readable structure and no finding. */
export function isPlainShortRow(row: ShortResult, plain: string | null): boolean {
  if (plain === null || typeof row !== 'object' || row === null) return false
  const { index, id, input, structure, file, fields } = row
  return (
    JSON.stringify(plainOf(row)) === plain &&
    isPosition(index) &&
    isPosition(row.row) &&
    typeof id === 'string' &&
    id !== '' &&
    typeof input === 'string' &&
    typeof structure?.formula === 'string' &&
    Object.keys(structure).length === 1 &&
    (file === undefined || typeof file === 'string') &&
    (fields === undefined || areTexts(fields))
  )
}

/** A row without its individual fields. */
export function plainOf(row: object): object {
  const {
    index: _,
    id: __,
    input: ___,
    structure: ____,
    row: _____,
    file: ______,
    fields: _______,
    ...rest
  } = row as ShortResult
  return rest
}

/** The shortest of these rows. */
export const plainRow: Omit<ShortResult, 'run'> = {
  index: 1,
  id: 'row-1',
  input: 'C',
  verdict: 'uncontrolled',
  structure: { formula: 'CH4' },
  jurisdictions: [],
  row: 1,
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
