import type { Molecule } from '../../src/chem/index.js'
import { Walk, type Group } from './groups.js'

export type Answer = 'fits' | 'open' | 'misses'
/** 0 unchanged, 1 changed as the words allow, 2 changed as the words may allow, null not allowed. */
type Change = 0 | 1 | 2 | null

/** Fentanyl-related substances, changes A to E. Source: 83 FR 5188; 21 U.S.C. 812(c) Schedule I(e). */
export function unitedStates(m: Molecule, component: readonly number[]): Answer {
  const w = new Walk(m)
  const listed = (g: Group, more: readonly ((g: Group) => boolean)[]): Change => {
    if (
      [w.alkyl, w.alkoxyl, w.hydroxyl, w.halogen, w.haloalkyl, w.amino].some((is) => is(g)) ||
      w.alkenyl(g) ||
      w.nitro(g) ||
      more.some((is) => is(g))
    )
      return 1
    return w.cycloalkyl(g) || w.substitutedAmino(g) ? 2 : null
  }
  const ringAtEnd = (g: Group): Change => {
    const ring = w.attachedRing(g)
    if (!ring) return null
    if (!ring.alone) return 2
    if (!w.benzene(ring.atoms)) return 1
    const substituents = w.beyond(g, ring.atoms)
    if (!substituents) return 2
    if (substituents.length === 0) return 0
    const worst = substituents.map((s) => listed(s, []))
    return worst.every((c) => c === 1) ? 1 : 2
  }
  const aryl = (g: Group): Change => {
    const ring = w.attachedRing(g)
    if (w.phenyl(g)) return 0
    if (!ring || !m.atoms[g.root]!.aromatic) return null
    return !ring.alone ? 2 : w.aromatic(ring.atoms) ? 1 : null
  }
  const acyl = (g: Group): Change => {
    if (w.propionyl(g)) return 0
    const kind = w.acylKind(g)
    return kind === null ? null : kind === 'carbon' || kind === 'ester' ? 1 : 2
  }
  const answers: Answer[] = []
  for (const { ring, nitrogen, amide } of cores(w, component)) {
    for (const c8 of w.near(nitrogen).filter((a) => !ring.has(a) && w.z(a) === 6)) {
      for (const c9 of w.near(c8).filter((a) => a !== nitrogen && w.z(a) === 6 && w.order(c8, a) === 1)) {
        const kept = new Set([...ring, amide, c8, c9])
        if (!plain(w, c8) || !plain(w, c9) || closed(w, kept, 9)) continue
        const groups = w.groups(kept, component)
        if (!groups) continue
        const at = (a: number) => groups.filter((g) => g.at === a)
        if (at(amide).length !== 2 || at(nitrogen).length !== 0) continue
        for (const end of at(c9)) {
          const [p, q] = at(amide) as [Group, Group]
          const rest = groups.filter((g) => g !== end && g !== p && g !== q)
          const common = [
            ringAtEnd(end),
            ...rest.map((g) => listed(g, ring.has(g.at) ? [(x) => w.ester(x), (x) => w.ether(x)] : [])),
          ]
          answers.push(verdict([...common, acyl(p), aryl(q)]), verdict([...common, acyl(q), aryl(p)]))
        }
      }
    }
  }
  return best(answers)
}

