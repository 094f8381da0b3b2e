import { existsSync, readFileSync, statSync } from 'node:fs'
import { utf16Of, formatOfName, recordSource, type Source, type BatchRecord } from '../../batch/index.js'
import { looksLikeName, NameIndex } from '../../identifiers/index.js'
import type { Edition } from '../../law/index.js'
import { isMolBlock } from '../../chem/index.js'
import { separatedByBars } from '../../sets/index.js'
import type { InputRef } from '../../report/index.js'
import { CannotRun, type Host } from '../host.js'

const stdinLimit = 64 * 1024 * 1024

/**
 * The structures of a `check`: its arguments; `-` is stdin, with one per line or one mol block.
 * @throws {CannotRun} if a file is missing, or cannot be read
 */
export async function structureInputs(given: readonly string[], edition: Edition, host: Host): Promise<InputRef[]> {
  const texts: string[] = []
  const names = NameIndex.of(edition)
  let stdinRead = false
  for (const text of given) {
    if (isStructureFile(text)) texts.push(...splitText(readFile(text), `${text} holds`, `coverage batch ${text}`))
    else if (isMissingFile(text, names)) throw new CannotRun(`there is no file ${text}`)
    else if (text !== '-') texts.push(text)
    else if (stdinRead) throw new CannotRun('- stands for stdin and can be given once')
    else {
      stdinRead = true
      texts.push(...splitText(await readAll(host), 'stdin holds', 'coverage batch --input-format sdf -'))
    }
  }
  return texts.map((text, i) => ({ index: i + 1, id: idOf(text) ?? `row-${i + 1}`, input: text }))
}

/** An existing mol or SD file; no SMILES ends like its name. */
function isStructureFile(text: string): boolean {
  return blockFile.test(text) && existsSync(text)
}

const blockFile = /\.(mol|mdl|sdf?)$/i

/** The name of a file that does not exist. Neither a SMILES nor a name in the law ends like it. */
function isMissingFile(text: string, names: NameIndex): boolean {
  return (blockFile.test(text) || formatOfName(text) !== null) && !existsSync(text) && names.find(text) === null
}

function readFile(file: string): string {
  let bytes: Buffer
  try {
    if (statSync(file).size > stdinLimit)
      throw new CannotRun(`${file} is longer than 64 MB; use: coverage batch ${file}`)
    bytes = readFileSync(file)
  } catch (error) {
    if (error instanceof CannotRun) throw error
    throw new CannotRun(`cannot read ${file} (${(error as NodeJS.ErrnoException).code})`)
  }
  const text = textOf(bytes)
  if (!isMolBlock(text)) throw new CannotRun(`${file} contains no mol block`)
  return text
}

function splitText(text: string, holds: string, instead: string): string[] {
  if (isMolBlock(text)) {
    const records = text.split(/^\$\$\$\$.*\n?/m).filter((record) => record.trim() !== '')
    if (records.length > 1) throw new CannotRun(`${holds} ${records.length} records; use: ${instead}`)
    return [records[0]!]
  }
  const lines = text.split(/\r\n|\n|\r/)
  if (lines.at(-1) === '') lines.pop()
  if (lines.length === 0) throw new CannotRun('stdin is empty')
  return lines
}

async function readAll(host: Host): Promise<string> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of host.stdin) {
    const bytes = Buffer.from(part as Buffer)
    size += bytes.length
    if (size > stdinLimit) throw new CannotRun('stdin is longer than 64 MB; use: coverage batch --input-format smi -')
    parts.push(bytes)
  }
  return textOf(Buffer.concat(parts))
}

/** UTF-16 or UTF-8; Latin-1 if it is neither. */
function textOf(bytes: Buffer): string {
  const encoding = utf16Of(bytes)
  if (encoding) return new TextDecoder(encoding).decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return bytes.toString('latin1')
  }
}

/** The words after a SMILES are its name, unless they are a CXSMILES block. */
function idOf(text: string): string | null {
  if (text.includes('\n')) return text.split('\n', 1)[0]!.trim() || null
  if (separatedByBars(text)) return null
  const [, first, rest] = /^(\S+)[ \t]+(?:\|[^|]*\|?[ \t]*)?(.*)$/.exec(text.trim()) ?? []
  return rest && !looksLikeName(first!) ? rest : null
}

/** Inputs of the command line or stdin as a source, processed like a file. */
export function inputSource(inputs: readonly InputRef[]): Source {
  const size = inputs.reduce((sum, { input }) => sum + input.length, 0)
  return recordSource(recordsOf(inputs), { file: '-', format: 'smi', meter: { read: 0 }, size, close: () => {} })
}

async function* recordsOf(inputs: readonly InputRef[]): AsyncGenerator<BatchRecord> {
  for (const { index, id, input } of inputs)
    yield { row: index, name: id, named: true, text: input, problem: null, fields: [] }
}
