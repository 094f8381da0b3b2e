import type { Rule } from '../law/index.js'
import type { LawIndex, Query } from '../matching/index.js'
import type { conditionOf } from './conditions.js'
import type { Description } from './description.js'
import type { RecordedDrawings } from './recorded-drawings.js'
import type { RecordedSubstances } from './recorded-substances.js'

export type Asked = ReturnType<typeof conditionOf>

/** What all readings of a screen use. */
export interface Tables {
  readonly law: LawIndex
  readonly query: Query
  readonly records: RecordedSubstances
  readonly drawings: RecordedDrawings
  /** Rules whose conditions are all checked. */
  readonly sifted: ReadonlySet<Rule>
  readonly description: Description
  conditionOf(smarts: string): Asked
}