/** The class of 2019, conditions 1 to 4. Source: MPS, NHC, NMPA announcement of 2019-04-01. */
export function china(m: Molecule, component: readonly number[]): Answer {
  const w = new Walk(m)
  const onPiperidine = (g: Group): Change =>
    [w.alkyl, w.alkoxyl, w.hydroxyl, w.halogen, w.haloalkyl, w.amino].some((is) => is(g)) ||
    w.alkenyl(g) ||
    w.nitro(g) ||
    w.ester(g) ||
    w.ether(g)
      ? 1
      : 2
  const aryl = (g: Group): Change => {
    const ring = w.attachedRing(g)
    return w.phenyl(g) ? 0 : ring?.alone && w.aromatic(ring.atoms) ? 1 : null
  }
  const acyl = (g: Group): Change => {
    if (w.propionyl(g)) return 0
    const kind = w.acylKind(g)
    return kind === null ? null : kind === 'carbon' || kind === 'hydrogen' ? 1 : 2
  }
  const onNitrogen = (g: Group): Change => {
    const chain = [g.root, ...w.near(g.root).filter((a) => g.atoms.has(a))]
    const ringAtom = chain[1] === undefined ? undefined : w.near(chain[1]).find((a) => a !== g.root)
    const isPhenethyl =
      g.atoms.size === 8 &&
      chain.length === 2 &&
      chain.every((a) => w.z(a) === 6 && w.hydrogens(a) === 2) &&
      ringAtom !== undefined &&
      w.benzene(new Set(w.ringsOf(ringAtom)[0] ?? []))
    return isPhenethyl ? 0 : 1
  }
  const answers: Answer[] = []
  for (const { ring, nitrogen, amide } of cores(w, component)) {
    const kept = new Set([...ring, amide])
    const groups = closed(w, kept, 7) ? null : w.groups(kept, component)
    if (!groups) continue
    const at = (a: number) => groups.filter((g) => g.at === a)
    if (at(amide).length !== 2 || at(nitrogen).length !== 1) continue
    const [p, q] = at(amide) as [Group, Group]
    const rest = groups.filter((g) => ring.has(g.at) && g.at !== nitrogen).map(onPiperidine)
    const common = [...rest, onNitrogen(at(nitrogen)[0]!)]
    answers.push(verdict([...common, acyl(p), aryl(q)]), verdict([...common, acyl(q), aryl(p)]))
  }
  return best(answers)
}

/** Piperidine rings with a nitrogen opposite the attached one. */
function cores(w: Walk, component: readonly number[]): { ring: Set<number>; nitrogen: number; amide: number }[] {
  return w.m.rings.flatMap((atoms) => {
    if (atoms.length !== 6 || !atoms.every((a) => component.includes(a) && !w.m.atoms[a]!.aromatic)) return []
    const ring = new Set(atoms)
    const nitrogens = atoms.filter((a) => w.z(a) === 7)
    if (nitrogens.length !== 1 || !atoms.every((a) => w.z(a) === 7 || w.z(a) === 6)) return []
    if (atoms.some((a) => w.near(a).some((b) => ring.has(b) && w.order(a, b) !== 1))) return []
    const nitrogen = nitrogens[0]!
    const beside = atoms.filter((a) => w.near(nitrogen).includes(a))
    const opposite = atoms.find(
      (a) => a !== nitrogen && !beside.includes(a) && !beside.some((b) => w.near(b).includes(a)),
    )!
    if (
      !w.neutral(nitrogen) ||
      !atoms.every((a) => a === nitrogen || a === opposite || plain(w, a)) ||
      w.near(opposite).some((b) => w.order(opposite, b) !== 1)
    )
      return []
    return w
      .near(opposite)
      .filter((a) => !ring.has(a) && w.z(a) === 7 && w.neutral(a) && w.near(a).length + w.hydrogens(a) === 3)
      .map((amide) => ({ ring, nitrogen, amide }))
  })
}

/** A carbon with single bonds, or one that has an oxo group. */
function plain(w: Walk, a: number): boolean {
  return w.near(a).every((b) => w.order(a, b) === 1 || w.z(b) === 8)
}

function closed(w: Walk, kept: ReadonlySet<number>, bonds: number): boolean {
  return w.m.bonds.filter((b) => kept.has(b.a) && kept.has(b.b)).length !== bonds
}

function verdict(changes: readonly Change[]): Answer {
  if (changes.includes(null)) return 'misses'
  if (changes.includes(2)) return 'open'
  return changes.includes(1) ? 'fits' : 'misses'
}

function best(answers: readonly Answer[]): Answer {
  return answers.includes('fits') ? 'fits' : answers.includes('open') ? 'open' : 'misses'
}
