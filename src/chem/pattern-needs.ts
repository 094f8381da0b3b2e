import { fragmentsOf, type AtomExpression, type Pattern } from '../engine/index.js'
import type { Molecule } from './molecule.js'
import { neutralCharges } from './normalise.js'
import { remembered } from '../remembered.js'

/**
 * What a molecule must have for a SMARTS pattern to match, as words: `r2` for two rings; `6aX3*5` for five aromatic
 * carbons (atomic number 6) of three connections; `7AX3-6AX4-6a` for three bonded atoms, of which the last is the
 * rarest. A pattern of which nothing is known needs nothing.
 */
export type PatternNeeds = string

/** What a pattern requires of an atom, as far as it is certain. */
interface Label {
  readonly z?: number
  readonly aromatic?: boolean
  readonly connections?: number
  readonly hydrogens?: number
}

/**
 * Finds patterns that certainly have no match in a molecule, from atoms and bonds alone: parsing a pattern in RDKit
 * takes a tenth of a millisecond, and most of those tried on one structure cannot match it. The answer also holds for
 * the molecule with protons moved.
 */
export function couldHold(molecule: Molecule): (smarts: string) => boolean {
  if (molecule.open) return () => true
  const has = needsIn(molecule)
  const met = new Map<string, boolean>()
  return (smarts) => {
    for (const need of wordsOf(smarts)) if (!remembered(met, need, () => has(need))) return false
    return true
  }
}

function needsIn(molecule: Molecule): (need: string) => boolean {
  const { atoms, bonds, neighbours, folded, components } = molecule
  const charges = neutralCharges(molecule)
  // If a proton moves, more than the charge may change.
  const asDrawn = atoms.every((atom, i) => atom.charge === charges[i])
  const rings = bonds.length - (atoms.length - folded.size) + components.length
  const isOf = (i: number, { z, aromatic, connections, hydrogens }: Label) => {
    const atom = atoms[i]!
    return (
      atom.z === z &&
      (!asDrawn ||
        ((aromatic === undefined || atom.aromatic === aromatic) &&
          (connections === undefined || neighbours[i]!.length + atom.hydrogens === connections) &&
          (hydrogens === undefined || atom.hydrogens === hydrogens)))
    )
  }
  const byLabel = new Map<string, readonly number[]>()
  const atomsOf = (label: string) =>
    remembered(byLabel, label, () => {
      const wanted = labelOf(label)
      return atoms.flatMap((_, i) => (isOf(i, wanted) ? [i] : []))
    })
  return (need) => {
    if (need.startsWith('r')) return Number(need.slice(1)) <= rings
    const [label, count] = need.split('*')
    if (count !== undefined) return atomsOf(label!).length >= Number(count)
    const [one, centre, other] = need.split('-')
    const [ones, others] = [atomsOf(one!), other === undefined ? null : atomsOf(other)]
    return atomsOf(centre!).some((c) => {
      const first = neighbours[c]!.filter(({ atom }) => ones.includes(atom))
      return first.some(
        ({ atom }) => !others || neighbours[c]!.some((next) => next.atom !== atom && others.includes(next.atom)),
      )
    })
  }
}

const known = new Map<string, readonly string[]>()

function wordsOf(smarts: string): readonly string[] {
  return remembered(known, smarts, () => needsOf(smarts).split(' ').filter(Boolean))
}

/** Takes over needs worked out before, because reading a pattern costs more than trying it. */
export function cacheNeeds(needs: Readonly<Record<string, PatternNeeds>>): void {
  for (const smarts in needs) if (!known.has(smarts)) known.set(smarts, needs[smarts]!.split(' ').filter(Boolean))
}

/** Those that rule out most come first. */
export function needsOf(smarts: string): PatternNeeds {
  const fragments = fragmentsOf(smarts) ?? []
  const closures = fragments.reduce((sum, { atoms }) => sum + bondsOf(atoms).length - (atoms.length - 1), 0)
  const patterns = fragments.flatMap(withRecursive)
  const paths = [...new Set(patterns.flatMap(pathsOf))].sort((a, b) => rarity(b) - rarity(a) || (a < b ? -1 : 1))
  return [...paths, ...(closures > 0 ? [`r${closures}`] : []), ...countsOf(fragments)].join(' ')
}

/** Atoms other than carbon, then how much is known of each. */
function rarity(path: string): number {
  return 100 * path.split('-').filter((label) => !/^6(?!\d)/.test(label)).length + path.length
}

