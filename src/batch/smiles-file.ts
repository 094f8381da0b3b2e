import type { Problem } from '../chem/index.js'
import { recordWords } from '../report/index.js'
import { isSmilesName } from './columns.js'
import type { TextLine } from './lines.js'
import type { BatchRecord, SourceNotes } from './record.js'

/** SMILES, blank, name. Every line is one row, blank and comment lines too, so that rows and lines agree; only a header is left out. */
export async function* smilesRecords(lines: AsyncIterable<TextLine>, source: SourceNotes): AsyncGenerator<BatchRecord> {
  let row = 0
  let first = true
  for await (const line of lines) {
    const header = first && isSmilesName(line.text.replace(/^#\s*/, '').split(/\s/, 1)[0]!)
    first = false
    if (header) source.notes.push(recordWords.header(line.text))
    else yield { row: ++row, ...split(line.text), problem: problemOf(line), fields: [] }
  }
}

function problemOf(line: TextLine): Problem | null {
  if (line.tooLong !== null) return { code: 'too-long', message: recordWords.longLine(line.tooLong), position: null }
  if (line.text.trimStart().startsWith('#')) return { code: 'not-a-structure', message: recordWords.comment, position: null }
  return null
}

/** Parts the SMILES with its CXSMILES block from the name after it. A quoted or broken text stays as it is, for the reader to judge. */
export function split(line: string): { text: string; name: string | null } {
  const parts = /^(\S+)(?:[ \t]+(.*))?$/s.exec(line.trim())
  if (!parts) return { text: line.trim() === '' ? '' : line, name: null }
  const smiles = parts[1]!
  const rest = (parts[2] ?? '').trim()
  const block = rest.startsWith('|') ? (/^\|[^|]*\|(?=\s|$)/.exec(rest) ?? /^\S+/.exec(rest))![0] : ''
  const name = rest.slice(block.length).trim()
  return { text: block === '' ? smiles : `${smiles} ${block}`, name: name === '' ? null : name }
}
