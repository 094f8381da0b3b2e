import { plain } from '../query/record-search.js'

/**
 * Names and words in the form used for comparison: only letters and digits, Greek letters by name, in lower case.
 * Dashes, quotes, line breaks and brackets differ between prints of one text; its meaning does not change unless a
 * letter or digit changes.
 */
export function comparableName(words: string): string {
  return plain(words.replaceAll('ß', 'β').replaceAll('ρ', 'p')).replace(/[^\p{L}\p{N}]/gu, '')
}

/** SHA-256 of a text, in hexadecimal. Passed in because browsers and Node have different implementations. */
export type Sha256 = (text: string) => string
