import { patternOf, type AtomExpression, type Certainty, type Pattern } from '../engine/index.js'
import { remembered } from '../remembered.js'
import type { ItemPlan, ShapePlan } from './item-plan.js'

const known = new WeakMap<ItemPlan, boolean>()

/**
 * Whether one of these items may be a group from which an ester or ether bond has been cleaved. The oxygen remains in
 * such a group: as a hydroxy group, or as the carbonyl group of the amide or ketone by which an imidic acid or enol is
 * read.
 */
export function mayHoldFreedOxygen(items: readonly ItemPlan[]): boolean {
  return items.some((item) => remembered(known, item, () => holds(item, new Set())))
}

/** @param tried items on the way here: a term may refer to itself further out */
function holds(item: ItemPlan, tried: Set<ItemPlan>): boolean {
  if (tried.has(item)) return false
  tried.add(item)
  return item.shapes.some((shape) => shapeHolds(shape, tried))
}

function shapeHolds({ every, core, ring, further }: ShapePlan, tried: Set<ItemPlan>): boolean {
  if (every && !every.some((smarts) => mayBeginWithIt(smarts))) return false
  if ((core === undefined && ring === undefined) || further === 'any') return true
  if ([...(core === undefined ? [] : [core]), ...(ring?.is ?? [])].some(mayContainIt)) return true
  return further !== 'none' && further.some((item) => holds(item, tried))
}

function mayBeginWithIt(smarts: string): boolean {
  const pattern = patternOf(smarts)
  return pattern === null || mayBeAt(pattern, 0)
}

function mayContainIt(smarts: string): boolean {
  const pattern = patternOf(smarts)
  return pattern === null || pattern.atoms.some((_, atom) => mayBeAt(pattern, atom))
}

/** It has a single neighbour. */
function mayBeAt({ atoms }: Pattern, atom: number): boolean {
  const bonds = atoms.reduce(
    (sum, { back }, i) => sum + (i === atom ? back.length : back.filter(({ to }) => to === atom).length),
    0,
  )
  return bonds <= 1 && mayBeIt(atoms[atom]!.test)
}

function mayBeIt(test: AtomExpression): boolean {
  return [0, 1].some((hydrogens) => answerFor(hydrogens, test) !== 0)
}

/** The answer of a predicate for a freed oxygen with this number of hydrogens; what lies beyond it is not certain. */
function answerFor(hydrogens: number, test: AtomExpression): Certainty {
  switch (test.is) {
    case 'any':
      return 1
    case 'and': {
      const answers = test.of.map((own) => answerFor(hydrogens, own))
      return answers.includes(0) ? 0 : answers.includes(2) ? 2 : 1
    }
    case 'or': {
      const answers = test.of.map((own) => answerFor(hydrogens, own))
      return answers.includes(1) ? 1 : answers.includes(2) ? 2 : 0
    }
    case 'not': {
      const answer = answerFor(hydrogens, test.of)
      return answer === 2 ? 2 : answer === 0 ? 1 : 0
    }
    case 'element':
      return test.z === 8 && test.aromatic !== true ? 1 : 0
    case 'aromatic':
      return test.wanted ? 0 : 1
    case 'hydrogens':
      return test.n === hydrogens ? 1 : 0
    case 'degree':
      return test.n === 1 ? 1 : 0
    case 'degree at least':
      return test.n <= 1 ? 1 : 0
    case 'connections':
      return test.n === 1 + hydrogens ? 1 : 0
    case 'ring':
    case 'ring count':
    case 'ring size':
      return 0
    case 'ring bonds':
    case 'ring bonds at least':
      return test.n === 0 ? 1 : 0
    case 'recursive':
      return answerFor(hydrogens, test.pattern.atoms[0]!.test) === 0 ? 0 : 2
    case 'charge':
    case 'unknown':
      return 2
  }
}
