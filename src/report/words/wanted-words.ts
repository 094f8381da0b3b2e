import type { WantedDocument } from '../../law/index.js'

/** The documents that would settle what is open, in one line if there are any; `note` follows each of them. */
export function wantedWords(documents: Iterable<WantedDocument>, note = (_: WantedDocument) => ''): string[] {
  const all = [...new Set(documents)].map((own) => own.document + (own.address ? `, ${own.address}` : '') + note(own))
  return all[0] ? [`${all[1] ? 'These documents' : 'One document'} would decide this: ${all.join('; ')}`] : []
}
