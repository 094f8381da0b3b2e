import { test } from 'vitest'
import { resultSchema, runFileSchema } from '../../src/report/schema.js'
import { StoredSections } from '../support/stored-sections.js'

// The machine output is a contract: what it promises of each field, as users and agents are told, an object on a line.
// Objects allow no other fields unless that is said.
const stored = new StoredSections(new URL('result-fields.txt', import.meta.url))

interface Schema extends Readonly<Record<string, unknown>> {
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
}

test('a field of the output that changes changes a line', () => {
  const rows = new Map<string, string>()
  const whole = [textOf(resultSchema(), 'row', rows), textOf(runFileSchema(), 'run', rows)]
  stored.expectRows('objects', [...[...rows].map(([object, text]) => `${object}: ${text}`), ...whole])
})

/** A schema in few words; of an object the name, and its fields in a row. */
function textOf({ properties, required = [], ...rest }: Schema, name: string, rows: Map<string, string>): string {
  const usual: Schema = { additionalProperties: false, maximum: Number.MAX_SAFE_INTEGER }
  const words = Object.entries(rest).filter(([word, value]) => usual[word] !== value)
  const text = words.map(([word, value]) => `${word} ${wordOf(value, name, rows)}`.replace(/^type /, '')).join(' ')
  if (!properties) return text
  const fields = Object.entries(properties).map(
    ([field, of]) => `${field}${required.includes(field) ? '' : '?'} ${textOf(of, field, rows)}`,
  )
  const row = [...fields, text].join(' · ')
  let own = String((properties['kind'] ?? properties['why'])?.['const'] ?? name)
  while ((rows.get(own) ?? row) !== row) own += '*'
  rows.set(own, row)
  return `{${own}}`
}

function wordOf(value: unknown, name: string, rows: Map<string, string>): string {
  if (Array.isArray(value)) return value.map((one) => wordOf(one, name, rows)).join(' | ')
  return typeof value === 'object' && value !== null ? textOf(value as Schema, name, rows) : JSON.stringify(value)
}
