import { recordWords } from '../../report/index.js'
import {
  chooseColumns,
  placeOf,
  isDayName,
  isSetName,
  identifiersOf,
  listed,
  noteColumns,
  noteDay,
  structureIn,
  type ColumnChoice,
  type Columns,
} from './columns.js'
import { FileProblem } from './file-problem.js'
import { deepestJson, isDeeper, mostColumns } from './input-limits.js'
import type { TextLine } from './lines.js'
import type { BatchRecord, SourceNotes } from './batch-record.js'

type Row = Readonly<Record<string, unknown>>

/**
 * Objects, one per line. The fields of the first determine the structure column; a line that is not an object is an
 * unreadable row.
 */
export async function* ndjsonRecords(
  file: string,
  lines: AsyncIterable<TextLine>,
  options: ColumnChoice,
  source: SourceNotes,
): AsyncGenerator<BatchRecord> {
  let chosen: Columns | null = null
  let keys: readonly string[] = []
  let known: ReadonlySet<string> = new Set()
  let row = 0
  for await (const line of lines) {
    row++
    const found = objectIn(line)
    if (!found) {
      yield brokenRecord(line, row)
      continue
    }
    const entries = Object.entries(found)
    const beyond = flawOfObject(found)
    if (beyond !== null) {
      yield {
        row,
        name: null,
        text: line.text,
        problem: { code: 'too-long', message: beyond, position: null },
        fields: [],
      }
      continue
    }
    if (!chosen) {
      keys = Object.keys(found)
      source.columns = keys
      known = new Set(keys)
      chosen = choose(file, keys, options)
      noteColumns(source, keys, keys, chosen, options)
    }
    const others = entries.filter(([key]) => !known.has(key))
    if (others.length > 0) {
      source.beyond = (source.beyond ?? 0) + 1
      noteDay(
        source,
        others.map(([key]) => key),
      )
    }
    const value = (index: number) => (index < 0 ? '' : asText(found[keys[index]!]))
    const identifiers = identifiersOf(chosen, value)
    yield {
      row,
      name: value(chosen.id).trim() || null,
      text: structureIn(value(chosen.smiles)),
      ...(identifiers && { identifiers }),
      ...placeIn(found, keys, chosen, others),
      problem: null,
      fields: entries.map(([key, value]) => [key, asText(value)] as const),
    }
  }
}

/** The day and set of an object, which may be the first with fields for them. */
function placeIn(
  found: Row,
  keys: readonly string[],
  chosen: Columns,
  others: readonly (readonly [string, unknown])[],
) {
  const names = [...keys, ...others.map(([key]) => key)]
  const days = names.flatMap((name, i) => ((i < keys.length ? chosen.days.includes(i) : isDayName(name)) ? [i] : []))
  const set = chosen.set >= 0 ? chosen.set : names.findIndex((name, i) => i >= keys.length && isSetName(name))
  return placeOf({ ...chosen, days, set }, names, (index) => asText(found[names[index]!]))
}

function choose(file: string, keys: readonly string[], options: ColumnChoice): Columns {
  const chosen = chooseColumns(
    keys,
    options,
    (given) => new FileProblem(file, `no field ${given} in the first object; fields: ${listed(keys)}`),
  )
  if (chosen === null)
    throw new FileProblem(
      file,
      `no SMILES field found, nor one with InChI, CAS numbers or names; fields: ${listed(keys)}. Give --smiles-col, --inchi-col, --inchikey-col, --cas-col or --name-col`,
    )
  return chosen
}

/** The object on a line; null if there is none. */
export function objectIn(line: TextLine): Row | null {
  if (line.tooLong !== null) return null
  try {
    const value: unknown = JSON.parse(line.text)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Row) : null
  } catch {
    return null
  }
}

/** Why an object is rejected: too many fields, or too deep; null if it is accepted. */
export function flawOfObject(found: Row): string | null {
  const values = Object.values(found)
  if (values.length > mostColumns) return recordWords.tooWide(values.length, mostColumns)
  return values.some((value) => isDeeper(value, deepestJson)) ? recordWords.tooDeep(deepestJson) : null
}

export function brokenRecord(line: TextLine, row: number): BatchRecord {
  const problem =
    line.tooLong !== null
      ? ({ code: 'too-long', message: recordWords.longLine(line.tooLong), position: null } as const)
      : line.text.trim() === ''
        ? ({ code: 'empty', message: recordWords.emptyRecord, position: null } as const)
        : ({ code: 'not-a-structure', message: recordWords.noObject, position: null } as const)
  return { row, name: null, text: line.text, problem, fields: [] }
}

/** Text unchanged, anything else as JSON. */
export function asText(value: unknown): string {
  if (value === undefined || value === null) return ''
  if (typeof value === 'string') return value
  if (typeof value === 'bigint') return `${value}`
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString()
  return JSON.stringify(value, (_, inner: unknown) => (typeof inner === 'bigint' ? `${inner}` : inner)) ?? ''
}
