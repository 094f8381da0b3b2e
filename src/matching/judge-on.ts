import type { Subject } from './classes/graph.js'
import { withControlledFrom } from './across/controlled-from.js'
import { noHints, type Hints } from './hints.js'
import { judgingNamed } from './identity/named.js'
import { judging, type Judgement, type Query } from './judge.js'
import type { LawIndex } from './law-index.js'

/**
 * What the law of a day says of a structure, and since when without a break.
 * @param named id of a recorded substance that the input names instead of drawing it
 */
export function judge(
  structure: Subject,
  law: LawIndex,
  query: Query,
  hints: Hints = noHints,
  named: string | null = null,
): Judgement {
  return withControlledFrom(judging(structure, law, hints, named), law, query)
}

/** The same for a recorded substance without a structure. */
export function judgeNamed(substance: string, law: LawIndex, query: Query): Judgement {
  return withControlledFrom(judgingNamed(substance, law), law, query)
}
