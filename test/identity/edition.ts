import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { CompiledSubstance, Edition, SubstanceKey } from '../../src/law/index.js'
import { indexLaw } from '../../src/matching/index.js'

/** The edition as built by `npm run data`. */
export const edition = JSON.parse(
  readFileSync(fileURLToPath(new URL('../../dist/edition.json', import.meta.url)), 'utf8'),
) as Edition
export const law = indexLaw(edition)

export type Drawn = CompiledSubstance & { readonly smiles: string; readonly key: SubstanceKey }

/** Substances that are a single structure. */
export const drawn = edition.substances.filter((s): s is Drawn => s.smiles !== null && s.key !== null)
