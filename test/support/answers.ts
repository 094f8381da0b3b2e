import { type FastGraph, kernel, type AtomExpression, type Certainty } from '../../src/engine/index.js'
import { atomTestAt, type NumberedTest } from '../../src/engine/smarts/encode.js'

/** The answer of a predicate that looks beyond the atom, cached by molecule or by surroundings. */
export function wholeAnswer(graph: FastGraph, atom: number, { at }: NumberedTest): Certainty {
  return kernel.wholeAnswer(graph.at, atom, at) as Certainty
}

/** The answer of a predicate for an atom, not cached. */
export function testAtom(graph: FastGraph, atom: number, test: AtomExpression): Certainty {
  return kernel.testAtom(graph.at, atom, atomTestAt(test)) as Certainty
}
