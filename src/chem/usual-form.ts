import { mostBondsMovedAlong, mostHydrogensMoved, mostUsualForms, mostUsualFormsGiven } from '../limits.js'
import type { Molecule, Neighbour } from './molecule.js'
import type { Redrawing } from './redraw.js'
import { keyOf, moved, type Form } from './form.js'
import { aromaticityOf } from './ring-aromaticity.js'
import { amidineForms } from './amidine-forms.js'
import { barbituricForm } from './barbituric-form.js'
import { enediolForms } from './tautomer-shifts.js'
import { lactamForm } from './lactam-form.js'
import { imineForm, movedForm } from './moved-form.js'
import { phosphiteForms } from './phosphite-forms.js'
import { hasUnusualRing, isInAromaticRing } from './unusual-rings.js'

/** In order of precedence. */
type Rank = readonly [number, number, number]

interface Step extends Form {
  readonly moves: number
}

/**
 * The usual forms of a molecule drawn with an unusual ring: those reached by moving hydrogens, each from or to a hetero
 * atom along alternating single and double bonds, that have the most aromatic rings. Among those, ketones and amides
 * are preferred to enols, then conjugated double bonds to others, then the form nearest to the drawing. Several if
 * nothing distinguishes them. A second reading is the nearest of all forms with as many aromatic rings. Further ones
 * need no unusual ring: the lactam or lactone of a hydroxy group on an aromatic ring (`lactamForm`), the barbituric
 * acid (`barbituricForm`), hydrogens moved outside rings (`movedForm`), both ketones of an enediol (`enediolForms`),
 * P(=O)–H for P–OH (`phosphiteForms`), and, without an unusual ring, the imine (`imineForm`) and the other forms of an
 * amidine (`amidineForms`).
 * @param charges of the atoms in the neutral form
 * @returns the forms of each reading
 */
export function usualForms(given: Molecule, charges: readonly number[]): Redrawing[][] {
  const molecule = inOrderOfAtoms(given)
  const drawn = formOf(molecule, charges)
  const isUnusual = hasUnusualRing(molecule, charges)
  const unusual = isUnusual ? searched(molecule, charges, drawn, frozenIn(molecule)).readings : []
  return redrawings(molecule, charges, unusual, withoutSearch(molecule, charges, drawn, isUnusual))
}

/**
 * The usual forms of a molecule for which the drawing may show any of several Kekulé forms; null if they could differ
 * for another Kekulé form, or if there are more than can be searched.
 * @param fixed for each bond, whether all Kekulé forms give it the same order
 * @returns the forms of each reading, as `usualForms`
 */
export function surelyUsualForms(
  given: Molecule,
  charges: readonly number[],
  fixed: readonly boolean[],
): Redrawing[][] | null {
  const molecule = inOrderOfAtoms(given)
  const drawn = formOf(molecule, charges)
  const isUnusual = hasUnusualRing(molecule, charges)
  const further = withoutSearch(molecule, charges, drawn, isUnusual)
  if (further.some(({ orders }) => orders.some((order, bond) => order !== drawn.orders[bond] && !fixed[bond])))
    return null
  if (!isUnusual) return redrawings(molecule, charges, [], further)
  const frozen = frozenIn(molecule)
  if (frozen.some((isFrozen, bond) => !isFrozen && !fixed[bond])) return null
  const { readings, isCut } = searched(molecule, charges, drawn, frozen)
  return isCut ? null : redrawings(molecule, charges, readings, further)
}

/** Which of several moves is tried first must not depend on the order in which a reader finds bonds. */
function inOrderOfAtoms(molecule: Molecule): Molecule {
  const isInOrder = ({ atom }: Neighbour, i: number, all: readonly Neighbour[]) => i === 0 || all[i - 1]!.atom < atom
  const neighbours = molecule.neighbours.map((around) =>
    around.every(isInOrder) ? around : [...around].sort((a, b) => a.atom - b.atom),
  )
  return { ...molecule, neighbours }
}

