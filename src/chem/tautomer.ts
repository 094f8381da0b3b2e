import type { Atom } from './molecule.js'
import { mapFrameworks, type Framework } from './skeleton-maps.js'
import { mostTrailsOfTautomers } from '../limits.js'

/** How one drawing becomes another by moving hydrogens; `map` gives its atoms, or null if the search was cut short. */
export interface TautomerRelation {
  readonly sure: boolean
  readonly map: readonly number[] | null
}

/**
 * Whether two drawings of one skeleton are tautomers or resonance forms. The bonds in which they differ form trails
 * along which the order alternately rises and falls; a hydrogen moves from one end of a trail to the other. This is
 * certain if one end of each trail is a hetero atom, or if no hydrogen moves. Moving double bonds between carbons alone
 * gives another substance (null). Moving a C=N bond, or exchanging a carbonyl group with a hydroxy or neighbouring
 * amino group, gives two forms that can both be isolated.
 */
export function kinshipOf(from: Framework, to: Framework): TautomerRelation | null {
  if (hydrogenBalance(from) !== hydrogenBalance(to) || isOpen(from) || isOpen(to)) return null
  let best: TautomerRelation | null = null
  const whole = mapFrameworks(
    from,
    to,
    (a, b) => isAlike(from, a, to, b),
    (map) => {
      const found = judge(from, to, map)
      if (found === null || (best && !found.sure)) return false
      best = { sure: found.sure, map: [...map] }
      return found.sure
    },
  )
  return best ?? (whole ? null : { sure: false, map: null })
}

function hydrogenBalance({ molecule, atoms }: Framework): number {
  return atoms.reduce((sum, a) => sum + molecule.atoms[a]!.hydrogens - molecule.atoms[a]!.charge, 0)
}

function isOpen({ molecule, atoms, links }: Framework): boolean {
  return atoms.some(
    (a, i) =>
      molecule.atoms[a]!.radicals > 0 || links[i]!.some((l) => typeof molecule.bonds[l.bond]!.order !== 'number'),
  )
}

function isAlike(from: Framework, a: number, to: Framework, b: number): boolean {
  const [one, other] = [atomAt(from, a), atomAt(to, b)]
  return one.hydrogens === other.hydrogens && one.charge === other.charge && one.aromatic === other.aromatic
}

function judge(from: Framework, to: Framework, map: readonly number[]): { readonly sure: boolean } | null {
  const trails = trailsOf(from, to, map)
  if (!trails) return null
  const change = (i: number) => ({
    z: atomAt(from, i).z,
    hydrogens: atomAt(to, map[i]!).hydrogens - atomAt(from, i).hydrogens,
    charge: atomAt(to, map[i]!).charge - atomAt(from, i).charge,
  })
  const moves = (i: number) => change(i).z === 6 && change(i).hydrogens !== 0
  const ends = new Set(trails.flatMap(endsOf))
  // A carbon that gains or loses a proton without a change of bonds is a carbanion, which InChI already distinguishes.
  let sure = from.atoms.every((_, i) => ends.has(i) || !moves(i))
  const odd: Trail[] = []
  for (const trail of trails) {
    const own = endsOf(trail)
    const carbons = own.filter(moves).length
    const hetero = trail.path.some((i) => change(i).z !== 6)
    if (trail.path.length % 2 === 0) {
      if (isPhosphite(trail, change)) continue
      const apart = own.every((i) => change(i).charge !== 0)
      if (carbons > 0 || !apart) odd.push(trail)
    } else if (carbons === 2 && !hetero) return null
    else if (carbons === 2 || isAzo(from, trail) || (carbons === 1 && own.some((i) => isHypervalent(from, to, map, i))))
      sure = false
  }
  if (odd.length === 0) return { sure }
  return changesPlaces(from, odd, (i) => change(i).z !== 6) ? { sure: false } : null
}

/** A hydrogen that moves between phosphorus and its oxygen or sulfur: the usual form has P-H rather than P-OH. */
function isPhosphite(
  { path }: Trail,
  change: (i: number) => { readonly z: number; readonly hydrogens: number; readonly charge: number },
): boolean {
  const [one, other] = [change(path[0]!), change(path[1]!)]
  const [phosphorus, oxygen] = one.z === 15 ? [one, other] : [other, one]
  // The oxygen may be drawn without its hydrogen, as an anion.
  const gains = (end: typeof one) => end.hydrogens - end.charge
  return phosphorus.z === 15 && (oxygen.z === 8 || oxygen.z === 16) && gains(phosphorus) === -gains(oxygen)
}

function endsOf({ path }: Trail): [number, number] {
  return [path[0]!, path.at(-1)!]
}

