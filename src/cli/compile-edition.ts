import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { Reader } from '../chem/index.js'
import type { Edition, Records } from '../law/index.js'
import { BadRecord, compileEdition, lintRecords } from '../law/making.js'
import { readDataFolder } from './data-folder.js'
import { shippedData, shippedEdition } from './paths.js'

/** Checks all records of a data folder and compiles them. @throws {BadRecord} */
export async function compileFolder(folder: string): Promise<Edition> {
  return compileRecords(readDataFolder(folder))
}

/** Checks records and compiles them. @throws {BadRecord} */
export async function compileRecords(records: Records): Promise<Edition> {
  lintRecords(records)
  const content = compileEdition(records, await Reader.start())
  const sha256 = createHash('sha256').update(JSON.stringify(content)).digest('hex')
  return { ...content, sha256 }
}

/** The file of an edition, in ASCII: such a file is read and parsed in half the time. */
export function editionText(edition: Edition): string {
  return JSON.stringify(edition).replace(/[\u0080-\uffff]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

/** `npm run data`: checks the shipped records and writes the edition file. Returns the exit code. */
export async function compileShipped(): Promise<number> {
  try {
    const edition = await compileFolder(shippedData)
    mkdirSync(dirname(shippedEdition), { recursive: true })
    writeFileSync(shippedEdition, editionText(edition))
    const lists = edition.jurisdictions.flatMap((j) => j.lists)
    const rules = edition.jurisdictions.flatMap((j) => j.rules)
    const entries = lists.reduce((sum, list) => sum + list.entries.length, 0)
    console.log(`edition ${edition.id} ${edition.sha256.slice(0, 12)}: ${edition.substances.length} substances, ${entries} entries on ${lists.length} lists, ${rules.length} class rules`)
    return 0
  } catch (error) {
    if (!(error instanceof BadRecord)) throw error
    for (const p of error.problems) console.error(`data/${p.file} ${p.field}: found ${p.found}; expected ${p.expected}.`)
    console.error(`${error.problems.length} problem(s); no edition was written.`)
    return 2
  }
}
