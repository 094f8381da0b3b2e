import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Records } from '../../law/index.js'
import { jsonIn } from './json-file.js'
import { assemble, BadRecord, kindAt, kinds, parseRecord, type LoadedFile } from '../../law/authoring.js'

/** Reads every record of a data folder. @throws {BadRecord} naming file, field, found and expected */
export function readDataFolder(folder: string): Records {
  return assemble(readRecordFiles(folder))
}

/**
 * Reads the files of a data folder, each with the schema for its place. `prefix` precedes file names in messages. A
 * JSON file in a place without records is an error: a list that is never read would be a false "uncontrolled".
 * @throws {BadRecord}
 */
export function readRecordFiles(folder: string, prefix = ''): LoadedFile[] {
  if (!existsSync(folder) || !statSync(folder).isDirectory())
    throw new BadRecord([{ file: folder, field: '(folder)', found: 'nothing', expected: 'a folder of records' }])
  const problems: BadRecord[] = []
  const loaded: LoadedFile[] = []
  for (const place of jsonFiles(folder)) {
    const file = prefix + place
    try {
      const kind = kindAt(place)
      const bad = (found: string, expected: string) => new BadRecord([{ file, field: '(file)', found, expected }])
      if (!kind) {
        const places = Object.values(kinds).map((k) => k.place)
        throw bad(place, `one of ${places.join(', ')}`)
      }
      const json = jsonIn(join(folder, place), (why) => bad(why, 'JSON'))
      loaded.push({ kind, file, place, value: parseRecord<unknown>(kinds[kind].schema, json, file) } as LoadedFile)
    } catch (error) {
      if (!(error instanceof BadRecord)) throw error
      problems.push(error)
    }
  }
  if (problems.length > 0) throw new BadRecord(problems.flatMap((p) => p.problems))
  return loaded
}

/** JSON files below a folder, sorted, as paths with `/`, without schemas for editors. */
export function jsonFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.json') && !path.startsWith('schemas/'))
    .sort()
}
