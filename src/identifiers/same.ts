import { compareForms, UnreadableStructure, type Reader } from '../chem/index.js'
import { substanceIdentity, type LawIndex, type SubstanceIdentity } from '../matching/index.js'

/**
 * How two structures given for one row compare. A form that leaves stereo open does not contradict one that fixes it.
 */
export type Agreement = 'same' | 'other stereo' | 'other substance' | 'not known'

/** What a structure is; null if it cannot be read. */
export function identityOf(reader: Reader, text: string, law: LawIndex): SubstanceIdentity | null {
  try {
    return reader.read(text, (structure) => substanceIdentity(structure, law))
  } catch (error) {
    if (error instanceof UnreadableStructure) return null
    throw error
  }
}

export function agreement(own: SubstanceIdentity | null, recorded: SubstanceIdentity | null): Agreement {
  if (!own || !recorded) return 'not known'
  if (own.full === recorded.full) return 'same'
  if (own.flat !== recorded.flat) return 'other substance'
  if (!own.forms || !recorded.forms) return 'other stereo'
  const relation = compareForms(own.forms, recorded.forms.each[0]!)
  return relation === 'same' || relation === 'covered' || relation === 'contained' || relation === 'open'
    ? 'same'
    : 'other stereo'
}
