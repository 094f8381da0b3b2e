import {
  couldHold,
  OutOfBudget,
  UnreadableStructure,
  type Names,
  type Molecule,
  type Problem,
  type Reader,
  type Structure,
} from '../chem/index.js'
import { openStructure, type OpenFinding } from './finding.js'
import { type Hints, noHints } from './hints.js'
import { type Judgement, judgementOf, type Query, judging, resultOf } from './judge.js'
import type { LawIndex } from './law-index.js'
import type { Subject } from './subject.js'
import { withControlledFrom } from './across/controlled-from.js'
import { judgingNamed } from './identity/named.js'
import { selectedJurisdictions } from './law-selection.js'

export interface StructureFacts {
  /** Canonical SMILES; null if not requested. */
  readonly smiles: string | null
  /** Standard InChIKey; null if not requested, or if InChI cannot describe the structure. */
  readonly inchikey: string | null
  readonly formula: string
  /** Why a requested name could not be worked out. */
  readonly unnamed?: string
}

/** One input, judged or found unreadable. An unreadable input is never uncontrolled. */
export type Assessment =
  | { readonly kind: 'judged'; readonly structure: StructureFacts; readonly judgement: Judgement }
  | { readonly kind: 'unreadable'; readonly problem: Problem }

/** Which structures get names: none, those an entry finds, those listed or in a class, those with any finding, all. */
export type Identify = 'none' | 'listed' | 'controlled' | 'found' | 'all'

export interface AssessOptions {
  /**
   * For which structures canonical SMILES and InChIKey are worked out: they cost more than everything else together.
   */
  readonly identify: Identify
  /** What the screen knows for certain about the input; near misses of rules that do not match are not reported. */
  readonly hints?: Hints
  /** Id of a recorded substance that the input names, and whose structure the text is. */
  readonly named?: string
}

const noNames: Names = { smiles: null, inchikey: null, unnamed: null }

function isNamed({ jurisdictions }: Judgement, identify: Identify): boolean {
  if (identify === 'all' || identify === 'none') return identify === 'all'
  return jurisdictions.some(({ verdict, findings }) =>
    identify === 'controlled'
      ? verdict === 'listed' || verdict === 'class'
      : findings.some(({ kind }) => identify === 'found' || kind === 'listed'),
  )
}

function factsOf({ smiles, inchikey, unnamed }: Names, formula: string): StructureFacts {
  return unnamed === null ? { smiles, inchikey, formula } : { smiles, inchikey, formula, unnamed }
}

/** A structure that exceeds the work limit is undecided. The reader must then be made ready again. */
function judgeWithin(
  work: () => Judgement,
  law: LawIndex,
  query: Query,
): { judgement: Judgement; exceeded: OutOfBudget | null } {
  try {
    return { judgement: work(), exceeded: null }
  } catch (error) {
    if (!(error instanceof OutOfBudget)) throw error
    return { judgement: leftOpen(law, query, openStructure('budget')), exceeded: error }
  }
}

/** The judgement of an input that can be neither found nor excluded. */
export function leftOpen(law: LawIndex, query: Query, ...findings: readonly OpenFinding[]): Judgement {
  return judgementOf(selectedJurisdictions(law, query).map((records) => resultOf(records, query, findings)))
}

/** Reads and judges one SMILES or mol block. Never throws for bad input. Await `reader.ready()` before each call. */
export function assess(
  reader: Reader,
  law: LawIndex,
  text: string,
  query: Query,
  options: AssessOptions = { identify: 'all' },
): Assessment {
  const { hints } = options
  const couldMatch = (molecule: Molecule) => {
    const holds = couldHold(molecule)
    return hints ? (smarts: string) => holds(smarts) && hints.couldMatch(smarts) : holds
  }
  const judged = (structure: Structure): Assessment => {
    const { judgement, exceeded } = judgeWithin(() => judge(structure, law, query, hints, options.named), law, query)
    const names = exceeded
      ? { ...noNames, unnamed: exceeded.message }
      : isNamed(judgement, options.identify)
        ? structure.names
        : noNames
    return { kind: 'judged', structure: factsOf(names, structure.formula), judgement }
  }
  try {
    return reader.read(text, judged, couldMatch)
  } catch (error) {
    if (!(error instanceof UnreadableStructure)) throw error
    return { kind: 'unreadable', problem: error.problem }
  }
}

/** The verdict on a structure, and its formula, decided without RDKit. */
export interface Judged {
  readonly judgement: Judgement
  readonly formula: string
  /** Names of a recorded substance; null if RDKit must work them out. */
  readonly names: Names | null
}

/**
 * An assessment of a structure judged without RDKit; RDKit works out the requested names that are missing.
 * @param start returns the reader, ready for use
 */
export async function withNames(
  start: () => Promise<Reader>,
  text: string,
  { judgement, formula, names }: Judged,
  identify: Identify,
): Promise<Assessment> {
  if (!isNamed(judgement, identify))
    return { kind: 'judged', structure: { smiles: null, inchikey: null, formula }, judgement }
  if (names) return { kind: 'judged', structure: factsOf(names, formula), judgement }
  const reader = await start()
  try {
    return { kind: 'judged', structure: factsOf(reader.namesOf(text), formula), judgement }
  } catch (error) {
    if (!(error instanceof UnreadableStructure)) throw error
    return { kind: 'unreadable', problem: error.problem }
  }
}

/**
 * What the law of a day says of a structure, and since when without a break.
 * @param named id of a recorded substance that the input names instead of drawing it
 */
export function judge(
  structure: Subject,
  law: LawIndex,
  query: Query,
  hints: Hints = noHints,
  named: string | null = null,
): Judgement {
  return withControlledFrom(judging(structure, law, hints, named), law, query)
}

/** Judges a recorded substance that has no structure. */
export function judgeNamed(substance: string, law: LawIndex, query: Query): Judgement {
  return withControlledFrom(judgingNamed(substance, law), law, query)
}

/** The judgement of a structure that nothing in the edition covers; the same for all such structures. */
export function nothingFound(law: LawIndex, query: Query): Judgement {
  return leftOpen(law, query)
}
