import { z } from 'zod'
import { jurisdictionCode, kindsNamed } from '../identifiers/index.js'
import { fieldWords } from './field-words.js'
import type { Query } from '../matching/index.js'

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'a day, written YYYY-MM-DD')

/** The law that a caller selects. Omitted fields have the values with which the process was started. */
export const questionSchema = z.strictObject({
  asOf: day.optional().describe(fieldWords.asOf),
  jurisdictions: z
    .union([z.array(z.string().min(1).max(60)).min(1).max(50), z.string().min(1).max(500)])
    .optional()
    .describe(fieldWords.jurisdictions),
  kinds: z
    .union([z.array(z.string().max(60)).min(1).max(20), z.string().max(500)])
    .optional()
    .describe(fieldWords.kinds),
})

export type Question = z.infer<typeof questionSchema>

/** A question whose jurisdictions are codes. */
type CodedQuestion = Omit<Question, 'jurisdictions' | 'kinds'> & Pick<Query, 'jurisdictions' | 'kinds'>

/** Resolves jurisdictions to codes, kinds of control to their names, and drops omitted fields. */
export function withCodes({ jurisdictions, kinds, ...others }: Question): CodedQuestion {
  const given = Object.entries(others).filter(([, value]) => value !== undefined)
  return {
    ...(Object.fromEntries(given) as CodedQuestion),
    ...(jurisdictions !== undefined && { jurisdictions: codesOf([jurisdictions].flat()) }),
    ...(kinds !== undefined && { kinds: kindsNamed([kinds].flat()) }),
  }
}

function codesOf(texts: readonly string[]): string[] {
  const names = texts.flatMap((text) => text.split(',').map((name) => name.trim()))
  const some = names.filter((name) => name !== '')
  // An empty list would mean no law, under which nothing is controlled, so an empty name is refused.
  return [...new Set((some.length > 0 ? some : ['']).map(jurisdictionCode))]
}
