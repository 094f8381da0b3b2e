import type { Item, Shape, Term, TermUse } from '../law/index.js'
import { rememberedBy } from '../remembered.js'
import { filled, type Filled } from './every-field.js'

export type Terms = ReadonlyMap<string, Term>

/** A term as a rule uses it, its words looked up. Equal uses share one plan, with which readers cache answers. */
export interface ItemPlan extends Omit<TermUse, 'term' | 'further' | 'except'> {
  readonly term: Omit<Term, 'is' | 'reads' | 'examples' | 'source' | 'note'>
  /** Built on first use: a term may refer to itself further out. */
  readonly shapes: readonly ShapePlan[]
  readonly except: readonly ItemPlan[]
}

export interface ShapePlan extends Filled<Omit<Shape, 'further'>, 'ends' | 'bond' | 'some' | 'none'> {
  /** What else may be attached to it: as the rule says, otherwise as the term says; see `inOrder`. */
  readonly further: 'any' | 'none' | readonly ItemPlan[]
}

const known = new WeakMap<Terms, Map<string, ItemPlan>>()

/** @throws {Error} for a term without a record */
export function itemPlanOf(terms: Terms, item: Item): ItemPlan {
  const use: TermUse = typeof item === 'string' ? { term: item } : item
  return rememberedBy(known, terms, JSON.stringify(use), () => planItem(terms, use))
}

/** Items in the order in which they are tried: those without a reading before those with one. */
export function inOrder(items: readonly ItemPlan[]): readonly ItemPlan[] {
  return items.toSorted((a, b) => Number(a.reading !== undefined) - Number(b.reading !== undefined))
}

function planItem(terms: Terms, { term: id, further, except, ...bounds }: TermUse): ItemPlan {
  const term = terms.get(id)
  if (!term) throw new Error(`rule uses the term ${id}, which has no record`)
  const shapes = once(() => term.is.map((shape) => planShape(terms, shape, further)))
  const excluded = once(() => (except ?? []).map((item) => itemPlanOf(terms, item)))
  return {
    ...bounds,
    term,
    get shapes() {
      return shapes()
    },
    get except() {
      return excluded()
    },
  }
}

function planShape(terms: Terms, { further: own, ...shape }: Shape, ofUse: TermUse['further']): ShapePlan {
  const further = ofUse ?? own ?? 'none'
  const items = typeof further === 'string' ? further : inOrder(further.map((item) => itemPlanOf(terms, item)))
  return { ...filled(shape, { ends: 1, bond: 'single', some: [], none: [] }), further: items }
}

/** Calls `make` on first use and returns the same result afterwards. */
export function once<T extends object>(make: () => T): () => T {
  let made: T | null = null
  return () => (made ??= make())
}
