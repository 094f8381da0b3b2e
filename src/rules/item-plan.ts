import type { Item, Shape, Term, TermUse } from '../law/index.js'

export type Terms = ReadonlyMap<string, Term>

/** A term as a rule uses it, its words looked up. Equal uses share one plan, with which readers cache answers. */
export interface ItemPlan extends Omit<TermUse, 'term' | 'further' | 'except'> {
  readonly term: Omit<Term, 'is' | 'reads' | 'examples' | 'source' | 'note'>
  /** Built on first use: a term may refer to itself further out. */
  readonly shapes: readonly ShapePlan[]
  readonly except: readonly ItemPlan[]
}

export interface ShapePlan extends Omit<Shape, 'further'> {
  /** What else may be attached to it: as the rule says, otherwise as the term says. */
  readonly further: 'any' | 'none' | readonly ItemPlan[]
}

const known = new WeakMap<Terms, Map<string, ItemPlan>>()

/** @throws {Error} for a term without a record */
export function itemPlanOf(terms: Terms, item: Item): ItemPlan {
  let own = known.get(terms)
  if (!own) known.set(terms, (own = new Map()))
  const use: TermUse = typeof item === 'string' ? { term: item } : item
  const key = JSON.stringify(use)
  let plan = own.get(key)
  if (!plan) own.set(key, (plan = planItem(terms, use)))
  return plan
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
  return { ...shape, further: typeof further === 'string' ? further : further.map((item) => itemPlanOf(terms, item)) }
}

/** Calls `make` on first use and returns the same result afterwards. */
export function once<T extends object>(make: () => T): () => T {
  let made: T | null = null
  return () => (made ??= make())
}
