import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { resultSchema, runFileSchema } from '../../src/report/schema.js'

/** Names of all fields in a JSON Schema. */
function fieldsOf(schema: unknown): string[] {
  if (schema === null || typeof schema !== 'object') return []
  const own = 'properties' in schema ? Object.keys(schema.properties as object) : []
  return [...new Set([...own, ...Object.values(schema).flatMap(fieldsOf)])]
}

test('docs/output.md explains every field of the JSON output', () => {
  const page = readFileSync(new URL('../../docs/output.md', import.meta.url), 'utf8')
  const fields = fieldsOf([resultSchema(), runFileSchema()])
  expect(fields).toContain('caveats')
  expect(fields.filter((name) => !page.includes(`\`${name}\``))).toEqual([])
})
