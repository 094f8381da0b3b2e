import { z } from 'zod'
import { nearest } from '../report/nearest.js'
import { printable } from '../report/controls.js'
import { programWords } from '../report/words/program-words.js'

/** Fields of a question. Unknown fields are refused: ignoring one would answer a different question. */
export function knownFields<T extends z.ZodRawShape>(shape: T): z.ZodObject<T, z.core.$strict> {
  const known = Object.keys(shape)
  return z.strictObject(shape, {
    error: (issue) =>
      issue.code === 'unrecognized_keys'
        ? issue.keys.map((key) => programWords.noArgument(printable(key), nearest(key, known), known)).join(' ')
        : undefined,
  })
}
