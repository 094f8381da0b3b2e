import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { isRealDay } from '../../law/index.js'
import type { Position } from '../../matching/index.js'
import { CannotRun } from '../host.js'
import { jsonIn } from './json-file.js'
import { cellsOf } from '../../batch/index.js'
import { mostNameCharacters } from '../../limits.js'

export const day = z
  .string()
  .refine((text) => /^\d{4}-\d{2}-\d{2}$/.test(text) && isRealDay(text), 'a day, written YYYY-MM-DD')
export const inchikey = z.string().regex(/^[A-Z]{14}-[A-Z]{10}-[A-Z]$/, 'a standard InChIKey')

/** How an open question is answered. */
const positionSchema = z.strictObject({
  answer: z.enum(['controlled', 'not controlled', 'yes', 'no']),
  by: z.string().min(1).optional(),
  note: z.string().min(1).optional(),
  from: day.optional(),
  until: day.optional(),
  /** The only structures for which it holds. */
  inchikeys: z.array(inchikey).min(1).optional(),
})

/** Answers by the ids of open questions, as a settings file has them. */
export const positionsSchema = z.record(z.string().min(1), positionSchema)

export function positionsIn(answers: z.infer<typeof positionsSchema>): Position[] {
  return Object.entries(answers).flatMap(([question, { by, inchikeys, ...answer }]) => {
    const position = { question, by: by ?? null, ...given(answer) } as Position
    return inchikeys ? inchikeys.map((key) => ({ ...position, inchikey: key })) : [position]
  })
}

/**
 * Positions of `--position`: `id=answer`, or a file of them.
 * @throws {CannotRun} naming file, row and what is expected
 */
export function readPositions(texts: readonly string[]): Position[] {
  return texts.flatMap((text) => {
    const [, question, answer] = /^([^=]+)=(.+)$/.exec(text) ?? []
    if (question !== undefined && answer !== undefined)
      return positionsIn(checked(text, positionsSchema, { [question]: { answer } }))
    if (text.toLowerCase().endsWith('.csv')) return readDecisions(text)
    const json = jsonIn(text, (why, error) => unreadable(text, why, error))
    return positionsIn(checked(text, positionsSchema, json))
  })
}

/** One decision on one structure, as authorities publish them. */
const decision = z.strictObject({
  inchikey,
  question: z.string().min(1),
  answer: positionSchema.shape.answer,
  source: z.string().min(1),
  day,
})

/** A table of decisions: each holds from its day. A row without an answer is not decided yet. */
function readDecisions(file: string): Position[] {
  const [head = [], ...rows] = rowsOf(
    readFileSync(file, 'utf8'),
    (found, expected) => new CannotRun(`${file}: found ${found}; expected ${expected}`),
  )
  const columns = Object.keys(decision.shape)
  const missing = columns.filter((name) => !head.includes(name))
  if (missing.length > 0) throw new CannotRun(positionErrors.columns(file, missing))
  return rows.flatMap((cells, i): Position[] => {
    if ((cells[head.indexOf('answer')] ?? '').trim() === '') return []
    const row = Object.fromEntries(columns.map((name) => [name, cells[head.indexOf(name)]?.trim() ?? '']))
    const { question, answer, source, day: from, ...only } = checked(`${file}, row ${i + 2}`, decision, row)
    return [{ question, answer, by: source, from, ...only }]
  })
}

function unreadable(file: string, why: string, { code }: NodeJS.ErrnoException): CannotRun {
  return new CannotRun(code === 'ENOENT' ? positionErrors.none(file) : `${file}: ${why}`)
}

export function checked<T>(place: string, schema: z.ZodType<T>, value: unknown): T {
  const read = schema.safeParse(value)
  if (read.success) return read.data
  throw new CannotRun(read.error.issues.map((i) => positionErrors.bad(place, i.path.join('.'), i.message)).join('; '))
}

function given<T extends object>(fields: T): Partial<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<T>
}

/**
 * Rows of a CSV text, including line breaks in quoted cells.
 * @param bad what is thrown if a quoted cell does not end, or only after very many characters
 */
export function rowsOf(text: string, bad: (found: string, expected: string) => Error): string[][] {
  const rows: string[][] = []
  let open = ''
  for (const line of text.split(/\r?\n/)) {
    open = open === '' ? line : `${open}\n${line}`
    const cells = open === '' ? null : cellsOf(open, ',')
    if (!cells && open.length > mostNameCharacters) break
    if (!cells) continue
    rows.push(cells)
    open = ''
  }
  if (open !== '')
    throw bad(
      `a quoted cell that does not end: ${open.slice(0, 60)}`,
      `a whole CSV file with at most ${mostNameCharacters} characters in a cell`,
    )
  return rows
}

/** What is wrong with positions as given. */
const positionErrors = {
  none: (text: string) =>
    `--position ${text}: neither an answer (QUESTION=ANSWER; coverage questions prints the questions) nor a file`,
  columns: (file: string, names: readonly string[]) => `${file}: no column ${names.join(', ')} (a table of decisions)`,
  bad: (place: string, field: string, message: string) => `${place}${field === '' ? '' : `: ${field}`}: ${message}`,
} as const
