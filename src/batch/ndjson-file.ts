import { recordWords } from '../report/index.js'
import { columnIndex, guessId, guessSmiles, type ColumnChoice } from './columns.js'
import { FileProblem } from './file-problem.js'
import type { TextLine } from './lines.js'
import type { BatchRecord, SourceNotes } from './record.js'

type Row = Readonly<Record<string, unknown>>

/** Objects, one a line. The fields of the first tell which holds the structure; a line that is no object is a row of its own. */
export async function* ndjsonRecords(file: string, lines: AsyncIterable<TextLine>, options: ColumnChoice, source: SourceNotes): AsyncGenerator<BatchRecord> {
  let chosen: { smiles: string; id: string | null } | null = null
  let row = 0
  for await (const line of lines) {
    row++
    const found = objectIn(line)
    if (!found) {
      yield broken(line, row)
      continue
    }
    if (!chosen) {
      const keys = Object.keys(found)
      source.columns = keys
      chosen = choose(file, keys, options)
    }
    if (Object.keys(found).some((key) => !source.columns!.includes(key))) source.beyond = (source.beyond ?? 0) + 1
    const name = chosen.id === null ? '' : asText(found[chosen.id])
    yield {
      row,
      name: name.trim() || null,
      text: asText(found[chosen.smiles]).trim(),
      problem: null,
      fields: Object.entries(found).map(([key, value]) => [key, asText(value)] as const),
    }
  }
}

function choose(file: string, keys: readonly string[], { smiles, id }: ColumnChoice): { smiles: string; id: string | null } {
  const wanted = (given: string) => {
    const index = columnIndex(keys, given)
    if (index < 0) throw new FileProblem(file, `no field ${given} in the first object; there are: ${keys.join(', ')}`)
    return keys[index]!
  }
  const index = smiles === undefined ? guessSmiles(keys) : -1
  if (smiles === undefined && index < 0) throw new FileProblem(file, `no field is named like SMILES; there are: ${keys.join(', ')}. Give --smiles-col`)
  const name = id === undefined ? keys[guessId(keys)] : wanted(id)
  return { smiles: smiles === undefined ? keys[index]! : wanted(smiles), id: name ?? null }
}

function objectIn(line: TextLine): Row | null {
  if (line.tooLong !== null) return null
  try {
    const value: unknown = JSON.parse(line.text)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Row) : null
  } catch {
    return null
  }
}

function broken(line: TextLine, row: number): BatchRecord {
  const problem =
    line.tooLong !== null
      ? ({ code: 'too-long', message: recordWords.longLine(line.tooLong), position: null } as const)
      : line.text.trim() === ''
        ? ({ code: 'empty', message: recordWords.emptyRecord, position: null } as const)
        : ({ code: 'not-a-structure', message: recordWords.noObject, position: null } as const)
  return { row, name: null, text: line.text, problem, fields: [] }
}

/** Text as it stands, anything else as JSON. */
export function asText(value: unknown): string {
  if (value === undefined || value === null) return ''
  if (typeof value === 'string') return value
  if (typeof value === 'bigint' || value instanceof Date) return value instanceof Date ? value.toISOString() : `${value}`
  return JSON.stringify(value, (_, inner: unknown) => (typeof inner === 'bigint' ? `${inner}` : inner)) ?? ''
}
