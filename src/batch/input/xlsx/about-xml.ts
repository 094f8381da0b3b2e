import { aboutWords } from '../../../report/words/workbook-words.js'
import { plainSheet } from './sheet-xml.js'

/** The rows that head a table, by their position, are those that begin as its header does. */
export function aboutXml(rows: readonly (readonly string[])[]): string {
  return plainSheet(rows, new Set(rows.flatMap(([first], i) => (first === aboutWords.law ? [i] : []))))
}
