import { chalcogens, expandable, halogens } from '../elements.js'
import { mostChargePaths } from '../limits.js'
import type { JsonBond, JsonDocument } from './common-chem.js'
import { asDocument } from './normalise.js'
import { fullValences } from './valences.js'
import { groupsLeft } from './stereo-groups.js'

/** Where a charge may go to one of several atoms, oxygen comes first. */
const rank = (z: number) => (z === 6 ? 99 : z === 7 ? 98 : z)

interface Link {
  readonly atom: number
  readonly bond: number
}

interface Pair {
  readonly cation: number
  readonly anion: number
}

/** Bonds from a cation to where its charge goes, whose orders rise and fall by turns. */
interface Path {
  readonly bonds: readonly number[]
  readonly end: number
  readonly rises: boolean
}

type MayStart = (cation: number, rises: boolean) => boolean
type MayEnd = (atom: number, last: number, isRise: boolean) => boolean

/**
 * The drawing without the opposite charges that a shift of double bonds removes, as InChI treats them:
 * `C[P+](C)(C)[O-]` is a phosphine oxide, `[O-]C=[N+](C)C` an amide, `C[n+]1ccccc1[O-]` a pyridone. Charges without a
 * neutral form stay: nitro groups, N-oxides, azides, isonitriles, mesoionic rings. The charge of a cation without
 * hydrogen goes along double bonds to an atom with hydrogen, which may then lose it as a proton: `C[n+]1c[nH]cc1` is
 * protonated 1-methylimidazole. Hydrogens stay where they are. Returns null if nothing changes. The engine leaves such
 * drawings to RDKit; see `mayJoinCharges`.
 */
export function withChargesJoined(document: JsonDocument): JsonDocument | null {
  const json = document.molecules[0]!
  const defaults = document.defaults
  const charges = json.atoms.map((a) => a.chg ?? defaults.atom.chg)
  if (!charges.some((c) => c > 0)) return null
  const drawing = new Drawing(document, [...charges])
  const isJoined = charges.some((c) => c < 0) && drawing.join()
  const isMoved = drawing.moveToHydrogens()
  if (!isMoved && !isJoined) return null
  // A nitrogen with two oxygen anions that took a charge leaves one of them to another cation: a nitro group.
  if (isMoved) drawing.join()
  const flat = new Set<number>()
  const bonds = json.bonds.map((bond, i): JsonBond => {
    if (drawing.orders[i] === (bond.bo ?? defaults.bond.bo)) return bond
    for (const a of bond.atoms) flat.add(a)
    return { atoms: bond.atoms, bo: drawing.orders[i]! }
  })
  const atoms = json.atoms.map((atom, i) => {
    // One between two bonds that changed by turns keeps its bonds but not its charge.
    if (!flat.has(i)) return drawing.charges[i] === charges[i] ? atom : { ...atom, chg: drawing.charges[i]! }
    const { stereo, ...rest } = atom
    // Sulfur, phosphorus and the like with three or four neighbours stay stereo centres with a double bond.
    const kept = stereo !== undefined && expandable.has(atom.z ?? defaults.atom.z) ? { stereo } : {}
    return { ...rest, ...kept, chg: drawing.charges[i]! }
  })
  const { stereoGroups: _, ...rest } = json
  return asDocument(document, { ...rest, atoms, bonds, ...groupsLeft(json, atoms) })
}

class Drawing {
  readonly orders: number[]
  readonly #z: readonly number[]
  readonly #hydrogens: readonly number[]
  readonly #isRadical: readonly boolean[]
  readonly #around: readonly Link[][]
  readonly charges: number[]
  #stepsLeft = mostChargePaths

