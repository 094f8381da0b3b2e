import type { Problem } from '../../chem/index.js'
import { blockLength, separatedByBars } from '../../sets/index.js'
import type { LineChunk } from './chunk.js'
import { linesIn, type TextLine } from './lines.js'
import { recordWords } from './record-words.js'
import type { BatchRecord } from './batch-record.js'

/** Every line is a row, including blank lines and comments, so that row and line numbers agree. */
export function smilesRecords({ bytes, row, tooLong }: LineChunk): BatchRecord[] {
  const lines = linesIn(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  return lines.map((line, i) => recordOf(tooLong === null ? line : { ...line, tooLong }, row + i))
}

const space = 0x20
const tab = 0x09
const bar = 0x7c

/** SMILES, blank, name. */
export function recordOf(line: TextLine, row: number): BatchRecord {
  const { text } = line
  let at = 0
  while (isPlain(text.charCodeAt(at))) at++
  const next = text.charCodeAt(at + 1)
  // Fast path: an ASCII SMILES, one blank, a name that needs no trimming.
  if (at > 0 && line.tooLong === null && text.charCodeAt(0) !== 0x23) {
    if (at === text.length) return { row, name: null, text, problem: null, fields: [] }
    const blank = text.charCodeAt(at)
    if (
      (blank === space || blank === tab) &&
      isPlain(next) &&
      next !== bar &&
      isPlain(text.charCodeAt(text.length - 1))
    ) {
      return { row, name: text.slice(at + 1), text: text.slice(0, at), problem: null, fields: [] }
    }
  }
  return { row, ...split(text), problem: problemOf(line), fields: [] }
}

function isPlain(code: number): boolean {
  return code > space && code < 0x7f
}

function problemOf(line: TextLine): Problem | null {
  if (line.tooLong !== null) return { code: 'too-long', message: recordWords.longLine(line.tooLong), position: null }
  if (line.text.trimStart().startsWith('#'))
    return { code: 'not-a-structure', message: recordWords.comment, position: null }
  return null
}

/**
 * Splits off the name after the SMILES and its CXSMILES block. Quoted or broken text is left to the reader to judge.
 */
export function split(line: string): { text: string; name: string | null } {
  const parts = /^(\S+)(?:[ \t]+(.*))?$/s.exec(line.trim())
  if (!parts) return { text: line.trim() === '' ? '' : line, name: null }
  const smiles = parts[1]!
  const rest = (parts[2] ?? '').trim()
  if (rest.startsWith('|') && statesSet(line)) return { text: line.trim(), name: null }
  const block = rest.startsWith('|') ? blockOf(rest) : ''
  const name = rest.slice(block.length).trim()
  return { text: block === '' ? smiles : `${smiles} ${block}`, name: name === '' ? null : name }
}

/** Whether a line is a set of structures or names between bars; a single small letter is a name of the row. */
function statesSet(line: string): boolean {
  return separatedByBars(line)?.every((part) => !/^[a-z]$/.test(part)) ?? false
}

function blockOf(rest: string): string {
  const whole = /^\|[^|]*\|(?=\s|$)/.exec(rest)
  if (whole) return whole[0]
  const nested = rest.slice(0, blockLength(rest))
  return nested.includes('RG:') && /\S\|$/.test(nested) ? nested : /^\S+/.exec(rest)![0]
}
