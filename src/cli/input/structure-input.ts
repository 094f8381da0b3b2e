import { isMolBlock } from '../../chem/index.js'
import type { InputRef } from '../../report/index.js'
import { CannotRun } from '../cannot-run.js'
import type { Host } from '../host.js'

const stdinLimit = 64 * 1024 * 1024

/** The structures of a `check`: its arguments, `-` standing for stdin, one a line or one mol block. */
export async function structureInputs(given: readonly string[], host: Host): Promise<InputRef[]> {
  const texts: string[] = []
  let stdinRead = false
  for (const text of given) {
    if (text !== '-') texts.push(text)
    else if (stdinRead) throw new CannotRun('- stands for stdin and can be given once')
    else {
      stdinRead = true
      texts.push(...splitStdin(await readAll(host)))
    }
  }
  return texts.map((text, i) => ({ index: i + 1, id: idOf(text) ?? `row-${i + 1}`, input: text }))
}

function splitStdin(text: string): string[] {
  if (isMolBlock(text)) {
    const records = text.split(/^\$\$\$\$.*\n?/m).filter((record) => record.trim() !== '')
    if (records.length > 1)
      throw new CannotRun(`stdin holds ${records.length} records; use: coverage batch --input-format sdf -`)
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
  const bytes = Buffer.concat(parts)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return bytes.toString('latin1')
  }
}

/** The words after a SMILES are its name, unless they are a CXSMILES block. */
function idOf(text: string): string | null {
  if (text.includes('\n')) return text.split('\n', 1)[0]!.trim() || null
  const rest = /^\S+[ \t]+(?:\|[^|]*\|?[ \t]*)?(.*)$/.exec(text.trim())?.[1]?.trim()
  return rest || null
}
