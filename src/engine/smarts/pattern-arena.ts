import { Arena } from '../arena.js'
import { kernel } from '../kernel.js'

/** Patterns, predicates and what is made of them. All laws share it: equal predicates share their answers. */
export const patternArena = new Arena()
patternArena.onFree(() => kernel.forgetAnswers())
