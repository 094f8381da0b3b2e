import { existsSync, readFileSync, statSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Command } from 'commander'
import type { Records } from '../../law/index.js'
import { assemble, BadRecord, kindAt, kinds, parseRecord, type LoadedFile } from '../../law/authoring.js'
import { CannotRun } from '../host.js'
import type { Options } from '../options.js'
import { shippedData, shippedRecords } from '../shipped.js'
import { jsonIn } from './json-file.js'

type DataChoice = Pick<Options, 'data' | 'shipped'>

/** The options of every command that reads law records. */
export function withDataOptions(command: Command): Command {
  return command
    .option(
      '--data <folder>',
      'your own records, added to the shipped ones; a record with the same id replaces the shipped one',
    )
    .option('--no-shipped', 'with --data: only these records, without the shipped ones')
}

/** The folder that a command works on, and the prefix of its file names in messages. */
export function folderOf(options: DataChoice): { folder: string; prefix: string } {
  if (options.shipped === false && options.data === undefined)
    throw new CannotRun('--no-shipped needs --data: it leaves out the shipped records')
  if (options.data !== undefined && !(existsSync(options.data) && statSync(options.data).isDirectory()))
    throw new CannotRun(`there is no folder ${options.data}; --data expects a folder of records`)
  return options.data === undefined
    ? { folder: shippedData, prefix: 'data/' }
    : { folder: options.data, prefix: join(options.data, '/') }
}

/** The shipped records, read once: their files do not change while a command runs. */
let shipped: Records | null = null

/** Reads the records a command was pointed at. @throws {BadRecord} */
export function readRecords(options: DataChoice): Records {
  const { folder, prefix } = folderOf(options)
  const base = options.shipped === false ? null : (shipped ??= assemble(readRecordFiles(shippedData, 'data/')))
  return options.data === undefined ? base! : assemble(readRecordFiles(folder, prefix), base)
}

/** As `readRecords`, for commands that cannot continue without them. @throws {CannotRun} */
export function loadRecords(options: DataChoice): Records {
  return usable('the records', () => readRecords(options))
}

/** @throws {CannotRun} for records or rules that are unusable, with what is wrong with them */
export function usable<T>(what: string, use: () => T): T {
  try {
    return use()
  } catch (error) {
    throw refused(error, `${what} cannot be used:\n`)
  }
}

/** The error to report for records or rules that are unusable. */
export function refused(error: unknown, why: string): unknown {
  return error instanceof BadRecord ? new CannotRun(`${why}${problemLines(error)}`) : error
}

function problemLines(error: BadRecord): string {
  return error.problems.map((p) => `  ${p.file} ${p.field}: found ${p.found}; expected ${p.expected}`).join('\n')
}

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
  const packed = packedIn(folder)
  for (const place of packed ? Object.keys(packed) : jsonFiles(folder)) {
    const file = prefix + place
    try {
      const kind = kindAt(place)
      const bad = (found: string, expected: string) => new BadRecord([{ file, field: '(file)', found, expected }])
      if (!kind) {
        const places = Object.values(kinds).map((k) => k.place)
        throw bad(place, `one of ${places.join(', ')}`)
      }
      const json = packed ? packed[place] : jsonIn(join(folder, place), (why) => bad(why, 'JSON'))
      loaded.push({ kind, file, place, value: parseRecord<unknown>(kinds[kind].schema, json, file) } as LoadedFile)
    } catch (error) {
      if (!(error instanceof BadRecord)) throw error
      problems.push(error)
    }
  }
  if (problems.length > 0) throw new BadRecord(problems.flatMap((p) => p.problems))
  return loaded
}

/** The shipped records by their places, in a package; null for a folder of records. */
function packedIn(folder: string): Readonly<Record<string, unknown>> | null {
  if (folder !== shippedData || existsSync(join(folder, 'edition.json'))) return null
  return JSON.parse(readFileSync(shippedRecords, 'utf8')) as Record<string, unknown>
}

/** JSON files below a folder, sorted, as paths with `/`, without schemas for editors. */
export function jsonFiles(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.json') && !path.startsWith('schemas/'))
    .sort()
}