/** One list per reading: those of unusual rings, and the forms that need no search, each a reading of its own. */
function redrawings(
  molecule: Molecule,
  charges: readonly number[],
  unusual: readonly (readonly Form[])[],
  further: readonly Form[],
): Redrawing[][] {
  return [
    ...unusual.map((forms) => forms.map((form) => movedForm(molecule, charges, form, false) ?? form)),
    ...further.map((form) => [form]),
  ].map((forms) => forms.map((form) => redrawingOf(molecule, charges, form)))
}

/** Imines and amidines next to an unusual ring stay as drawn: its hydrogens are on the way to the ring. */
function withoutSearch(molecule: Molecule, charges: readonly number[], drawn: Form, isUnusual: boolean): Form[] {
  const forms = [
    lactamForm(molecule, charges, drawn),
    barbituricForm(molecule, charges, drawn),
    movedForm(molecule, charges, drawn, true),
    ...enediolForms(molecule, charges, drawn),
    ...phosphiteForms(molecule, charges, drawn),
    ...(isUnusual ? [] : [imineForm(molecule, charges, drawn), ...amidineForms(molecule, charges, drawn)]),
  ]
  return forms.filter((form) => form !== null)
}

function formOf(molecule: Molecule, charges: readonly number[]): Form {
  return {
    orders: molecule.bonds.map((_, bond) => orderIn(molecule, bond)),
    hydrogens: molecule.atoms.map(({ hydrogens, charge }, a) => hydrogens + charges[a]! - charge),
  }
}

function orderIn({ bonds }: Molecule, bond: number): number {
  const { order } = bonds[bond]!
  return order === 'other' ? 0 : order
}

/** @param frozen for each bond, whether no hydrogen moves along it */
function searched(
  molecule: Molecule,
  charges: readonly number[],
  asDrawn: Form,
  frozen: readonly boolean[],
): { readonly readings: Form[][]; readonly isCut: boolean } {
  const rings = smallRings(molecule)
  const drawn: Step = { ...asDrawn, moves: 0 }
  const least = aromaticityOf(molecule, charges, rings, drawn).score
  const seen = new Set([keyOf(drawn)])
  const steps: Step[] = [drawn]
  let best: Rank | null = null
  let chosen: Step[] = []
  let nearest: Step | null = null
  let most = 0
  for (let next = 0; next < steps.length && seen.size < mostUsualForms; next++) {
    const from = steps[next]!
    if (from.moves === mostHydrogensMoved) break
    for (const form of movesOf(molecule, charges, frozen, from)) {
      const key = keyOf(form)
      if (seen.has(key)) continue
      seen.add(key)
      steps.push(form)
      const { score, alike } = aromaticityOf(molecule, charges, rings, form)
      if (score <= least) continue
      // Forms come in order of the number of hydrogens moved.
      if (alike > most) [most, nearest] = [alike, form]
      const found: Rank = [score, carbonylsOf(molecule, form), conjugationOf(molecule, form)]
      const better: number = best ? found[0] - best[0] || found[1] - best[1] || found[2] - best[2] : 1
      if (better > 0) [best, chosen] = [found, [form]]
      else if (better === 0 && chosen[0]?.moves === form.moves && !chosen.some((other) => isSame(other, form)))
        chosen.push(form)
    }
  }
  const isChosen = nearest && chosen.some((form) => isSame(form, nearest!))
  return {
    readings: [chosen.slice(0, mostUsualFormsGiven), ...(nearest && !isChosen ? [[nearest]] : [])],
    isCut: chosen.length > mostUsualFormsGiven || seen.size >= mostUsualForms,
  }
}

function smallRings({ rings }: Molecule): (readonly number[])[] {
  return rings.filter((ring) => ring.length === 5 || ring.length === 6)
}

/**
 * Aromatic bonds along which no hydrogen moves: those of rings with no exocyclic double bond to carbon or nitrogen. The
 * benzene ring of 2H-indazole has quinoid bonds: if the pyrazole ring is drawn otherwise, hydrogens move along them.
 */
