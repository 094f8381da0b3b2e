import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { z } from 'zod'
import { BadRecord, counterIons, instruments, jurisdiction, list, parseRecord, rule, ruleExamples, substance, term, type Records } from '../law/index.js'

/** Reads every record of a data folder. @throws {BadRecord} naming file, field, found and expected */
export function readDataFolder(folder: string): Records {
  const files = new Map<string, string>()
  const problems: BadRecord[] = []
  const read = <T>(path: string, schema: z.ZodType<T>, key?: (value: T) => string): T[] => {
    const file = relative(folder, path)
    try {
      const value = parseRecord(schema, parseJson(path, file), file)
      if (key) files.set(key(value), file)
      return [value]
    } catch (error) {
      if (!(error instanceof BadRecord)) throw error
      problems.push(error)
      return []
    }
  }
  const all = <T>(path: string, schema: z.ZodType<T>, key: (value: T) => string, keep: (name: string) => boolean = () => true): T[] =>
    jsonFiles(path).filter(keep).flatMap((name) => read(join(path, name), schema, key))

  const substances = all(join(folder, 'substances'), substance, (s) => `substance:${s.id}`)
  const terms = all(join(folder, 'terms'), term, (t) => `term:${t.id}`)
  const ions = read(join(folder, 'counterions.json'), counterIons)
  const edition = read(join(folder, 'edition.json'), z.strictObject({ id: z.string().min(1) }))
  const jurisdictions = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(folder, entry.name, 'jurisdiction.json')))
    .map((entry) => entry.name)
    .sort()
    .flatMap((name) => {
      const own = join(folder, name)
      const found = read(join(own, 'jurisdiction.json'), jurisdiction, (j) => `jurisdiction:${j.code}`)
      const acts = existsSync(join(own, 'instruments.json')) ? read(join(own, 'instruments.json'), instruments, () => `instruments:${name.toUpperCase()}`) : [[]]
      const lists = all(join(own, 'lists'), list, (l) => `list:${l.id}`)
      const rules = all(join(own, 'rules'), rule, (r) => `rule:${r.id}`, (file) => !file.endsWith('.examples.json'))
      const examples = new Map(
        jsonFiles(join(own, 'rules'))
          .filter((file) => file.endsWith('.examples.json'))
          .flatMap((file) => read(join(own, 'rules', file), ruleExamples).map((e) => [file.replace('.examples.json', ''), e] as const)),
      )
      return found.map((j) => ({ jurisdiction: j, instruments: acts[0] ?? [], lists, rules, examples }))
    })
  if (problems.length > 0) throw new BadRecord(problems.flatMap((p) => p.problems))
  return { edition: edition[0]!, substances, terms, counterIons: ions[0] ?? [], jurisdictions, files }
}

function jsonFiles(path: string): string[] {
  return existsSync(path) ? readdirSync(path).filter((name) => name.endsWith('.json')).sort() : []
}

function parseJson(path: string, file: string): unknown {
  if (!existsSync(path)) throw new BadRecord([{ file, field: '(file)', found: 'nothing', expected: 'a JSON file' }])
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    throw new BadRecord([{ file, field: '(file)', found: (error as Error).message, expected: 'JSON' }])
  }
}
