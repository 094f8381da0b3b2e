import { mostTrailsOfTautomers } from '../limits.js'
import type { Framework } from './skeleton-maps.js'

/** A path of bonds whose orders differ between two drawings, alternately up and down. */
export interface Trail {
  readonly path: readonly number[]
  /** Whether its first bond has a higher order in the other drawing. */
  readonly rises: boolean
}

interface Change {
  readonly ends: readonly [number, number]
  left: number
}

/** The trails in which two drawings of a skeleton differ, excluding closed ones; null if they differ too much. */
export function trailsOf(from: Framework, to: Framework, map: readonly number[]): Trail[] | null {
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
