import { Reader } from '../../src/chem/index.js'

let kept: Promise<Reader> | undefined
const start = Reader.start

/**
 * Runs a command with one RDKit for all commands of a worker, as `batch` has one for all rows: starting it takes longer
 * than most commands.
 */
export async function withKeptReader<T>(use: () => Promise<T>): Promise<T> {
  Reader.start = (options) => (options ? start.call(Reader, options) : (kept ??= start.call(Reader)))
  try {
    return await use()
  } finally {
    Reader.start = start
  }
}
