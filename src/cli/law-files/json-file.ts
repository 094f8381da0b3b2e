import { readFileSync } from 'node:fs'

/** A file that should be JSON but is not. */
class NoJson extends Error {
  override name = 'NoJson'
}

/** @throws {NoJson} giving the position but not the content: it may be any file, and its content is private */
export function jsonIn(path: string): unknown {
  const text = readFileSync(path, 'utf8')
  try {
    return JSON.parse(text)
  } catch (error) {
    const position = /at position (\d+)/.exec((error as Error).message)?.[1]
    const before = position === undefined ? null : text.slice(0, Number(position)).split('\n')
    throw new NoJson(
      `it is not JSON${before === null ? '' : ` (line ${before.length} column ${before.at(-1)!.length + 1})`}`,
    )
  }
}