  /** @param charges change when charges are joined */
  constructor({ molecules, defaults }: JsonDocument, charges: number[]) {
    const json = molecules[0]!
    this.charges = charges
    this.#z = json.atoms.map((a) => a.z ?? defaults.atom.z)
    this.#hydrogens = json.atoms.map((a) => a.impHs ?? defaults.atom.impHs)
    this.#isRadical = json.atoms.map((a) => (a.nRad ?? defaults.atom.nRad) > 0)
    this.orders = json.bonds.map(({ bo }) => bo ?? defaults.bond.bo)
    this.#around = json.atoms.map(() => [])
    for (const [bond, { atoms }] of json.bonds.entries())
      for (const [i, end] of atoms.entries()) this.#around[end]!.push({ atom: atoms[1 - i]!, bond })
  }

  /**
   * Joins charges along the shortest paths first. Which charges belong together depends on the order only where a
   * proton and an oxygen anion are left: then those joined to others may be exchanged for them, so that all are joined.
   */
  join(): boolean {
    // The charge of a cation goes to the nitrogen of a nitrone, whatever anion is nearer.
    const isNitrone = [this.#drawNitrones(), this.#move((atom) => this.#isNitrone(atom))].includes(true)
    const drawn = this.#state()
    let joined = this.#joinNearest()
    for (const exchange of this.#exchanges(joined)) {
      const before = this.#state()
      this.#restore(drawn)
      const exchanged = exchange.flatMap((pair) => this.#joinAcross(pair) ?? [])
      const all = exchanged.length < exchange.length ? [] : [...exchanged, ...this.#joinNearest()]
      if (all.length > joined.length) joined = all
      else this.#restore(before)
    }
    return joined.length > 0 || isNitrone
  }

  /** The charge of a carbanion beside or conjugated with a nitrogen drawn as `[N+]=O` goes to the oxygen: a nitrone. */
  #drawNitrones(): boolean {
    const isCarbanion = (atom: number) => this.#z[atom] === 6 && this.charges[atom]! < 0
    if (![...this.charges.keys()].some(isCarbanion)) return false
    const isBare = ({ atom }: Link) =>
      this.#z[atom] === 7 && this.charges[atom]! > 0 && this.#oxidesOf(atom).length === 0
    const isOxo = (atom: number) => this.#z[atom] === 8 && this.charges[atom] === 0 && this.#around[atom]!.some(isBare)
    const drawn = [...this.charges.keys()].filter(isOxo).filter((oxygen) => {
      const path = this.#shortestPath(oxygen, () => (atom, _, isRise) => isRise && isCarbanion(atom))
      if (path) this.#joinAlong(oxygen, path)
      return path !== null
    })
    return drawn.length > 0
  }

  #state(): { orders: number[]; charges: number[] } {
    return { orders: [...this.orders], charges: [...this.charges] }
  }

  #restore({ orders, charges }: { readonly orders: readonly number[]; readonly charges: readonly number[] }): void {
    for (const [bond, order] of orders.entries()) this.orders[bond] = order
    for (const [atom, charge] of charges.entries()) this.charges[atom] = charge
  }

