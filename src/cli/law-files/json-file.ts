import { readFileSync } from 'node:fs'
import { deepestJson, isDeeper } from '../../batch/index.js'
import { recordWords } from '../../report/index.js'

/** A file that should be JSON but is not, is nested too deep or too large. */
class NoJson extends Error {
  override name = 'NoJson'
}

/** @throws {NoJson} giving the position but not the content: it may be any file, and its content is private */
export function jsonIn(path: string, mostBytes = Number.POSITIVE_INFINITY): unknown {
  const bytes = readFileSync(path)
  if (bytes.length > mostBytes) throw new NoJson(recordWords.tooLarge(bytes.length, mostBytes))
  const text = bytes.toString('utf8')
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    const position = /at position (\d+)/.exec((error as Error).message)?.[1]
    const before = position === undefined ? null : text.slice(0, Number(position)).split('\n')
    throw new NoJson(
      `it is not JSON${before === null ? '' : ` (line ${before.length} column ${before.at(-1)!.length + 1})`}`,
    )
  }
  // What reads it recurses.
  if (isDeeper(value, deepestJson)) throw new NoJson(recordWords.tooDeep(deepestJson))
  return value
}