/** A pattern with those that its atoms must match as a whole. */
function withRecursive(pattern: Pattern): Pattern[] {
  return [pattern, ...pattern.atoms.flatMap(({ test }) => required(test)).flatMap(withRecursive)]
}

function required(test: AtomExpression): Pattern[] {
  return test.is === 'recursive' ? [test.pattern] : test.is === 'and' ? test.of.flatMap(required) : []
}

function bondsOf(atoms: Pattern['atoms']): (readonly [number, number])[] {
  return atoms.flatMap(({ back }, i) => back.map(({ to }) => [i, to] as const))
}

/** Bonded triples of a pattern, and pairs that are part of none. */
function pathsOf({ atoms }: Pattern): string[] {
  const labels = atoms.map(({ test }) => textOf(factsOf(test)))
  const bonds = bondsOf(atoms).filter((ends) => ends.every((i) => labels[i] !== ''))
  const ends = labels.map((_, c) => bonds.flatMap(([a, b]) => (a === c ? [b] : b === c ? [a] : [])))
  const pairs = bonds.filter((bond) => bond.every((i) => ends[i]!.length === 1))
  const triples = ends.flatMap((own, c) =>
    own.flatMap((one, i) => own.slice(i + 1).map((other) => [labels[one]!, labels[other]!, labels[c]!])),
  )
  return [
    ...triples.map(([one, other, centre]) => (one! < other! ? [one, centre, other] : [other, centre, one]).join('-')),
    ...pairs.map((bond) =>
      bond
        .map((i) => labels[i]!)
        .sort()
        .join('-'),
    ),
  ]
}

/** How many atoms of each label a pattern has, unless a more precise label says as much. */
function countsOf(fragments: readonly Pattern[]): string[] {
  const counts = new Map<string, number>()
  const labels = fragments.flatMap(({ atoms }) => atoms.flatMap(({ test }) => widerThan(factsOf(test))))
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1)
  const says = (other: string, label: string) => widerThan(labelOf(other)).includes(label)
  return [...counts]
    .filter(([label, n]) => ![...counts].some(([o, more]) => o !== label && more === n && says(o, label)))
    .map(([label, n]) => `${label}*${n}`)
}

/** A label and all that require less, down to the element; none without an element, or of a hydrogen. */
function widerThan({ z, aromatic, connections, hydrogens }: Label): string[] {
  if (z === undefined || z === 1) return []
  const of = <T>(value: T | undefined) => (value === undefined ? [undefined] : [undefined, value])
  return of(aromatic).flatMap((a) =>
    of(connections).flatMap((x) =>
      of(hydrogens).map((h) => textOf({ z, aromatic: a, connections: x, hydrogens: h } as Label)),
    ),
  )
}

function textOf({ z, aromatic, connections, hydrogens }: Label): string {
  if (z === undefined || z === 1) return ''
  const ring = aromatic === undefined ? '' : aromatic ? 'a' : 'A'
  const bonds = connections === undefined ? '' : `X${connections}`
  return `${z}${ring}${bonds}${hydrogens === undefined ? '' : `H${hydrogens}`}`
}

const labels = new Map<string, Label>()

function labelOf(text: string): Label {
  return remembered(labels, text, () => {
    const [, z, ring, x, h] = /^(\d+)([aA]?)(?:X(\d+))?(?:H(\d+))?$/.exec(text)!
    return {
      z: Number(z),
      ...(ring ? { aromatic: ring === 'a' } : {}),
      ...(x ? { connections: Number(x) } : {}),
      ...(h ? { hydrogens: Number(h) } : {}),
    }
  })
}

/** What every atom that passes a predicate has. */
function factsOf(test: AtomExpression): Label {
  switch (test.is) {
    case 'element':
      return test.aromatic === null ? { z: test.z } : { z: test.z, aromatic: test.aromatic }
    case 'aromatic':
      return { aromatic: test.wanted }
    case 'connections':
      return { connections: test.n }
    case 'hydrogens':
      return { hydrogens: test.n }
    case 'recursive':
      return factsOf(test.pattern.atoms[0]!.test)
    case 'and':
      return Object.assign({}, ...test.of.map(factsOf)) as Label
    case 'or':
      return test.of.map(factsOf).reduce(inCommon)
    default:
      return {}
  }
}

function inCommon(one: Label, other: Label): Label {
  return Object.fromEntries(Object.entries(one).filter(([field, value]) => other[field as keyof Label] === value))
}
