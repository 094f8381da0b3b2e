import { expectTypeOf, it } from 'vitest'
import type { Clause, Rule, Scaffold, Shape, Site, Term, TermUse } from '../../src/law/index.js'
import {
  everyFieldRead,
  type ChangesPlan,
  type ClausePlan,
  type ItemPlan,
  type RulePlan,
  type ScaffoldPlan,
  type ShapePlan,
  type SitePlan,
} from '../../src/rules/index.js'

type LooseEnds<Schema, Plan, Resolved extends keyof Schema> = Exclude<keyof Schema, keyof Plan | Resolved>

/** The parts of a rule that are not about structures: matching reads them whichever way a structure was matched. */
type OfTheLaw =
  | 'id'
  | 'title'
  | 'brief'
  | 'control'
  | 'code'
  | 'code_from'
  | 'reads'
  | 'parent'
  | 'periods'
  | 'names'
  | 'reference'
  | 'official_words'
  | 'leaves_out'
  | 'limits'
  | 'note'

it('a plan contains every field of a record that it does not resolve itself', () => {
  expectTypeOf<LooseEnds<Rule, RulePlan & ChangesPlan, OfTheLaw | 'terms'>>().toEqualTypeOf<never>()
  expectTypeOf<LooseEnds<Scaffold, ScaffoldPlan, never>>().toEqualTypeOf<never>()
  expectTypeOf<LooseEnds<Site, SitePlan, never>>().toEqualTypeOf<never>()
  expectTypeOf<LooseEnds<Clause, ClausePlan, 'with'>>().toEqualTypeOf<never>()
  expectTypeOf<LooseEnds<TermUse, ItemPlan, 'further'>>().toEqualTypeOf<never>()
  expectTypeOf<LooseEnds<Shape, ShapePlan, never>>().toEqualTypeOf<never>()
  expectTypeOf<
    LooseEnds<Term, ItemPlan['term'], 'is' | 'reads' | 'examples' | 'source' | 'note'>
  >().toEqualTypeOf<never>()
})

it('a field that a reader does not read fails to compile', () => {
  const { at_most: _, ...left }: Pick<Clause, 'at_most' | 'needs'> = {}
  // @ts-expect-error `needs` was not read
  everyFieldRead(left)
  const { needs: _needs, ...none } = left
  everyFieldRead(none)
})
