import type { Reader } from '../chem/index.js'
import { checkQuery } from '../matching/index.js'
import type { Host } from './host.js'
import { lawOf } from './law-files/law-file.js'
import { userRules } from './law-files/user-rules.js'
import { queryOf, type LawChoice } from './options.js'

/** The law that options choose with the rules of the user, whose ids are `own`, and the query. @throws {CannotRun} */
export async function askedLaw(options: LawChoice, host: Host, start?: () => Promise<Reader>) {
  const own = await userRules(options.rule)
  const query = queryOf(options, host.today, own.ids)
  const law = await own.over(await lawOf(options), start)
  checkQuery(law, query)
  return { law, query, own: own.ids }
}

export type AskedLaw = Awaited<ReturnType<typeof askedLaw>>
