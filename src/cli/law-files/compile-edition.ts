import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Reader } from '../../chem/index.js'
import { asciiJson, editionStart, type Edition, type Records, type RuleExamples } from '../../law/index.js'
import { BadRecord, compileEdition, lintRecords, patternsIn } from '../../law/authoring.js'
import { indexLaw } from '../../matching/index.js'
import { jsonFiles, loadRecords, refused, readDataFolder } from './law-data.js'
import { contentHash } from './edition-hash.js'
import { shippedData, shippedEdition, shippedExamples, shippedRecords, shippedStart } from '../shipped.js'

/**
 * Checks records and compiles them.
 * @param before as `compileEdition` takes it
 * @throws {BadRecord}
 */
export async function compileRecords(records: Records, before: Edition | null = null): Promise<Edition> {
  lintRecords(records)
  const content = compileEdition(records, await Reader.start(), before)
  return { ...content, sha256: contentHash(content) }
}

/**
 * Compiles the shipped records with those of a folder added.
 * @param before the shipped edition
 * @throws {CannotRun} naming file, field, found and expected
 */
export async function compileData(data: string, before: Edition | null): Promise<Edition> {
  const records = loadRecords({ data })
  try {
    return await compileRecords(records, before)
  } catch (error) {
    throw refused(error, 'the records cannot be used:\n')
  }
}

/** The text of an edition file; see `hashOfFile` for the order of its members. */
export function editionText({ sha256, ...content }: Edition): string {
  return asciiJson({ ...content, sha256 })
}

/** The examples of class rules by rule id, for pages that show them. */
function examplesOf({ jurisdictions }: Records): Record<string, RuleExamples> {
  return Object.fromEntries(jurisdictions.flatMap(({ examples }) => [...examples]))
}

/** `npm run data`: checks the shipped records and writes the edition file. Returns the exit code. */
export async function compileShipped(): Promise<number> {
  try {
    const records = readDataFolder(shippedData)
    const edition = await compileRecords(records)
    mkdirSync(dirname(shippedEdition), { recursive: true })
    const text = editionText(edition)
    writeFileSync(shippedEdition, text)
    const patterns = patternsIn(records).map(({ found }) => found)
    const { parents } = indexLaw(edition)
    writeFileSync(shippedStart, JSON.stringify(editionStart(text, edition, { parents, patterns })))
    const places = jsonFiles(shippedData).map((place) => [
      place,
      JSON.parse(readFileSync(join(shippedData, place), 'utf8')),
    ])
    writeFileSync(shippedRecords, asciiJson(Object.fromEntries(places)))
    writeFileSync(shippedExamples, asciiJson(examplesOf(records)))
    const lists = edition.jurisdictions.flatMap((j) => j.lists)
    const rules = edition.jurisdictions.flatMap((j) => j.rules)
    const entries = lists.reduce((sum, list) => sum + list.entries.length, 0)
    console.log(
      `edition ${edition.id} ${edition.sha256.slice(0, 12)}: ${edition.substances.length} substances, ` +
        `${entries} entries on ${lists.length} lists, ${rules.length} class rules`,
    )
    return 0
  } catch (error) {
    if (!(error instanceof BadRecord)) throw error
    for (const p of error.problems)
      console.error(`data/${p.file} ${p.field}: found ${p.found}; expected ${p.expected}.`)
    console.error(`${error.problems.length} problem(s); no edition was written.`)
    return 2
  }
}
