import { readFileSync } from 'node:fs'
import type { LawIndex, Query } from '../../matching/index.js'
import { type RunInfo, editionName, runInfoOf } from '../../report/index.js'
import { CannotRun } from '../host.js'
import { loadLaw } from '../law-files/law-file.js'
import { packageFile } from '../paths.js'

let known: string | null = null

export function version(): string {
  return (known ??= (JSON.parse(readFileSync(packageFile, 'utf8')) as { version: string }).version)
}

export function tool(): RunInfo['tool'] {
  return { name: 'coverage', version: version() }
}

/** Version of the program, and of the law data that it ships. */
export function fullVersion(): string {
  try {
    return `${version()}, edition ${editionName(loadLaw().edition)}`
  } catch (error) {
    if (error instanceof CannotRun) return `${version()}, no edition: ${error.message}`
    throw error
  }
}

export function runInfo(law: LawIndex, query: Query, rules: readonly string[] = []): RunInfo {
  return runInfoOf(law, query, rules, version())
}
