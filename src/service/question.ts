import { z } from 'zod'
import { jurisdictionCode } from '../identifiers/index.js'
import { fieldWords } from '../report/words/program-words.js'

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'a day, written YYYY-MM-DD')

/** The law that a caller selects. Fields not given are as when the process was started. */
export const questionSchema = z.strictObject({
  asOf: day.optional().describe(fieldWords.asOf),
  jurisdictions: z.array(z.string().min(1).max(60)).min(1).max(50).optional().describe(fieldWords.jurisdictions),
  precursors: z.boolean().optional().describe(fieldWords.precursors),
  chemicalWeapons: z.boolean().optional().describe(fieldWords.chemicalWeapons),
})

export type Question = z.infer<typeof questionSchema>

/** The same with the codes of its jurisdictions, and without what is not given. */
export function withCodes(question: Question): Question {
  const { jurisdictions } = question
  const given = Object.entries(question).filter(([, value]) => value !== undefined)
  return {
    ...(Object.fromEntries(given) as Question),
    ...(jurisdictions && { jurisdictions: [...new Set(jurisdictions.map((name) => jurisdictionCode(name.trim())))] }),
  }
}
