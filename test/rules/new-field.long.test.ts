import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { expect, it } from 'vitest'

const root = fileURLToPath(new URL('../../', import.meta.url))

/** Where a field is added to the schema of records, and its name. */
const additions = [
  ['rule.ts', 'export const scaffold = z.strictObject({', 'new_of_scaffold: z.string().optional(),'],
  ['rule.ts', 'export const site = z.strictObject({', 'new_of_site: z.string().optional(),'],
  ['rule.ts', 'export const clause = z\n  .strictObject({', 'new_of_clause: z.string().optional(),'],
  ['rule.ts', 'export const condition = z.strictObject({', 'new_of_condition: z.string().optional(),'],
  ['rule.ts', 'export const openWords = z.strictObject({', 'new_of_open_words: z.string().optional(),'],
  ['rule.ts', 'export const rule = z\n  .strictObject({', 'new_of_rule: z.string().optional(),'],
  ['term.ts', 'const shape = z.strictObject({', 'new_of_shape: z.string().optional(),'],
  ['term.ts', 'ring: z\n    .strictObject({', 'new_of_ring: z.string().optional(),'],
  ['term.ts', 'export const term = z.strictObject({', 'new_of_term: z.string().optional(),'],
  ['term.ts', 'export interface TermUse {', 'new_of_use?: string | undefined'],
] as const

const readers = {
  matching: ['exact-rule.ts'].map((file) => `${root}src/matching/classes/${file}`),
  screen: ['relaxed-rule.ts'].map((file) => `${root}src/screen/${file}`),
}

/** Compiler errors in the readers of rules, with `added` in the schema. */
function complaints(added: boolean): Map<string, string> {
  const { config } = ts.readConfigFile(`${root}tsconfig.json`, ts.sys.readFile)
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root)
  const host = ts.createCompilerHost({ ...options, types: [] })
  const read = host.getSourceFile.bind(host)
  host.getSourceFile = (file, version, ...others) => {
    const own = additions.filter(([name]) => added && file.endsWith(`src/law/schema/${name}`))
    if (own.length === 0) return read(file, version, ...others)
    const text = own.reduce((before, [, place, field]) => {
      expect(before.split(place)).toHaveLength(2)
      return before.replace(place, `${place}\n${field}`)
    }, ts.sys.readFile(file)!)
    return ts.createSourceFile(file, text, version)
  }
  const program = ts.createProgram(Object.values(readers).flat(), { ...options, types: [] }, host)
  return new Map(
    Object.entries(readers).map(([room, files]) => [
      room,
      files
        .flatMap((file) => program.getSemanticDiagnostics(program.getSourceFile(file)))
        .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '))
        .join('\n'),
    ]),
  )
}

it('a new field in the schema of rules compiles in neither reader until both handle it', () => {
  const before = complaints(false)
  const after = complaints(true)
  for (const room of Object.keys(readers)) {
    expect(before.get(room)).toBe('')
    for (const [, , field] of additions) expect(after.get(room), room).toContain(field.split(/[:?]/)[0]!)
  }
})
