// Files made of a corpus: its first lines, a table of expectations.
import { createReadStream, writeFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { createGunzip } from 'node:zlib'

/** Lines of a SMILES file, packed or not. */
export async function* linesOf(file) {
  const raw = createReadStream(file)
  try {
    for await (const text of createInterface({ input: file.endsWith('.gz') ? raw.pipe(createGunzip()) : raw }))
      if (text.trim() !== '') yield text
  } finally {
    raw.destroy()
  }
}

export async function countLines(file) {
  let count = 0
  for await (const _ of linesOf(file)) count++
  return count
}

/** The first lines of a file, for what takes minutes or is repeated. Returns how many. */
export async function writeSample(file, sample, most) {
  const kept = []
  for await (const text of linesOf(file)) if (kept.push(text) === most) break
  writeFileSync(sample, `${kept.join('\n')}\n`)
  return kept.length
}

/** The structures of a file as a table of expectations. */
export async function writeExpected(file, table) {
  const rows = ['id,structure,expected']
  for await (const text of linesOf(file)) {
    const [smiles, id] = text.split(' ')
    rows.push(`${id},${smiles},uncontrolled`)
  }
  writeFileSync(table, `${rows.join('\n')}\n`)
}
