import type { Molecule } from '../../src/chem/index.js'

/**
 * Classifies a group by walking its atoms. Written from the statutes, without the terms, patterns and matching of
 * `src`, so that the two can disagree.
 */
export interface Group {
  readonly root: number
  readonly atoms: ReadonlySet<number>
  /** The kept atom that it is attached to. */
  readonly at: number
  readonly double: boolean
}

export class Walk {
  constructor(readonly m: Molecule) {}

  z = (a: number) => this.m.atoms[a]!.z
  hydrogens = (a: number) => this.m.atoms[a]!.hydrogens
  near = (a: number) => this.m.neighbours[a]!.map((n) => n.atom)
  bondBetween = (a: number, b: number) =>
    this.m.bonds.find((x) => (x.a === a && x.b === b) || (x.a === b && x.b === a))!
  order = (a: number, b: number) => (this.bondBetween(a, b).aromatic ? 1.5 : this.bondBetween(a, b).order)
  ringsOf = (a: number) => this.m.rings.filter((r) => r.includes(a))
  inRing = (a: number) => this.ringsOf(a).length > 0
  neutral = (a: number) => this.m.atoms[a]!.charge === 0

  /** Groups left when the kept atoms are removed; null if one of them is attached by more than one bond. */
  groups(kept: ReadonlySet<number>, component: readonly number[]): Group[] | null {
    const seen = new Set<number>(kept)
    const found: Group[] = []
    for (const start of component) {
      if (seen.has(start)) continue
      const atoms = new Set([start])
      const stack = [start]
      const bonds: [number, number][] = []
      seen.add(start)
      while (stack.length > 0) {
        const a = stack.pop()!
        for (const b of this.near(a)) {
          if (kept.has(b)) bonds.push([b, a])
          else if (!seen.has(b)) {
            seen.add(b)
            atoms.add(b)
            stack.push(b)
          }
        }
      }
      if (bonds.length !== 1) return null
      const [at, root] = bonds[0]!
      found.push({ root, atoms, at, double: this.order(at, root) !== 1 })
    }
    return found
  }

  /** Groups attached to some atoms of a group. */
  beyond(group: Group, core: ReadonlySet<number>): Group[] | null {
    return this.groups(core, [...group.atoms])
  }

  private every = (g: Group, test: (a: number) => boolean) => [...g.atoms].every(test)
  private singleInside = (g: Group, a: number) =>
    this.near(a)
      .filter((b) => g.atoms.has(b))
      .every((b) => this.order(a, b) === 1)
  private carbonChain = (a: number) => this.z(a) === 6 && !this.inRing(a)
  private saturated = (g: Group) => !g.double && this.every(g, (a) => this.singleInside(g, a))

