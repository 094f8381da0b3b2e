import type { Reader } from '../chem/index.js'
import { checkQuery, type LawIndex, type Query } from '../matching/index.js'
import type { Host } from './host.js'
import { lawOf } from './law-files/law-file.js'
import { userRules } from './law-files/user-rules.js'
import { queryOf, type LawChoice } from './options.js'

export interface AskedLaw {
  /** With the rules of the user. */
  readonly law: LawIndex
  readonly query: Query
  /** Ids of the user's rules. */
  readonly own: readonly string[]
}

/** The law that options choose, and what they ask of it. @throws {CannotRun} */
export async function askedLaw(options: LawChoice, host: Host, start?: () => Promise<Reader>): Promise<AskedLaw> {
  const own = await userRules(options.rule)
  const query = queryOf(options, host.today, own.ids)
  const law = await own.over(await lawOf(options), start)
  checkQuery(law, query)
  return { law, query, own: own.ids }
}
