import type { Edition } from '../../law/index.js'
import { indexLaw, type LawIndex } from '../../matching/index.js'
import { remembered } from '../../remembered.js'

const laws = new WeakMap<Edition, LawIndex>()

/** The law of an edition, indexed for many structures: built once per thread. */
export const indexedLaw = (edition: Edition) => remembered(laws, edition, () => indexLaw(edition))
