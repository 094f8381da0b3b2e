import { noRing } from '../layout.js'
import * as counted from './count-places.js'
import { patternRings, type RingedBond } from './pattern-environments.js'
import type { AtomExpression, Pattern } from './pattern.js'
import { remembered } from '../../remembered.js'

const requiredBy = new WeakMap<Pattern, Uint8Array>()

/** Minimum counts of any molecule that contains this pattern. */
export function countsRequired(pattern: Pattern): Uint8Array {
  return remembered(requiredBy, pattern, () => readCounts(pattern))
}

function readCounts(pattern: Pattern): Uint8Array {
  const counts = new Uint8Array(counted.countsLength)
  const ringed = patternRings(pattern)
  const cyclic = ringed.filter(({ ring }) => ring < noRing)
  const fives = ringed.filter(({ ring }) => ring <= 5)
  const [drawn, inCycles, inFives] = [ringed, cyclic, fives].map((bonds) => bondsAt(pattern, bonds))
  const add = (place: number, when: boolean) => void (when && counts[place]!++)
  pattern.atoms.forEach(({ test }, i) => {
    const known = factsOf(test)
    const { carbon, nitrogen, oxygen, saturated, aromatic, hydrogens } = known
    const degree = Math.max(drawn![i]!, known.degree)
    const fused = inCycles![i]! >= 3
    const inRing = inCycles![i]! > 0 || known.ring
    add(counted.ring, inRing)
    add(counted.C, carbon)
    add(counted.ringC, carbon && inRing)
    add(counted.openC, carbon && known.open)
    add(counted.saturatedC, saturated)
    add(counted.c3, carbon && degree >= 3)
    add(counted.c4, carbon && degree >= 4)
    add(counted.N, nitrogen)
    add(counted.ringN, nitrogen && inRing)
    add(counted.n2, nitrogen && degree >= 2)
    add(counted.n3, nitrogen && degree >= 3)
    add(counted.O, oxygen)
    add(counted.S, known.sulphur)
    add(counted.ringOS, known.oxygenOrSulphur && inRing)
    add(counted.endO, oxygen && known.end)
    add(counted.halogen, known.halogen)
    add(counted.fusedAtom, fused)
    add(counted.fusedC, fused && carbon)
    add(counted.aromaticC, carbon && aromatic)
    add(counted.aromaticN, nitrogen && aromatic)
    add(counted.aromaticCH, carbon && aromatic && hydrogens.includes(1))
    add(counted.ringCNotAromatic, carbon && inRing && (saturated || known.notAromatic))
    add(counted.saturatedCH, saturated && hydrogens.includes(1))
    add(counted.saturatedCH2, saturated && hydrogens.includes(2))
    add(counted.saturatedCH3, saturated && hydrogens.includes(3))
    add(counted.nh1, nitrogen && hydrogens.includes(1))
    add(counted.nh2, nitrogen && hydrogens.includes(2))
    add(counted.n5, nitrogen && inFives![i]! > 0)
  })
  counts[counted.bond5] = fives.length
  counts[counted.bond6] = ringed.filter(({ ring }) => ring <= 6).length
  counts[counted.carbonyl] = ringed.filter(
    ({ a, b, test }) => test.is === 'order' && test.order === 2 && isBetween(pattern, a, b, 6, 8),
  ).length
  counts[counted.cycles] = ringed.length - pattern.atoms.length + 1
  counts[counted.oneSystem] = mostTogether(cyclic)
  return each(Math.max, [counts, ...pattern.atoms.flatMap(({ test }) => countsAround(test) ?? [])])
}

/** Minimum counts of a molecule in which some atom passes a predicate with recursive patterns; null for one without. */
function countsAround(test: AtomExpression): Uint8Array | null {
  if (test.is === 'recursive') return countsRequired(test.pattern)
  if (test.is !== 'and' && test.is !== 'or') return null
  const parts = test.of.map(countsAround)
  const required = parts.filter((part) => part !== null)
  if (required.length === 0 || (test.is === 'or' && required.length < parts.length)) return null
  return each(test.is === 'and' ? Math.max : Math.min, required)
}

/** The maximum, or the minimum, of each count. */
function each(choose: (...values: number[]) => number, counts: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from({ length: counted.countsLength }, (_, i) => choose(...counts.map((own) => own[i]!)))
}

