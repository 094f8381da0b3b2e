import type { AlkylPlaces } from '../../chem/index.js'
import type { Core, List } from '../../law/index.js'
import type { Candidate } from './candidate.js'
import type { Doubt } from '../finding.js'
import type { Recorded } from '../law-index.js'
import type { Reach, Scope } from './reach.js'

/**
 * Whether a candidate with the formula of a listed substance is its positional isomer, on a list that covers positional
 * isomers. 21 CFR 1300.01(b): same formula, same core structure, the same functional groups at any position of the
 * core, alkyl groups redistributed as in its examples, no functionality created or lost. Null if the definition
 * excludes it.
 */
export function reachByPosition(candidate: Candidate, recorded: Recorded, list: List, scope: Scope): Reach | null {
  if (!scope.words.includes('positional isomers') || !list.cores || !candidate.groups) return null
  const groups = recorded.record.key!.groups
  if (!groups || groups.formula !== candidate.groups.formula || groups.loose !== candidate.groups.loose) return null
  // The compiler requires a core of every substance on such a list.
  const core = list.cores.find((c) => c.id === recorded.record.key!.cores[list.id])!
  const exact = has(candidate, core.smarts)
  if (!exact && !(core.wide !== undefined && has(candidate, core.wide))) return null
  // Without a definition to rely on, only the same groups on the same core can be meant.
  if (scope.unconfirmed.includes('positional isomers') && !(exact && groups.strict === candidate.groups.strict))
    return null
  const moved = !alkylAsInExamples(groups.alkyl, candidate.groups.alkyl)
  const doubt = doubtOf(groups.strict === candidate.groups.strict, exact, moved, core, scope)
  return { via: ['positional isomer'], doubts: doubt ? [doubt] : [] }
}

function has(candidate: Candidate, smarts: string): boolean {
  const inside = new Set(candidate.component)
  const { structure } = candidate
  return (structure.tautomerForm ?? structure).match(smarts).embeddings.some((e) => e.every((a) => inside.has(a)))
}

function doubtOf(sameGroups: boolean, sameCore: boolean, moved: boolean, core: Core, scope: Scope): Doubt | null {
  if (scope.unconfirmed.includes('positional isomers'))
    return { kind: 'positional isomer unsettled', why: 'not defined', core: core.reads }
  if (!sameCore) return { kind: 'positional isomer unsettled', why: 'core', core: core.reads }
  if (!sameGroups) return { kind: 'positional isomer unsettled', why: 'groups', core: core.reads }
  return moved ? { kind: 'positional isomer unsettled', why: 'alkyl', core: core.reads } : null
}

/**
 * The examples of 21 CFR 1300.01(b) rearrange alkyl within a group and between the alpha carbon and the nitrogen, and
 * turn methoxy and ethyl into isopropoxy. Congress named 2C-E in 2012 (Pub. L. 112-144 sec. 1152) although it is DOM
 * with the alpha methyl on the ring, so we do not treat other moves between ring, chain and oxygen as settled by the
 * definition.
 */
function alkylAsInExamples(a: AlkylPlaces, b: AlkylPlaces): boolean {
  const sum = (sizes: readonly number[]) => sizes.reduce((total, size) => total + size, 0)
  if (a.rest === b.rest && sum(a.ring) === sum(b.ring)) return true
  return a.rest === b.rest && (ethylToOxygen(a, b) || ethylToOxygen(b, a))
}

/** Methoxy and ethyl become propoxy: two carbons leave the ring as one group, for one methoxy. */
function ethylToOxygen(from: AlkylPlaces, to: AlkylPlaces): boolean {
  return (
    same(without(from.ring, 2), to.ring) &&
    same(
      [...without(from.oxygen, 1), 3].sort((x, y) => x - y),
      to.oxygen,
    )
  )
}

function without(sizes: readonly number[], size: number): readonly number[] {
  const at = sizes.indexOf(size)
  return at < 0 ? [...sizes, -1] : sizes.filter((_, i) => i !== at)
}

function same(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((size, i) => size === b[i])
}
