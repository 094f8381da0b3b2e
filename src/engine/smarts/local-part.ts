import type { AtomExpression } from './pattern.js'

/** Whether a predicate requires more than the atom itself shows. */
export function looksBeyond(test: AtomExpression): boolean {
  if (test.is === 'recursive' || test.is === 'ring count') return true
  if (test.is === 'and' || test.is === 'or') return test.of.some(looksBeyond)
  return test.is === 'not' && looksBeyond(test.of)
}

/** The part of a predicate that concerns the atom itself; anything else counts as not certain. */
export function localPart(test: AtomExpression): AtomExpression {
  // Whatever it requires further out, its first atom is this one.
  if (test.is === 'recursive') return { is: 'and', of: [localPart(test.pattern.atoms[0]!.test), { is: 'unknown' }] }
  if (test.is === 'ring count') return { is: 'ring', sure: false }
  if (test.is === 'and' || test.is === 'or') return { is: test.is, of: test.of.map(localPart) }
  return test.is === 'not' ? { is: 'not', of: localPart(test.of) } : test
}
