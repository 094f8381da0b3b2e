import { couldHold, UnreadableStructure, type Problem, type Reader } from '../chem/index.js'
import type { Rule } from '../law/index.js'
import { judge, type Judgement, type Query } from './judge.js'
import type { LawIndex } from './law-index.js'

export interface StructureFacts {
  /** Canonical SMILES; null where not asked for. */
  readonly smiles: string | null
  /** Standard InChIKey; null where not asked for, or where InChI cannot describe the structure. */
  readonly inchikey: string | null
  /** Hill formula. */
  readonly formula: string
}

/** One input, judged or found unreadable. An unreadable input is never uncontrolled. */
export type Assessment =
  | { readonly kind: 'judged'; readonly structure: StructureFacts; readonly judgement: Judgement }
  | { readonly kind: 'unreadable'; readonly problem: Problem }

export interface AssessOptions {
  /** False computes canonical SMILES and InChIKey only where something was found: they cost more than the rest together. */
  readonly alwaysIdentify: boolean
  /** False for a pattern that certainly has no match in this input; see `Screen.couldMatch`. */
  readonly couldMatch?: (smarts: string) => boolean
  /** False for a rule whose words certainly do not fit it; near misses are then not told. */
  readonly couldFit?: (rule: Rule) => boolean
}

/** Reads and judges one SMILES or mol block. Never throws for a bad input. Await `reader.ready()` before each call. */
export function assess(reader: Reader, law: LawIndex, text: string, query: Query, options: AssessOptions = { alwaysIdentify: true }): Assessment {
  try {
    return reader.read(text, (structure) => {
      structure.expect(options.couldMatch ?? couldHold(structure.molecule))
      const judgement = judge(structure, law, query, options.couldFit)
      const identify = options.alwaysIdentify || judgement.jurisdictions.some((j) => j.findings.length > 0)
      return {
        kind: 'judged',
        structure: { smiles: identify ? structure.smiles : null, inchikey: identify ? structure.inchikey : null, formula: structure.formula },
        judgement,
      }
    })
  } catch (error) {
    if (!(error instanceof UnreadableStructure)) throw error
    return { kind: 'unreadable', problem: error.problem }
  }
}