/** For each atom, the number of these bonds that it has. */
function bondsAt({ atoms }: Pattern, bonds: readonly RingedBond[]): Uint8Array {
  const at = new Uint8Array(atoms.length)
  for (const { a, b } of bonds) {
    at[a]!++
    at[b]!++
  }
  return at
}

const facts = new WeakMap<AtomExpression, ReturnType<typeof readFacts>>()

/** What is certain of every atom that passes a predicate, computed once for all atoms that have it. */
function factsOf(test: AtomExpression): ReturnType<typeof readFacts> {
  return remembered(facts, test, () => readFacts(test))
}

function readFacts(test: AtomExpression) {
  const is = (...z: number[]) => sure(test, (t) => t.is === 'element' && z.includes(t.z))
  const carbon = is(6)
  return {
    carbon,
    nitrogen: is(7),
    oxygen: is(8),
    sulphur: is(16),
    oxygenOrSulphur: is(8, 16),
    halogen: is(9, 17, 35, 53),
    saturated: carbon && sure(test, (t) => t.is === 'connections' && t.n === 4),
    ring: sure(test, (t) => t.is === 'ring' || t.is === 'ring count' || (t.is === 'ring bonds' && t.n > 0)),
    open: sure(test, (t) => t.is === 'not' && t.of.is === 'ring' && t.of.sure),
    end: sure(test, (t) => t.is === 'degree' && t.n === 1),
    aromatic: hasRing(test, true),
    notAromatic: hasRing(test, false),
    hydrogens: [1, 2, 3].filter((n) => sure(test, (t) => t.is === 'hydrogens' && t.n === n)),
    degree: leastDegree(test),
  }
}

function hasRing(test: AtomExpression, aromatic: boolean): boolean {
  return sure(
    test,
    (t) =>
      (t.is === 'element' && t.aromatic === aromatic) ||
      (t.is === 'aromatic' && t.wanted === aromatic) ||
      (t.is === 'not' && t.of.is === 'aromatic' && t.of.wanted !== aromatic),
  )
}

function leastDegree(test: AtomExpression): number {
  if (test.is === 'degree at least') return test.n
  return test.is === 'and' ? Math.max(0, ...test.of.map(leastDegree)) : 0
}

function isBetween({ atoms }: Pattern, a: number, b: number, first: number, second: number): boolean {
  const is = (atom: number, z: number) => sure(atoms[atom]!.test, (t) => t.is === 'element' && t.z === z)
  return (is(a, first) && is(b, second)) || (is(a, second) && is(b, first))
}

/** Whether every atom that passes a predicate has this property, as far as the predicate itself says so. */
function sure(test: AtomExpression, has: (test: AtomExpression) => boolean): boolean {
  if (has(test)) return true
  if (test.is === 'recursive') return sure(test.pattern.atoms[0]!.test, has)
  if (test.is === 'and') return test.of.some((t) => sure(t, has))
  return test.is === 'or' && test.of.every((t) => sure(t, has))
}

function mostTogether(bonds: readonly RingedBond[]): number {
  let most = 0
  const left = new Set(bonds)
  for (const first of left) {
    const atoms = new Set([first.a, first.b])
    const own = new Set([first])
    for (let grown = true; grown; ) {
      grown = false
      for (const bond of bonds) {
        if (own.has(bond) || !(atoms.has(bond.a) || atoms.has(bond.b))) continue
        own.add(bond)
        atoms.add(bond.a).add(bond.b)
        grown = true
      }
    }
    for (const bond of own) left.delete(bond)
    most = Math.max(most, own.size - atoms.size + 1)
  }
  return most
}

/** Counts that must be reached; the one that failed last is checked first. */
export class RequiredCounts {
  readonly #places: Uint8Array
  readonly #least: Uint8Array

  constructor(readonly required: Uint8Array) {
    const used: number[] = []
    for (let i = 0; i < required.length; i++) if (required[i]! > 0) used.push(i)
    this.#places = Uint8Array.from(used)
    this.#least = Uint8Array.from(used, (i) => required[i]!)
  }

  within(molecule: Uint8Array): boolean {
    const places = this.#places
    const least = this.#least
    for (let i = 0; i < places.length; i++) {
      const at = places[i]!
      const need = least[i]!
      if (molecule[at]! >= need) continue
      places[i] = places[0]!
      least[i] = least[0]!
      places[0] = at
      least[0] = need
      return false
    }
    return true
  }
}
