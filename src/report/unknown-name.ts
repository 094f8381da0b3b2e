import type { UnknownName } from '../matching/index.js'
import { typoWords } from './words/command-words.js'

/** Up to this many names are listed. */
const fewNames = 40

export function unknownNameText({ message, known }: UnknownName): string {
  return `${message}.${known.length > 0 && known.length <= fewNames ? typoWords.known(known) : ''}`
}
