import { readFileSync } from 'node:fs'
import type { LawIndex, Query } from '../../matching/index.js'
import type { RunInfo } from '../../report/index.js'
import { editionName } from '../../report/index.js'
import { CannotRun } from '../cannot-run.js'
import { loadLaw } from '../law-files/law-file.js'
import { packageFile } from '../paths.js'

let known: string | null = null

/** Version of this program, from its package. */
export function version(): string {
  return (known ??= (JSON.parse(readFileSync(packageFile, 'utf8')) as { version: string }).version)
}

/** Version of the program, and the law data that it ships. */
export function fullVersion(): string {
  try {
    return `${version()}, edition ${editionName(loadLaw().edition)}`
  } catch (error) {
    if (error instanceof CannotRun) return `${version()}, no edition: ${error.message}`
    throw error
  }
}

/** What every output says of how it was made. */
export function runInfo(law: LawIndex, query: Query, rules: readonly string[] = []): RunInfo {
  const { id, sha256, unverified } = law.edition
  return {
    asOf: query.asOf,
    edition: { id, sha256, ...(unverified ? { unverified } : {}) },
    tool: { name: 'coverage', version: version() },
    query: {
      jurisdictions: query.jurisdictions ?? null,
      assume: query.assume ?? [],
      precursors: query.precursors ?? true,
      ...(query.chemicalWeapons === false ? { chemicalWeapons: false } : {}),
      ...(rules.length > 0 ? { rules } : {}),
    },
  }
}
