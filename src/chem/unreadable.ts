/** Why an input is not a structure. `report` puts these into words. */
export type ProblemCode =
  | 'empty'
  | 'bad-character'
  | 'syntax'
  | 'valence'
  | 'aromaticity'
  | 'reaction'
  | 'inchi'
  | 'not-a-structure'
  | 'too-large'
  | 'too-long'
  | 'mol-block'
  | 'engine-failure'
  | 'budget'
  | 'unknown-name'
  | 'unknown-cas'
  | 'unknown-inchikey'
  | 'bad-cas'
  | 'shared-name'
  | 'contradiction'
  | 'no-such-atom'
  | 'too-many'
  | 'set-member'
  | 'bad-day'

export interface Problem {
  readonly code: ProblemCode
  /** The reader's own message about this input, in English. */
  readonly message: string
  /** Character position in the input, counted from 1, if known. */
  readonly position: number | null
}

export class UnreadableStructure extends Error {
  constructor(readonly problem: Problem) {
    super(problem.message)
    this.name = 'UnreadableStructure'
  }
}
