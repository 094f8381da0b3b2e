import { compareForms, UnreadableStructure, type Reader } from '../chem/index.js'
import { substanceIdentity, type LawIndex, type SubstanceIdentity } from '../matching/index.js'
import { remembered } from '../remembered.js'

/**
 * How two structures given for one row compare. A form that leaves stereo open does not contradict one that fixes it.
 */
export type Agreement = 'same' | 'other stereo' | 'other substance' | 'not known'

/** Compares structures with those of recorded substances. */
export class Comparer {
  readonly #recorded = new Map<string, SubstanceIdentity | null>()

  constructor(readonly law: LawIndex) {}

  compare(reader: Reader, text: string, recorded: string): Agreement {
    const own = this.#identity(reader, text)
    const other = remembered(this.#recorded, recorded, () => this.#identity(reader, recorded))
    return own && other ? agreement(own, other) : 'not known'
  }

  #identity(reader: Reader, text: string): SubstanceIdentity | null {
    try {
      return reader.read(text, (structure) => substanceIdentity(structure, this.law))
    } catch (error) {
      if (error instanceof UnreadableStructure) return null
      throw error
    }
  }
}

function agreement(own: SubstanceIdentity, recorded: SubstanceIdentity): Agreement {
  if (own.full === recorded.full) return 'same'
  if (own.flat !== recorded.flat) return 'other substance'
  if (!own.forms || !recorded.forms) return 'other stereo'
  const relation = compareForms(own.forms, recorded.forms.each[0]!)
  return relation === 'same' || relation === 'covered' || relation === 'contained' || relation === 'open'
    ? 'same'
    : 'other stereo'
}
