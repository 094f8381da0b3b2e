import { z } from 'zod'
import type { BatchRecord } from '../batch/index.js'
import { programWords, nearest, printable } from '../report/index.js'
import { fieldWords } from './field-words.js'

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

/** Maximum length of a structure in characters; the reader's own limit is lower. */
const longest = 200_000

const text = z.string().max(longest)

/** One substance: any text, or identifiers, of which structure, InChI, InChIKey, CAS number, name decide in turn. */
export const substance = knownFields({
  id: text.max(1000).optional().describe(fieldWords.id),
  structure: text.optional().describe(fieldWords.structure),
  inchi: text.optional(),
  inchikey: text.optional(),
  cas: text.optional().describe(fieldWords.cas),
  name: text.optional().describe(fieldWords.name),
})

export const input = z.union([text, substance], { error: 'expected a text, or an object such as {"cas": "50-36-2"}' })

type Input = z.infer<typeof input>

/** @param index position among all inputs, from 1 */
export function recordOf(given: Input, index: number): BatchRecord {
  const { id, structure = '', ...others } = typeof given === 'string' ? { structure: given } : given
  const identifiers = Object.fromEntries(Object.entries(others).filter(([, value]) => value?.trim()))
  return {
    row: index,
    name: id?.trim() || null,
    named: true,
    text: structure.trim() === '' ? '' : structure,
    ...(Object.keys(identifiers).length > 0 && { identifiers }),
    problem: null,
    fields: [],
  }
}
