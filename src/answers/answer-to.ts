import {
  memberFailure,
  namedBy,
  type Failure,
  type Lookup,
  type ResolvedInput,
  type ResolvedSet,
  type Resolver,
} from '../identifiers/index.js'
import { mostMembers } from '../limits.js'
import {
  judgeNamed,
  leftOpen,
  openStructure,
  type Assessment,
  type Identify,
  type Judgement,
  type StructureFacts,
} from '../matching/index.js'
import { countingAs, fold } from '../sets/index.js'
import type { Asked, Look } from './asked.js'

/** A judgement of something without a single structure. */
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

export type MeaningAnswer =
  | Assessment
  /** A recorded substance without a structure (a plant, a preparation), or a set of structures. */
  | Unstructured
  | { readonly kind: 'no substance'; readonly failure: Failure }

type Names = Pick<Resolver, 'law' | 'names'>

/**
 * The answer for what an input means: a structure, a recorded substance, or a set of these.
 * @param look how far its structure was looked at before
 */
export async function answerTo(
  meaning: ResolvedInput,
  resolver: Names,
  asked: Asked,
  identify: Identify,
  look?: Look,
): Promise<MeaningAnswer> {
  if (meaning.kind === 'set') return answerToSet(meaning, resolver, asked)
  if (meaning.kind === 'unreadable') return { kind: 'no substance', failure: meaning.failure }
  if (meaning.kind === 'recorded')
    return {
      kind: 'judged',
      structure: null,
      judgement: judgeNamed(meaning.lookup.substance, resolver.law, asked.query),
    }
  const { text, lookup, orName } = meaning
  const answer = await asked.answer(text, identify, namedBy(lookup), look)
  const failure = answer.kind === 'unreadable' && orName ? resolver.names.unknown(text) : null
  return failure ? { kind: 'no substance', failure } : answer
}

/** Judges each member; the set is not judged if one of them cannot be. */
async function answerToSet(set: ResolvedSet, resolver: Names, asked: Asked): Promise<MeaningAnswer> {
  const { law, query } = asked
  if (set.count > mostMembers) {
    const judgement = leftOpen(law, query, openStructure('too many members', { count: set.count }))
    return { kind: 'judged', structure: null, judgement }
  }
  const members = new Map<string, JudgedMember>()
  for (const [i, { label, choices, meaning }] of set.members.entries()) {
    const answer = await answerTo(meaning, resolver, asked, 'all')
    if (answer.kind !== 'judged')
      return {
        kind: 'no substance',
        failure: memberFailure(i, set.members, answer.kind === 'unreadable' ? answer.problem : answer.failure),
      }
    const { structure, judgement } = answer
    const lookup = meaning.kind === 'unreadable' ? null : meaning.lookup
    const text = meaning.kind === 'structure' ? meaning.text : null
    // Members drawn twice are one.
    const key = structure?.inchikey ?? lookup?.substance ?? text ?? label
    if (!members.has(key)) members.set(key, { label, choices, text, structure, judgement, lookup })
  }
  const judged = [...members.values()]
  return { kind: 'judged', structure: null, judgement: fold(judged, countingAs(query.setsCountAs)), members: judged }
}
