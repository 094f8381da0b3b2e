import { byteAt, fillBytes, setByte, setWord, wordAt } from '../bytes.as'
import {
  anyMayAt, anySureAt, mayForAt, mayMaskAt, answersBySurroundingsAt, answersBySurroundingsSize, sureForAt, sureMaskAt,
  wholeAnswersAt, wholeAt, wholeForAt,
} from './predicate-codes'
import { atoms, generation, kindFirst, kinds, surroundings, surroundingsOf } from '../graph.as'
import { answerOf, maskOfKind } from './kinds.as'
import { findSurroundings } from './surroundings.as'
import { testAtom } from './tests.as'

/**
 * Address of the mask of the atoms that may pass the local part of a predicate, or of those that certainly pass a
 * predicate without any other part; 0 if there are none. A mask is filled once per molecule.
 */
export function maskOf(g: usize, test: usize, surely: bool): usize {
  if (surely && load<i32>(test, wholeAt) == 0) {
    if (load<i32>(test, sureForAt) != generation(g)) {
      store<i32>(test, generation(g), sureForAt)
      store<i32>(test, <i32>fill(g, test, test + sureMaskAt, true), anySureAt)
    }
    return load<i32>(test, anySureAt) == 0 ? 0 : test + sureMaskAt
  }
  if (load<i32>(test, mayForAt) != generation(g)) {
    store<i32>(test, generation(g), mayForAt)
    store<i32>(test, <i32>fill(g, test, test + mayMaskAt, false), anyMayAt)
  }
  return load<i32>(test, anyMayAt) == 0 ? 0 : test + mayMaskAt
}

function fill(g: usize, test: usize, mask: usize, surely: bool): bool {
  const words = (atoms(g) + 31) >>> 5
  let any = false
  for (let word = 0; word < words; word++) setWord(mask, word, 0)
  for (let i = 0, n = kinds(g); i < n; i++) {
    const answer = answerOf(g, kindFirst(g, i), test)
    if (surely ? answer != 1 : answer == 0) continue
    const kind = maskOfKind(g, i)
    for (let word = 0; word < words; word++) setWord(mask, word, wordAt(mask, word) | wordAt(kind, word))
    any = true
  }
  return any
}

/** The answer of a predicate that looks beyond the atom. */
export function wholeAnswer(g: usize, atom: i32, test: usize): i32 {
  const whole = <usize>load<u32>(test, wholeAt)
  const answers = <usize>load<u32>(test, answersBySurroundingsAt)
  if (answers != 0) return answerBySurroundings(g, atom, answers, whole)
  if (load<i32>(test, wholeForAt) != generation(g)) {
    fillBytes(test + wholeAnswersAt, 0, atoms(g))
    store<i32>(test, generation(g), wholeForAt)
  }
  const known = byteAt(test + wholeAnswersAt, atom)
  if (known != 0) return known - 1
  const answer = testAtom(g, atom, whole)
  setByte(test + wholeAnswersAt, atom, answer + 1)
  return answer
}

/** One answer for all atoms with the same surroundings, in every molecule. */
function answerBySurroundings(g: usize, atom: i32, answers: usize, whole: usize): i32 {
  if (surroundingsOf(g) != generation(g)) findSurroundings(g)
  const number = surroundings(g, atom)
  if (number < 0 || number >= answersBySurroundingsSize) return testAtom(g, atom, whole)
  const known = byteAt(answers, number)
  if (known != 0) return known - 1
  const answer = testAtom(g, atom, whole)
  setByte(answers, number, answer + 1)
  return answer
}
