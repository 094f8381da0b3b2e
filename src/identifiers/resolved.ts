import type { Problem } from '../chem/index.js'
import type { Failure, Warning } from './failure.js'
import type { Lookup } from './lookup.js'

/** The meaning of an input: a structure to judge, a recorded substance without one, or neither. */
export type ResolvedInput =
  | {
      readonly kind: 'structure'
      readonly text: string
      readonly lookup: Lookup | null
      /** True if the text could also have been meant as a name. */
      readonly orName: boolean
    }
  | { readonly kind: 'recorded'; readonly lookup: Lookup & { readonly substance: string } }
  | ResolvedSet
  | { readonly kind: 'unreadable'; readonly failure: Failure }

/** A substance that is only partly known: one of several. */
export interface ResolvedSet {
  readonly kind: 'set'
  readonly lookup: null
  /** How many structures the input states. */
  readonly count: number
  /** None if they are too many to be judged. */
  readonly members: readonly ResolvedMember[]
}

export interface ResolvedMember {
  readonly label: string
  /** What differs between members, in the same order for all. */
  readonly choices: readonly string[]
  readonly meaning: Exclude<ResolvedInput, ResolvedSet>
}

/** @param member its position, from 0 */
export function memberFailure(
  member: number,
  members: readonly Pick<ResolvedMember, 'label'>[],
  why: Failure | Problem,
): Failure {
  return {
    code: 'member',
    member: member + 1,
    of: members.length,
    label: members[member]!.label,
    why: 'message' in why ? { code: 'not-read', problem: why } : why,
  }
}

export interface Resolved {
  readonly meaning: ResolvedInput
  /** The identifier that decided, as given. */
  readonly input: string
  readonly warnings: readonly Warning[]
}
