import type { Core, List } from '../law/index.js'
import type { Candidate } from './candidate.js'
import type { Doubt } from './finding.js'
import type { KnownSubstance } from './law-index.js'
import type { Reach, Scope } from './reach.js'

/**
 * Whether a candidate with the formula of a listed substance is its positional isomer, on a list
 * that reaches those. 21 CFR 1300.01(b): same formula, same core structure, the same functional
 * groups at any position of the core, alkyl pieces shared out in any way, no functionality made
 * or lost. Null where the definition says no.
 */
export function reachByPosition(candidate: Candidate, known: KnownSubstance, list: List, scope: Scope): Reach | null {
  if (!scope.words.includes('positional isomers') || !list.cores || !candidate.groups) return null
  const groups = known.record.key!.groups
  if (!groups || groups.formula !== candidate.groups.formula || groups.loose !== candidate.groups.loose) return null
  const core = list.cores.find((c) => c.id === known.record.key!.cores[list.id])
  if (!core) return null
  const exact = has(candidate, core.smarts)
  if (!exact && !(core.wide !== undefined && has(candidate, core.wide))) return null
  // Where no definition gives room, only the same groups on the same core can be meant.
  if (scope.unconfirmed.includes('positional isomers') && !(exact && groups.strict === candidate.groups.strict)) return null
  const doubt = doubtOf(groups.strict === candidate.groups.strict, exact, core, scope)
  return { via: ['positional isomer'], doubts: doubt ? [doubt] : [] }
}

function has(candidate: Candidate, smarts: string): boolean {
  const inside = new Set(candidate.component)
  const { structure } = candidate
  return (structure.settled ?? structure).match(smarts).embeddings.some((e) => e.every((a) => inside.has(a)))
}

function doubtOf(sameGroups: boolean, sameCore: boolean, core: Core, scope: Scope): Doubt | null {
  if (scope.unconfirmed.includes('positional isomers')) return { kind: 'positional isomer unsettled', why: 'not defined', core: core.reads }
  if (!sameCore) return { kind: 'positional isomer unsettled', why: 'core', core: core.reads }
  return sameGroups ? null : { kind: 'positional isomer unsettled', why: 'groups', core: core.reads }
}
