import type { CompiledSubstance, SubstanceKey } from '../../src/law/index.js'
import { edition } from '../support/law.js'

export type Drawn = CompiledSubstance & { readonly smiles: string; readonly key: SubstanceKey }

/** Substances that are a single structure. */
export const drawn = edition.substances.filter((s): s is Drawn => s.smiles !== null && s.key !== null)
