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

/** Structures by what was found: an entry that names them, anything, or nothing as well. */
export type Identify = 'listed' | 'found' | 'all'

export interface AssessOptions {
  /** Of which structures canonical SMILES and InChIKey are worked out: they cost more than the rest together. */
  readonly identify: Identify
  /** What is certain of this input beforehand; near misses of rules that certainly do not fit are then not told. */
  readonly hints?: Hints
  /** Id of a recorded substance that the input names, and whose structure the text is. */
  readonly named?: string
}

const noNames = { smiles: null, inchikey: null } as const

function isNamed({ jurisdictions }: Judgement, identify: Identify): boolean {
  if (identify === 'all') return true
  return jurisdictions.some((j) => (identify === 'found' ? j.findings.length > 0 : j.findings.some((f) => f.kind === 'listed')))
}

/** Reads and judges one SMILES or mol block. Never throws for a bad input. Await `reader.ready()` before each call. */
export function assess(reader: Reader, law: LawIndex, text: string, query: Query, options: AssessOptions = { identify: 'all' }): Assessment {
  try {
    return reader.read(text, (structure) => {
      const { hints } = options
      const holds = couldHold(structure.molecule)
      structure.expect(hints ? (smarts) => holds(smarts) && hints.couldMatch(smarts) : holds)
      const judgement = judge(structure, law, query, hints, options.named)
      const names = isNamed(judgement, options.identify) ? { smiles: structure.smiles, inchikey: structure.inchikey } : noNames
      return { kind: 'judged', structure: { smiles: names.smiles, inchikey: names.inchikey, formula: structure.formula }, judgement }
    })
  } catch (error) {
    if (!(error instanceof UnreadableStructure)) throw error
    return { kind: 'unreadable', problem: error.problem }
  }
}

/**
 * An assessment of what was judged without RDKit: where names are wanted, RDKit gives them.
 * @param start gives the reader, ready to be used
 */
export async function withNames(start: () => Promise<Reader>, smiles: string, { judgement, formula }: { readonly judgement: Judgement; readonly formula: string }, identify: Identify): Promise<Assessment> {
  if (!isNamed(judgement, identify)) return { kind: 'judged', structure: { smiles: null, inchikey: null, formula }, judgement }
  const reader = await start()
  try {
    const names = reader.namesOf(smiles)
    return { kind: 'judged', structure: { smiles: names.smiles, inchikey: names.inchikey, formula }, judgement }
  } catch (error) {
    if (!(error instanceof UnreadableStructure)) throw error
    return { kind: 'unreadable', problem: error.problem }
  }
}