  /** The pairs to join first instead of a cation without a proton and an anion other than of oxygen or its group. */
  #exchanges(joined: readonly Pair[]): Pair[][] {
    const left = (sign: number) => [...this.charges.keys()].filter((a) => this.charges[a]! * sign > 0)
    const acids = left(1).filter((a) => this.#isAcid(a))
    const oxides = left(-1).filter((a) => chalcogens.has(this.#z[a]!))
    const others = joined.filter(({ cation, anion }) => !this.#isAcid(cation) && !chalcogens.has(this.#z[anion]!))
    return acids.flatMap((acid) =>
      oxides.flatMap((oxide) =>
        others.flatMap(({ cation, anion }) => {
          // A proton on oxygen goes to an oxide without opening the bond of two carbons.
          if (chalcogens.has(this.#z[acid]!) && this.#z[cation] === 6 && this.#z[anion] === 6) return []
          const pairs = [
            { cation, anion: oxide },
            { cation: acid, anion },
          ]
          return [pairs, pairs.toReversed()]
        }),
      ),
    )
  }

  /** An atom that can have more bonds than the octet allows gets another one only if it cannot lose one. */
  #joinNearest(): Pair[] {
    const first = this.#joinBy((cation, rises) => !rises || !expandable.has(this.#z[cation]!))
    return [...first, ...this.#joinBy(() => true)]
  }

  #joinBy(mayStart: MayStart): Pair[] {
    const joined: Pair[] = []
    for (let length = 1; length <= this.orders.length; length++) {
      let isOpen = false
      for (const cation of this.charges.keys()) {
        while (this.charges[cation]! > 0) {
          const { path, isLonger } = this.#pathOf(cation, length, mayStart, this.#joinsTo(cation, length))
          isOpen ||= isLonger
          if (!path) break
          joined.push(this.#joinAlong(cation, path))
        }
      }
      if (!isOpen) break
    }
    return joined
  }

  /** Joins two charges along the shortest path; null if there is none. */
  #joinAcross({ cation, anion }: Pair): Pair | null {
    const only = (length: number) => this.#joinsTo(cation, length, anion)
    const path = this.charges[cation]! > 0 ? this.#shortestPath(cation, only, () => true) : null
    return path && this.#joinAlong(cation, path)
  }

  /** Moves charges to the nitrogen of a nitrone, or to a nitrogen or chalcogen with hydrogen. */
  moveToHydrogens(): boolean {
    // A protonated hydroxy group loses both protons.
    const isTwice = (atom: number) => this.charges[atom] === 1 && this.#hydrogens[atom]! > 1 && this.#z[atom] !== 7
    const isGiver = (atom: number) => this.#isAcid(atom) && (chalcogens.has(this.#z[atom]!) || this.#z[atom] === 7)
    const gives = (atom: number) => isGiver(atom) && (this.charges[atom] === 0 || isTwice(atom))
    // Which of several is nearest depends on the Kekulé form: a primary amine is preferred.
    const isPrimary = (atom: number) => gives(atom) && this.#hydrogens[atom]! > 1
    return this.#move((atom) => this.#isNitrone(atom), isPrimary, gives)
  }

  /**
   * Moves the charge of each cation of nitrogen, oxygen, sulfur or a halogen that has no hydrogen along falling and
   * rising bonds to the nearest of the first kind of atoms, or else of the next.
   */
  #move(...kinds: readonly ((atom: number) => boolean)[]): boolean {
    const charged = this.charges.flatMap((charge, a) => (charge > 0 && !this.#isAcid(a) ? [a] : []))
    const moved = charged.filter((cation) => {
      const z = this.#z[cation]!
      if ((z !== 7 && !chalcogens.has(z) && !halogens.has(z)) || this.#oxidesOf(cation).length > 0) return false
      for (const mayTake of kinds) {
        const mayEnd: MayEnd = (atom, _, isRise) => isRise && mayTake(atom) && this.#fits(atom, true, 1)
        const path = this.#shortestPath(cation, () => mayEnd)
        if (path) return this.#joinAlong(cation, path) !== null
      }
      return false
    })
    return moved.length > 0
  }

  /** @param start a cation; the oxygen of a nitrone to be */
  #shortestPath(start: number, mayEnd: (length: number) => MayEnd, mayStart: MayStart = (_, up) => !up): Path | null {
    for (let length = 1; ; length++) {
      const { path, isLonger } = this.#pathOf(start, length, mayStart, mayEnd(length))
      if (path || !isLonger) return path
    }
  }

  #joinAlong(cation: number, { bonds, rises, end }: Path): Pair {
    bonds.forEach((bond, i) => {
      this.orders[bond]! += rises === (i % 2 === 0) ? 1 : -1
    })
    this.charges[cation]!--
    this.charges[end]!++
    return { cation, anion: end }
  }

  /** Whether a path from a cation joins it to an anion. @param only the anion; any if not given */
  #joinsTo(cation: number, length: number, only?: number): MayEnd {
    return (atom, last, isRise) =>
      this.charges[atom]! < 0 &&
      (only ?? atom) === atom &&
      this.#fits(atom, isRise, 1) &&
      this.#share(cation, atom, length, isRise === (length % 2 === 1)) &&
      !this.#isPaired(last, cation)
  }

  /** The best path of a length from a cation, and whether a longer one may start there. */
  #pathOf(
    cation: number,
    length: number,
    mayStart: MayStart,
    mayEnd: MayEnd,
  ): { path: Path | null; isLonger: boolean } {
    let path: Path | null = null
    let isLonger = false
    const seen = new Set([cation])
    for (const rises of [true, false]) {
      if (!mayStart(cation, rises) || !this.#fits(cation, rises, -1)) continue
      const along: number[] = []
      const step = (from: number, isRise: boolean): void => {
        for (const { atom, bond } of this.#around[from]!) {
          const order = this.orders[bond]!
          if (seen.has(atom) || (isRise ? order !== 1 && order !== 2 : order !== 2 && order !== 3)) continue
          if (this.#stepsLeft-- <= 0) return
          along.push(bond)
          if (along.length < length) {
            seen.add(atom)
            step(atom, !isRise)
            seen.delete(atom)
          } else {
            isLonger = true
            if (mayEnd(atom, from, isRise) && (!path || rank(this.#z[atom]!) < rank(this.#z[path.end]!)))
              path = { bonds: [...along], end: atom, rises }
          }
          along.pop()
        }
      }
      step(cation, rises)
    }
    return { path, isLonger }
  }

  /** Whether an atom with one bond more or less, and the charge changed, has all its electrons in bonds or pairs. */
  #fits(atom: number, rises: boolean, change: 1 | -1): boolean {
    if (this.#isRadical[atom]) return false
    const bonds = this.#around[atom]!.reduce((sum, { bond }) => sum + this.orders[bond]!, this.#hydrogens[atom]!)
    const full = fullValences[this.#z[atom]!]?.[this.charges[atom]! + change]
    return full?.includes(bonds + (rises ? 1 : -1)) === true
  }

  /** Whether two charges belong together: neither a proton nor the oxygen of an N-oxide balances the cation. */
  #share(cation: number, anion: number, length: number, rises: boolean): boolean {
    if (length === 1) return true
    const z = this.#z[cation]!
    if (this.#isAcid(cation) && chalcogens.has(this.#z[anion]!) && !this.#areOnOne(cation, anion)) return false
    // An atom with a proton to give takes no further bond: that of a thiophene goes to the anion.
    if (rises && this.#isAcid(cation)) return false
    if (rises || expandable.has(z)) return true
    return this.#oxidesOf(cation).length === 0
  }

  /** Whether the last atom before an anion is a cation that has no other anion: an N-oxide stays one. */
  #isPaired(last: number, cation: number): boolean {
    if (last === cation || this.charges[last]! <= 0) return false
    return this.#oxidesOf(last).length === 1
  }

  /** Anions on a cation that have no other neighbour: those of N-oxides, nitro groups and azides. */
  #oxidesOf(cation: number): readonly Link[] {
    return this.#around[cation]!.filter((n) => this.charges[n.atom]! < 0 && this.#around[n.atom]!.length === 1)
  }

  /** Whether a nitrogen without charge has an oxygen anion, as when the charge of a nitrone is drawn elsewhere. */
  #isNitrone(atom: number): boolean {
    return this.#z[atom] === 7 && this.charges[atom] === 0 && this.#oxidesOf(atom).length > 0
  }

  /** Whether one atom lies between two, as in an amide. */
  #areOnOne(cation: number, anion: number): boolean {
    return this.#around[cation]!.some((n) => this.#around[n.atom]!.some(({ atom }) => atom === anion))
  }

  #isAcid(cation: number): boolean {
    if (this.#z[cation] === 6) return false
    return this.#hydrogens[cation]! > 0 || this.#around[cation]!.some((n) => this.#z[n.atom] === 1)
  }
}
