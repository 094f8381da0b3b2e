import { plain } from '../search.js'

/**
 * Names and words as they are compared: letters and figures alone, Greek letters by name, in lower case. Dashes, quotes,
 * line breaks and brackets differ between prints of one text; what it says does not change without a letter or a figure.
 */
export function bare(words: string): string {
  return plain(words.replaceAll('ß', 'β').replaceAll('ρ', 'p')).replace(/[^\p{L}\p{N}]/gu, '')
}

/** SHA-256 of a text, in hexadecimal. Handed in: a browser and Node have different ones. */
export type Sha256 = (text: string) => string
