import { uniform, type Edition } from '../../law/index.js'
import { indexLaw, type LawIndex } from '../../matching/index.js'

const laws = new WeakMap<Edition, LawIndex>()

/** The law of an edition, indexed for many structures: built once per thread. */
export function indexedLaw(edition: Edition): LawIndex {
  let law = laws.get(edition)
  if (!law) laws.set(edition, (law = indexLaw(uniform(edition))))
  return law
}
