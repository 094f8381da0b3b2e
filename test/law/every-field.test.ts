import { Ajv2020 as Ajv } from 'ajv/dist/2020.js'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { kinds, parseRecord, schemaTexts } from '../../src/law/authoring.js'
import { dataFolder } from '../support/law.js'
import { StoredSections } from '../support/stored-sections.js'
import { refusals } from '../support/records.js'

// Records that have every field between them, and each field in turn missing, empty or of another kind. The schema files
// say what most of these changes break. Stored is the rest: what only the parser refuses, and the words for each problem.
const at = (name: string) => new URL(name, import.meta.url)
const records = JSON.parse(readFileSync(fileURLToPath(at('every-field.json')), 'utf8')) as Record<string, unknown[]>
const stored = new StoredSections(at('every-field.txt'))
const ajv = new Ajv({ strict: false, validateFormats: false })
type Kind = keyof typeof kinds
type Path = readonly (string | number)[]

test.each(Object.keys(kinds) as Kind[])('each field of %s', (kind) => {
  const text = readFileSync(`${dataFolder}/schemas/${kind}.schema.json`, 'utf8')
  const fitsSchema = ajv.compile(JSON.parse(text) as object)
  const seen = new Set<string>()
  const words = new Map<string, string>()
  const parserOnly = new Map<string, string>()
  for (const record of records[kind]!) {
    expect(problemsOf(kind, record)).toEqual([])
    for (const path of pathsIn(record)) {
      if (seen.has(nameOf(path))) continue
      seen.add(nameOf(path))
      for (const [change, value] of Object.entries(changesOf(valueAt(record, path)))) {
        const changed = withValue(record, path, value)
        const problems = problemsOf(kind, changed)
        const isInSchema = fitsSchema(changed)
        const what = `${nameOf(path)} ${change}`
        if (problems.length === 0) expect(isInSchema, `${what}: the schema refuses what the parser accepts`).toBe(true)
        for (const { expected } of problems) if (!words.has(expected)) words.set(expected, what)
        if (isInSchema && problems.length > 0)
          parserOnly.set(what, problems.map((p) => `${p.field} ${p.expected}`).join(', '))
      }
    }
  }
  stored.expectRows(kind, [
    ...[...parserOnly].map(([what, found]) => `${what}: ${found}`),
    ...[...words].map(([expected, what]) => `expected ${expected}: ${what}`),
  ])
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

const valueAt = (record: unknown, path: Path) =>
  path.reduce<unknown>((v, part) => (v as Record<string | number, unknown>)[part], record)

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

const problemsOf = (kind: Kind, record: unknown) =>
  refusals(() => parseRecord(kinds[kind].schema as never, record, 'f.json'))