function frozenIn(molecule: Molecule): boolean[] {
  const { atoms, bonds, neighbours } = molecule
  const frozen = bonds.map(() => false)
  const leaves = (ring: readonly number[]) =>
    ring.some((a) =>
      neighbours[a]!.some(
        ({ atom, bond }) =>
          bonds[bond]!.order === 2 &&
          !ring.includes(atom) &&
          [6, 7].includes(atoms[atom]!.z) &&
          !isInAromaticRing(molecule, bond),
      ),
    )
  const isPyrazole = (ring: readonly number[]) =>
    ring.length === 5 &&
    ring.some((a) => atoms[a]!.z === 7 && neighbours[a]!.some((n) => ring.includes(n.atom) && atoms[n.atom]!.z === 7))
  const opened = smallRings(molecule).filter((ring) => isPyrazole(ring) && leaves(ring))
  const isFused = (ring: readonly number[]) =>
    opened.some((other) => ring.filter((a) => other.includes(a)).length === 2)
  for (const ring of smallRings(molecule)) {
    const own = bonds.flatMap(({ a, b, aromatic }, i) => (aromatic && ring.includes(a) && ring.includes(b) ? [i] : []))
    if (own.length === ring.length && !leaves(ring) && !isFused(ring)) for (const bond of own) frozen[bond] = true
  }
  return frozen
}

function movesOf(molecule: Molecule, charges: readonly number[], frozen: readonly boolean[], from: Step): Step[] {
  const { atoms, neighbours } = molecule
  const found: Step[] = []
  const passes = (a: number) => charges[a] === 0 && atoms[a]!.radicals === 0 && [6, 7].includes(atoms[a]!.z)
  const moves = (a: number) =>
    passes(a) || ([8, 16].includes(atoms[a]!.z) && neighbours[a]!.length === 1 && charges[a] === 0)
  const isDouble = (a: number) => neighbours[a]!.some(({ bond }) => from.orders[bond]! > 1)
  for (const [giver, hydrogens] of from.hydrogens.entries()) {
    if (hydrogens === 0 || !moves(giver) || isDouble(giver)) continue
    const path = [giver]
    const along: number[] = []
    const follow = (): void => {
      const at = path.at(-1)!
      const order = along.length % 2 === 0 ? 1 : 2
      for (const { atom, bond } of neighbours[at]!) {
        if (from.orders[bond] !== order || frozen[bond] || path.includes(atom)) continue
        path.push(atom)
        along.push(bond)
        if (order === 2 && moves(atom) && !(atoms[giver]!.z === 6 && atoms[atom]!.z === 6))
          found.push({ ...moved(from, giver, along, atom), moves: from.moves + 1 })
        if (along.length < mostBondsMovedAlong && passes(atom)) follow()
        path.pop()
        along.pop()
      }
    }
    follow()
  }
  return found
}

/** Number of C=O and C=S bonds: the more of these, the fewer enols and imidic acids. */
function carbonylsOf({ atoms, bonds }: Molecule, { orders }: Form): number {
  const isCarbonyl = (a: number, b: number) => atoms[a]!.z === 6 && (atoms[b]!.z === 8 || atoms[b]!.z === 16)
  return bonds.filter(({ a, b }, i) => orders[i] === 2 && (isCarbonyl(a, b) || isCarbonyl(b, a))).length
}

/** Number of single bonds that join two atoms with double bonds. */
function conjugationOf({ bonds, neighbours }: Molecule, { orders }: Form): number {
  const isDouble = neighbours.map((around) => around.some(({ bond }) => orders[bond] === 2))
  return bonds.filter(({ a, b }, i) => orders[i] === 1 && isDouble[a] && isDouble[b]).length
}

/** Forms with the same hydrogens everywhere are one form with its double bonds drawn differently. */
function isSame(one: Form, other: Form): boolean {
  return one.hydrogens.every((hydrogens, a) => hydrogens === other.hydrogens[a])
}

function redrawingOf({ atoms: drawn, bonds }: Molecule, charges: readonly number[], form: Form): Redrawing {
  const atoms = new Map<number, { hydrogens: number; charge: number }>()
  const orders = new Map<number, number>()
  for (const [a, hydrogens] of form.hydrogens.entries())
    if (hydrogens !== drawn[a]!.hydrogens + charges[a]! - drawn[a]!.charge)
      atoms.set(a, { hydrogens, charge: charges[a]! })
  for (const [bond, order] of form.orders.entries())
    if (order !== 0 && order !== bonds[bond]!.order) orders.set(bond, order)
  return { atoms, orders }
}
