import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { BadRecord, kinds, parseRecord, schemaTexts } from '../../src/law/authoring.js'
import { dataFolder } from '../support/law.js'
import { StoredSections } from '../support/stored-sections.js'

// Records that have every field between them, and what the schemas say if a field is missing, empty or of another kind.
const at = (name: string) => new URL(name, import.meta.url)
const records = JSON.parse(readFileSync(fileURLToPath(at('every-field.json')), 'utf8')) as Record<string, unknown[]>
const stored = new StoredSections(at('every-field.txt'))
type Kind = keyof typeof kinds
type Path = readonly (string | number)[]

test.each(Object.keys(kinds) as Kind[])('each field of %s', (kind) => {
  const rows = new Map<string, string>()
  for (const record of records[kind]!) {
    expect(problemsOf(kind, record)).toEqual([])
    for (const path of pathsIn(record)) {
      const name = nameOf(path)
      if (!rows.has(name)) rows.set(name, `${name}: ${variants(kind, record, path).join(' | ')}`)
    }
  }
  stored.expectRows(kind, [...rows.values()])
})

test.each([...schemaTexts()])('the schema of %s is that of the file', (kind, text) =>
  expect(text).toBe(readFileSync(`${dataFolder}/schemas/${kind}.schema.json`, 'utf8')),
)

const nameOf = (path: Path) => path.map((part) => (typeof part === 'number' ? '[]' : `.${part}`)).join('') || '(record)'

function* pathsIn(value: unknown, path: Path = []): Generator<Path> {
  yield path
  if (typeof value !== 'object' || value === null) return
  if (Array.isArray(value)) for (const [i, item] of value.entries()) yield* pathsIn(item, [...path, i])
  else for (const [key, item] of Object.entries(value)) yield* pathsIn(item, [...path, key])
}

/** What each change of the value at a path leads to. */
function variants(kind: Kind, record: unknown, path: Path): string[] {
  const value = path.reduce<unknown>((v, part) => (v as Record<string | number, unknown>)[part], record)
  return Object.entries(changesOf(value)).map(([name, changed]) => {
    const found = problemsOf(kind, withValue(record, path, changed))
    return `${name} ${found.length === 0 ? 'ok' : found.join(', ')}`
  })
}

const missing = Symbol('missing')

function changesOf(value: unknown): Record<string, unknown> {
  const all = { missing, null: null }
  if (typeof value === 'string')
    return { ...all, 'as number': 3, empty: '', words: `${value} x`, capitals: value.toUpperCase() }
  if (typeof value === 'number') return { ...all, 'as text': '3', zero: 0, negative: -1, half: 1.5 }
  if (typeof value === 'boolean') return { ...all, other: !value, 'as text': 'yes' }
  if (Array.isArray(value)) return { ...all, empty: [], twice: [...value, ...value], 'as text': 'x' }
  return { ...all, 'as text': 'x', empty: {}, 'with another field': { ...(value as object), colour: 'red' } }
}

function withValue(record: unknown, [first, ...rest]: Path, value: unknown): unknown {
  if (first === undefined) return value === missing ? undefined : value
  const copy = (Array.isArray(record) ? [...(record as unknown[])] : { ...(record as object) }) as Record<
    string | number,
    unknown
  >
  if (rest.length === 0 && value === missing) {
    if (Array.isArray(copy)) copy.splice(Number(first), 1)
    else delete copy[first]
  } else copy[first] = withValue(copy[first], rest, value)
  return copy
}

function problemsOf(kind: Kind, record: unknown): string[] {
  try {
    parseRecord(kinds[kind].schema as never, record, 'f.json')
    return []
  } catch (error) {
    if (!(error instanceof BadRecord)) throw error
    return error.problems.map(
      ({ field, found, expected }) => `${field} ${found.length > 30 ? '...' : found}: ${expected}`,
    )
  }
}