  alkyl = (g: Group) => this.saturated(g) && this.every(g, this.carbonChain)
  alkenyl(g: Group): boolean {
    const orders = [...g.atoms].flatMap((a) =>
      this.near(a)
        .filter((b) => g.atoms.has(b))
        .map((b) => this.order(a, b)),
    )
    return !g.double && this.every(g, this.carbonChain) && orders.includes(2) && orders.every((o) => o === 1 || o === 2)
  }
  halogen = (g: Group) => g.atoms.size === 1 && [9, 17, 35, 53].includes(this.z(g.root))
  haloalkyl = (g: Group) =>
    this.saturated(g) &&
    this.z(g.root) === 6 &&
    this.every(g, (a) => this.carbonChain(a) || [9, 17, 35, 53].includes(this.z(a))) &&
    [...g.atoms].some((a) => this.z(a) !== 6)
  hydroxyl = (g: Group) => g.atoms.size === 1 && this.z(g.root) === 8 && !g.double && this.hydrogens(g.root) === 1
  alkoxyl = (g: Group) =>
    this.saturated(g) &&
    this.z(g.root) === 8 &&
    g.atoms.size > 1 &&
    this.every(g, (a) => a === g.root || this.carbonChain(a))
  amino = (g: Group) => g.atoms.size === 1 && this.z(g.root) === 7 && !g.double && this.hydrogens(g.root) === 2
  substitutedAmino = (g: Group) =>
    this.saturated(g) &&
    this.z(g.root) === 7 &&
    g.atoms.size > 1 &&
    !this.inRing(g.root) &&
    this.every(g, (a) => a === g.root || this.carbonChain(a))
  cycloalkyl(g: Group): boolean {
    const rings = this.ringsOf(g.root)
    return (
      this.saturated(g) &&
      this.every(g, (a) => this.z(a) === 6) &&
      rings.length === 1 &&
      this.every(g, (a) => (this.inRing(a) ? rings[0]!.includes(a) : true))
    )
  }
  nitro(g: Group): boolean {
    return (
      g.atoms.size === 3 &&
      this.z(g.root) === 7 &&
      this.near(g.root)
        .filter((a) => g.atoms.has(a))
        .every((a) => this.z(a) === 8) &&
      !g.double
    )
  }
  /** Carbon and hydrogen except for at least one ester group. */
  ester(g: Group): boolean {
    const carbonyls = [...g.atoms].filter(
      (a) => this.z(a) === 6 && this.near(a).some((b) => this.z(b) === 8 && this.order(a, b) === 2),
    )
    const isEster = (c: number) => {
      const oxygens = this.near(c).filter((b) => this.z(b) === 8 && this.order(c, b) === 1)
      return (
        oxygens.length === 1 &&
        this.hydrogens(oxygens[0]!) === 0 &&
        this.near(oxygens[0]!).every((b) => this.z(b) === 6)
      )
    }
    const bridging = [...g.atoms].filter((a) => this.z(a) === 8 && this.near(a).length > 1)
    return (
      !g.double &&
      this.every(g, (a) => this.z(a) === 6 || this.z(a) === 8) &&
      carbonyls.length > 0 &&
      carbonyls.every(isEster) &&
      bridging.every((o) => this.near(o).filter((c) => carbonyls.includes(c)).length === 1) &&
      [...g.atoms].every((a) => this.z(a) !== 8 || this.hydrogens(a) === 0)
    )
  }
  /** Carbon and hydrogen except for at least one ether oxygen. */
  ether(g: Group): boolean {
    const oxygens = [...g.atoms].filter((a) => this.z(a) === 8)
    const doubleToOther = (a: number) => this.near(a).some((b) => this.order(a, b) === 2 && this.z(b) !== 6)
    return (
      !g.double &&
      oxygens.length > 0 &&
      this.every(g, (a) => this.z(a) === 6 || this.z(a) === 8) &&
      oxygens.every(
        (o) => this.hydrogens(o) === 0 && this.near(o).length === 2 && this.near(o).every((b) => this.z(b) === 6),
      ) &&
      [...g.atoms].every((a) => !doubleToOther(a))
    )
  }

  /**
   * The ring by which a group is attached, if that atom is in exactly one ring; `alone` if no other ring shares an atom
   * with it.
   */
  attachedRing(g: Group): { atoms: ReadonlySet<number>; alone: boolean } | null {
    const rings = this.ringsOf(g.root)
    if (rings.length === 0 || g.double) return null
    const atoms = new Set(rings[0]!)
    const sharing = this.m.rings.filter((r) => r !== rings[0] && r.some((a) => atoms.has(a)))
    return { atoms, alone: sharing.length === 0 }
  }
  aromatic = (atoms: ReadonlySet<number>) => [...atoms].every((a) => this.m.atoms[a]!.aromatic)
  benzene = (atoms: ReadonlySet<number>) =>
    atoms.size === 6 && this.aromatic(atoms) && [...atoms].every((a) => this.z(a) === 6)
  phenyl(g: Group): boolean {
    const ring = this.attachedRing(g)
    return ring?.alone === true && this.benzene(ring.atoms) && g.atoms.size === 6
  }

  carbonyl = (a: number) =>
    this.z(a) === 6 && this.near(a).some((b) => this.z(b) === 8 && this.order(a, b) === 2 && this.near(b).length === 1)
  propionyl(g: Group): boolean {
    return (
      g.atoms.size === 4 &&
      this.acylKind(g) === 'carbon' &&
      this.every(g, (a) => this.z(a) !== 6 || a === g.root || this.singleInside(g, a)) &&
      [...g.atoms].some((a) => this.hydrogens(a) === 3) &&
      [...g.atoms].some((a) => this.hydrogens(a) === 2)
    )
  }
  /** The acid of an acyl group, by what its carbonyl is bonded to. */
  acylKind(g: Group): 'carbon' | 'hydrogen' | 'ester' | 'other acid' | null {
    const { root } = g
    const rest = this.near(root).filter((b) => g.atoms.has(b))
    if (this.carbonyl(root)) {
      const others = rest.filter((b) => !(this.z(b) === 8 && this.order(root, b) === 2))
      if (others.length === 0) return 'hydrogen'
      const [x] = others
      if (this.z(x!) === 6) return 'carbon'
      return this.z(x!) === 8 && this.hydrogens(x!) === 0 && this.near(x!).every((b) => this.z(b) === 6)
        ? 'ester'
        : 'other acid'
    }
    const doubleTo = rest.some(
      (b) =>
        this.order(root, b) === 2 &&
        (this.z(root) === 6 ? [7, 16, 34].includes(this.z(b)) : [8, 16].includes(this.z(b))),
    )
    return doubleTo && [6, 15, 16].includes(this.z(root)) ? 'other acid' : null
  }
}
