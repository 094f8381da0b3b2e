import type { JudgedMember } from '../../answers/index.js'
import { isControlled } from '../../matching/index.js'
import { statementsOf, type Since } from '../statement.js'

/** Since when all members of a set have been controlled in a law; null where one is not. */
export function sinceInSet(law: string, members: readonly JudgedMember[]): Since | null {
  const all = members.map(({ judgement }) => {
    const own = judgement.jurisdictions.find(({ code }) => code === law)
    if (!own || !isControlled(own.verdict)) return null
    const days = statementsOf(law, own).flatMap(({ since }) => (since && 'day' in since ? [since] : []))
    return days.sort((a, b) => (a.day < b.day ? -1 : 1))[0] ?? ({ kind: 'not known' } as const)
  })
  if (all.some((since) => since === null)) return null
  const days = all.flatMap((since) => (since && 'day' in since ? [since] : []))
  if (days.length < all.length) return { kind: 'not known' }
  // The last to be controlled decides; if the first day of another is not known, it was none later.
  return days.sort((a, b) => (a.day < b.day ? 1 : -1))[0]!
}
