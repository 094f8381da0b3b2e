import type { WantedDocument } from '../../law/index.js'

/** The document that would settle an open question, in a sentence. */
export function wantedWords({ document, address }: WantedDocument): string {
  return `One document would decide this: ${document}${address === undefined ? '' : `, ${address}`}`
}
