import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { CannotRun, type Host } from '../host.js'
import { jsonIn } from '../law-files/json-file.js'
import { asCodes } from '../options.js'
import { configWords } from '../config-text.js'
import type { Config } from './config-schema.js'

const configName = 'coverage.config.json'
const variable = 'COVERAGE_JURISDICTIONS'

/**
 * Defaults for the command line, and where they come from; jurisdictions of the environment precede those of the file.
 * @param given the file of `--config`, false for `--no-config`, undefined to search from this folder upwards
 */
export async function settingsOf(given: string | boolean | undefined, host: Host) {
  const file = given === false ? null : typeof given === 'string' ? given : foundUpwards(host.folder ?? process.cwd())
  const config: Config = file === null ? {} : await read(file)
  const said = host.env[variable]?.trim()
  const codes = said ? codesOf(said, variable) : config.jurisdictions && codesOf(config.jurisdictions.join(), file!)
  return { file, config, jurisdictions: codes ? { codes, from: said ? variable : file! } : null }
}

export type Settings = Awaited<ReturnType<typeof settingsOf>>

function foundUpwards(folder: string): string | null {
  for (let at = resolve(folder); ; at = dirname(at)) {
    const file = join(at, configName)
    if (existsSync(file)) return file
    if (dirname(at) === at) return null
  }
}

async function read(file: string): Promise<Config> {
  if (!existsSync(file)) throw new CannotRun(configWords.missing(file))
  // Loaded only for users with settings, as the schemas take time.
  const { configSchema } = await import('./config-schema.js')
  const checked = configSchema.safeParse(jsonIn(file, (why) => new CannotRun(`${file}: ${why}`)))
  if (checked.success) return checked.data
  throw new CannotRun(checked.error.issues.map((i) => configWords.bad(file, i.path.join('.'), i.message)).join('; '))
}

function codesOf(text: string, from: string): readonly string[] {
  try {
    return asCodes(text)
  } catch (error) {
    throw new CannotRun(`${from}: ${(error as Error).message}`)
  }
}
