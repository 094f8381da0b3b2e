import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Reader } from '../../src/chem/index.js'
import type { CompiledSubstance, Edition, Rule } from '../../src/law/index.js'
import { fitRule, indexLaw, type LawIndex, type RuleOutcome } from '../../src/matching/index.js'

export { loadRecords } from '../../src/cli/law-files/law-data.js'

/** The repository's own records and the edition compiled from them by `npm run data`. */
export const dataFolder = fileURLToPath(new URL('../../data', import.meta.url))
const editionFile = fileURLToPath(new URL('../../dist/edition.json', import.meta.url))

export const edition = JSON.parse(readFileSync(editionFile, 'utf8')) as Edition
export const law: LawIndex = indexLaw(edition)
export const reader = await Reader.start()
// For `ready.ts`, which runs before each file.
Object.assign(globalThis, { structureReader: reader })

export function substanceOf(id: string): CompiledSubstance & { smiles: string } {
  const found = edition.substances.find((s) => s.id === id)
  if (!found || found.smiles === null) throw new Error(`no structure on record for ${id}`)
  return found as CompiledSubstance & { smiles: string }
}

export function ruleOf(id: string): Rule {
  const found = edition.jurisdictions.flatMap((j) => j.rules).find((r) => r.id === id)
  if (!found) throw new Error(`no rule ${id}`)
  return found
}

/** Applies a rule to the first component of a structure, whatever the lists say about it. */
export function fit(smiles: string, rule: Rule): RuleOutcome {
  return reader.read(smiles, (s) => fitRule(s, s.molecule.components[0]!, rule, law.terms))
}

export const shippedLaw = (): LawIndex => law
export const sharedReader = (): Promise<Reader> => Promise.resolve(reader)