/** A carbon that gives its hydrogen to an azo group: azo compound and hydrazone can both be isolated. */
function isAzo(from: Framework, trail: Trail): boolean {
  const z = (i: number) => atomAt(from, i).z
  return (
    endsOf(trail).some((i) => z(i) === 6) && trail.path.slice(1).some((i, k) => z(i) === 7 && z(trail.path[k]!) === 7)
  )
}

/** Sulfur with more than two bonds, phosphorus with more than three: their enols are no stable or intermediate forms. */
function isHypervalent(from: Framework, to: Framework, map: readonly number[], i: number): boolean {
  const most = ({ molecule, links }: Framework, k: number) =>
    links[k]!.reduce((sum, l) => sum + (molecule.bonds[l.bond]!.order as number), 0)
  const limit = new Map([
    [15, 3],
    [16, 2],
    [33, 3],
    [34, 2],
    [52, 2],
  ]).get(atomAt(from, i).z)
  return Math.max(most(from, i), most(to, map[i]!)) > (limit ?? Number.POSITIVE_INFINITY)
}

/**
 * Whether every lost double bond to a hetero atom reappears at the neighbouring carbon, or a quinone has taken up two
 * hydrogens from neighbouring carbons: the intermediate is a quinone methide, reached by moving hydrogens only.
 */
function changesPlaces({ links }: Framework, odd: readonly Trail[], isHetero: (i: number) => boolean): boolean {
  const rising = odd.filter((t) => t.rises)
  const falling = odd.filter((t) => !t.rises)
  const around = (path: readonly number[]) => path.flatMap((i) => links[i]!.map((l) => l.to))
  const touch = (path: readonly number[], other: readonly number[]) => path.some((i) => other.includes(i))
  const isQuinone = ({ path }: Trail) => path.length > 4 && isHetero(path[0]!) && isHetero(path.at(-1)!)
  const goTogether = (a: Trail, b: Trail) => {
    // The trail follows one side of the quinone ring; the carbon may be attached to the other side.
    if (isQuinone(a) || isQuinone(b)) return touch(around(a.path), around(b.path))
    return a.path.some(isHetero) && b.path.some(isHetero) && touch(around(a.path), b.path)
  }
  return (
    rising.every((r) => falling.some((f) => goTogether(r, f))) &&
    falling.every((f) => rising.some((r) => goTogether(r, f)))
  )
}

function atomAt({ molecule, atoms }: Framework, place: number): Atom {
  return molecule.atoms[atoms[place]!]!
}

/** A path of bonds whose orders differ between two drawings, alternately up and down. */
interface Trail {
  readonly path: readonly number[]
  /** Whether its first bond has a higher order in the other drawing. */
  readonly rises: boolean
}

interface Change {
  readonly ends: readonly [number, number]
  left: number
}

/** The trails in which two drawings of a skeleton differ, excluding closed ones; null if they differ too much. */
function trailsOf(from: Framework, to: Framework, map: readonly number[]): Trail[] | null {
  const at: Change[][] = from.atoms.map(() => [])
  const excess = from.atoms.map(() => 0)
  for (const [i, links] of from.links.entries()) {
    for (const link of links) {
      if (link.to < i) continue
      const other = to.links[map[i]!]!.find((l) => l.to === map[link.to]!)!
      const left = (to.molecule.bonds[other.bond]!.order as number) - (from.molecule.bonds[link.bond]!.order as number)
      const change: Change = { ends: [i, link.to], left }
      for (const end of change.ends) {
        at[end]!.push(change)
        excess[end]! += left
      }
    }
  }
  if (excess.reduce((sum, e) => sum + Math.abs(e), 0) > 2 * mostTrailsOfTautomers) return null
  const trails: Trail[] = []
  // Rising ones first: both ends of every remaining trail then fall.
  for (const rises of [true, false]) {
    for (const i of excess.keys())
      while (rises ? excess[i]! > 0 : excess[i]! < 0) trails.push({ path: follow(at, excess, i, rises), rises })
  }
  return trails
}

function follow(at: readonly Change[][], excess: number[], start: number, rises: boolean): number[] {
  const path = [start]
  excess[start]! -= rises ? 1 : -1
  let here = start
  for (let up = rises; ; up = !up) {
    const change = at[here]!.find(({ left }) => (up ? left > 0 : left < 0))!
    change.left -= up ? 1 : -1
    here = change.ends[0] === here ? change.ends[1] : change.ends[0]
    path.push(here)
    const ends = up ? excess[here]! > 0 : excess[here]! < 0
    if (!ends) continue
    excess[here]! -= up ? 1 : -1
    return path
  }
}
