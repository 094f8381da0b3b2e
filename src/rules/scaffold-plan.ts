import { atomText } from '../engine/smarts/pattern.js'
import { smartsTokens } from '../engine/smarts/tokens.js'
import type { Scaffold } from '../law/index.js'
import { once } from './once.js'
import type { SitePlan } from './changes-plan.js'

/** A scaffold with its sites located in the pattern. */
export interface ScaffoldPlan extends Scaffold {
  /** Built on first use: most scaffolds match nothing. */
  readonly drawn: () => DrawnScaffold
  /** The pattern as it can occur in an ester or ether of what the rule covers. */
  readonly withoutHydroxy: () => string
}

export interface DrawnScaffold {
  /** Number of bonds in the pattern. */
  readonly bonds: number
  /** For each site, its atoms in the pattern. */
  readonly anchors: ReadonlyMap<SitePlan, readonly number[]>
  /** For each atom of the pattern, the sites there. */
  readonly sitesAt: readonly (readonly SitePlan[])[]
}

export function planScaffold(scaffold: Scaffold, sites: () => readonly SitePlan[]): ScaffoldPlan {
  return {
    ...scaffold,
    drawn: once(() => drawnOn(scaffold.smarts, sites())),
    withoutHydroxy: () => withoutHydroxy(scaffold.smarts),
  }
}

function drawnOn(smarts: string, sites: readonly SitePlan[]): DrawnScaffold {
  const { names, bonds } = readScaffold(smarts)
  const anchors = new Map(
    sites.map((site) => [site, site.on.map((name) => names.lastIndexOf(name)).filter((i) => i >= 0)]),
  )
  const sitesAt = names.map((_, atom) => sites.filter((site) => anchors.get(site)!.includes(atom)))
  return { bonds, anchors, sitesAt }
}

interface ScaffoldText {
  /** Map number of each atom in order; null for an atom without one. */
  readonly names: readonly (number | null)[]
  readonly bonds: number
}

const known = new Map<string, ScaffoldText>()

/** Reads atom names and the number of bonds from a connected SMARTS. Ignores recursive patterns inside an atom. */
export function readScaffold(smarts: string): ScaffoldText {
  const found = known.get(smarts) ?? read(smarts)
  known.set(smarts, found)
  return found
}

function read(smarts: string): ScaffoldText {
  const names: (number | null)[] = []
  let ringEnds = 0
  for (const token of smartsTokens(smarts)) {
    if (token.is === 'ring closure') ringEnds++
    else if (token.is === 'atom') names.push(atomText(token.text).name)
  }
  return { names, bonds: names.length - 1 + ringEnds / 2 }
}

/** What a pattern requires of the hydrogens or neighbours of an atom: `H`, `;H1`, `!H0`, `D1,D2`. */
const hydrogens = /[;&]?!?[HD]\d?(?![a-z])(?:,!?[HD]\d?(?![a-z]))*/g

/** An oxygen that must have a hydrogen in the rule may still carry the group to be cleaved. */
function withoutHydroxy(smarts: string): string {
  return smarts.replace(/\[(?:O|#8)[^\]]*\]/g, (atom) => atom.replace(hydrogens, ''))
}
