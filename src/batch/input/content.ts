import { createHash, type Hash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import type { ByteRange } from './bytes.js'
import { FileProblem } from './file-problem.js'

/**
 * Total input size, in bytes, up to which inputs are hashed before the first row; longer runs skip this second reading.
 */
const mostBytes = 1024 ** 3

export interface HashedFile {
  readonly file: string
  readonly size: number | null
}

/**
 * Hashes of the inputs of a run, or of the ranges of a shard; null if a file cannot be read twice or is too long for
 * it. What was read of such a file is verified by its running hash alone.
 */
export async function contentOf(
  files: readonly HashedFile[],
  ranges: readonly (ByteRange | null)[] | null,
): Promise<(string | null)[]> {
  const parts = files.map(({ size }, i) =>
    size === null ? null : ranges === null ? { start: 0, end: size } : (ranges[i] ?? { start: 0, end: 0 }),
  )
  const total = parts.reduce((sum, part) => sum + (part ? part.end - part.start : 0), 0)
  const hashes: (string | null)[] = []
  for (const [i, { file }] of files.entries()) {
    const part = parts[i]!
    hashes.push(part === null || total > mostBytes ? null : (await hashOfRange(file, part)).digest('hex'))
  }
  return hashes
}

/** @throws {FileProblem} if it cannot be read */
export async function hashOfRange(file: string, { start, end }: ByteRange): Promise<Hash> {
  const hash = createHash('sha256')
  try {
    if (end > start)
      for await (const bytes of createReadStream(file, { start, end: end - 1, highWaterMark: 1024 * 1024 }))
        hash.update(bytes as Buffer)
  } catch (error) {
    throw new FileProblem(file, `cannot be read (${(error as Error).message})`)
  }
  return hash
}
