import { readFileSync } from 'node:fs'
import { Reader } from '../../src/chem/index.js'
import type { Edition } from '../../src/law/index.js'
import { indexLaw, type LawIndex } from '../../src/matching/index.js'

/** The compiled edition that `npm run data` wrote. */
export function shippedLaw(): LawIndex {
  return indexLaw(JSON.parse(readFileSync(new URL('../../dist/edition.json', import.meta.url), 'utf8')) as Edition)
}

let reader: Promise<Reader> | null = null

/** One reader for a test file: starting RDKit takes longer than most tests. */
export function sharedReader(): Promise<Reader> {
  return (reader ??= Reader.start())
}
