import type { Lookup } from '../identifiers/index.js'
import type { Assessment, Judgement, StructureFacts } from '../matching/index.js'
import type { AnsweredMember, NoSubstance } from './meaning.js'

/** A judgement of something without a single structure: a recorded substance, or a set of structures. */
export interface Unstructured {
  readonly kind: 'judged'
  readonly structure: null
  readonly judgement: Judgement
  /** Given for a set of structures, of which one is the substance. */
  readonly members?: readonly JudgedMember[]
}

export interface JudgedMember {
  readonly label: string
  readonly choices: readonly string[]
  /** The SMILES or mol block that was judged; null for a recorded substance without a structure. */
  readonly text: string | null
  readonly structure: StructureFacts | null
  readonly judgement: Judgement
  readonly lookup: Lookup | null
}

export type MeaningAnswer = Assessment | Unstructured | NoSubstance

/** An answer that is a judgement. */
export type JudgedMeaning = Extract<MeaningAnswer, { readonly kind: 'judged' }>

/** The members of a set that was judged; those drawn twice are one. */
export function membersOf(answered: readonly AnsweredMember<JudgedMeaning>[]): JudgedMember[] {
  const members = new Map<string, JudgedMember>()
  for (const { label, choices, meaning, answer } of answered) {
    const { structure, judgement } = answer
    const lookup = meaning.kind === 'unreadable' ? null : meaning.lookup
    const text = meaning.kind === 'structure' ? meaning.text : null
    const key = structure?.inchikey ?? lookup?.substance ?? text ?? label
    if (!members.has(key)) members.set(key, { label, choices, text, structure, judgement, lookup })
  }
  return [...members.values()]
}
