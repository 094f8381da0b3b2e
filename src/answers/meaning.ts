import type { Problem } from '../chem/index.js'
import { memberFailure, namedBy, type Failure, type ResolvedInput, type ResolvedSet } from '../identifiers/index.js'
import { mostMembers } from '../limits.js'

export interface NoSubstance {
  readonly kind: 'no substance'
  readonly failure: Failure
}

export interface NotRead {
  readonly kind: 'unreadable'
  readonly problem: Problem
}

/** A member of a set, and its answer. */
export type AnsweredMember<A> = ResolvedSet['members'][number] & { readonly answer: A }

/** How one question is answered for each meaning of an input. */
export interface AnswersTo<A> {
  /**
   * @param named id of a recorded substance that the input names, and whose structure the text is
   * @param orName whether the text could also have been meant as a name
   */
  structure(text: string, named: string | null, orName: boolean): Promise<A | NotRead | NoSubstance>
  /** For a recorded substance without a structure: a plant, a preparation. */
  recorded(substance: string): A
  set(members: readonly AnsweredMember<A>[]): A
  tooMany(count: number): A | NoSubstance
}

/** The answer for what an input means; a set has none if one of its members has none. */
export async function answerTo<A extends object>(
  meaning: ResolvedInput,
  to: AnswersTo<A>,
): Promise<A | NotRead | NoSubstance> {
  switch (meaning.kind) {
    case 'unreadable':
      return { kind: 'no substance', failure: meaning.failure }
    case 'recorded':
      return to.recorded(meaning.lookup.substance)
    case 'structure':
      return to.structure(meaning.text, namedBy(meaning.lookup), meaning.orName)
    case 'set': {
      const { count, members } = meaning
      if (count > mostMembers) return to.tooMany(count)
      const answered: AnsweredMember<A>[] = []
      for (const [i, member] of members.entries()) {
        const answer = await answerTo(member.meaning, to)
        if ('failure' in answer || 'problem' in answer) {
          const why = 'failure' in answer ? answer.failure : answer.problem
          return { kind: 'no substance', failure: memberFailure(i, members, why) }
        }
        answered.push({ ...member, answer })
      }
      return to.set(answered)
    }
  }
}
