import { couldHold, UnreadableStructure, type Problem, type Reader } from '../chem/index.js'
import type { Hints } from './hints.js'
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
  /** What is certain of this input beforehand; near misses of rules that certainly do not fit are then not told. */
  readonly hints?: Hints
  /** Id of a recorded substance that the input names, and whose structure the text is. */
  readonly named?: string
}

export function hasFindings({ jurisdictions }: Judgement): boolean {
  return jurisdictions.some((j) => j.findings.length > 0)
}

/** Reads and judges one SMILES or mol block. Never throws for a bad input. Await `reader.ready()` before each call. */
export function assess(reader: Reader, law: LawIndex, text: string, query: Query, options: AssessOptions = { alwaysIdentify: true }): Assessment {
  try {
    return reader.read(text, (structure) => {
      const { hints } = options
      structure.expect(hints ? (smarts) => hints.couldMatch(smarts) : couldHold(structure.molecule))
      const judgement = judge(structure, law, query, hints, options.named)
      const identify = options.alwaysIdentify || hasFindings(judgement)
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

/** An assessment of what was judged without RDKit: only the names that RDKit gives are added. */
export function withNames(reader: Reader, smiles: string, { judgement, formula }: { readonly judgement: Judgement; readonly formula: string }): Assessment {
  try {
    return { kind: 'judged', structure: { ...reader.namesOf(smiles), formula }, judgement }
  } catch (error) {
    if (!(error instanceof UnreadableStructure)) throw error
    return { kind: 'unreadable', problem: error.problem }
  }
}
