import { readFileSync } from 'node:fs'
import { deepestJson, isDeeper, recordWords } from '../../batch/index.js'
import { DoubledKey, parseJson } from '../../unique-keys.js'

/**
 * A file that should be JSON, and neither nested too deep nor too large.
 * @param refused the error for any other file, with why
 */
export function jsonIn(path: string, refused: (why: string, error: Error) => Error, mostBytes = Infinity): unknown {
  try {
    const bytes = readFileSync(path)
    if (bytes.length > mostBytes) throw new Error(recordWords.tooLarge(bytes.length, mostBytes))
    const value = parsed(bytes.toString('utf8'))
    // What reads it recurses.
    if (isDeeper(value, deepestJson)) throw new Error(recordWords.tooDeep(deepestJson))
    return value
  } catch (error) {
    throw refused((error as Error).message, error as Error)
  }
}

/** The message says where the error is and not what is there: it may be any file, and its content is private. */
function parsed(text: string): unknown {
  try {
    return parseJson(text)
  } catch (error) {
    if (error instanceof DoubledKey) throw error
    const position = /at position (\d+)/.exec((error as Error).message)?.[1]
    const before = position === undefined ? null : text.slice(0, Number(position)).split('\n')
    throw new Error(
      `it is not JSON${before === null ? '' : ` (line ${before.length} column ${before.at(-1)!.length + 1})`}`,
    )
  }
}
