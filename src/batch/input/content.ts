import { createHash, type Hash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { FileProblem } from './file-problem.js'

/**
 * Total input size, in bytes, up to which inputs are hashed before the first row; longer runs skip this second reading.
 */
const mostBytes = 1024 ** 3

/**
 * Hashes of the inputs of a run; null if a file cannot be read twice or is too long for it. What was read of such a
 * file is verified by its running hash alone.
 */
export async function contentOf(
  files: readonly { readonly file: string; readonly size: number | null }[],
): Promise<(string | null)[]> {
  const total = files.reduce((sum, { size }) => sum + (size ?? 0), 0)
  const hashes: (string | null)[] = []
  for (const { file, size } of files)
    hashes.push(size === null || total > mostBytes ? null : (await hashOfStart(file, size)).digest('hex'))
  return hashes
}

/** The hash of the first bytes of a file. @throws {FileProblem} if it cannot be read */
export async function hashOfStart(file: string, length: number): Promise<Hash> {
  const hash = createHash('sha256')
  try {
    if (length > 0)
      for await (const bytes of createReadStream(file, { end: length - 1, highWaterMark: 1024 * 1024 }))
        hash.update(bytes as Buffer)
  } catch (error) {
    throw new FileProblem(file, `cannot be read (${(error as Error).message})`)
  }
  return hash
}
