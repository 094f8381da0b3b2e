import type { ClausePlan, ItemPlan, Reads, RulePlan, ScaffoldPlan, ShapePlan, SitePlan } from '../../rules/index.js'

// What the exact matcher reads of the plan of a rule: no new field of the schema compiles until it is named here.

export type ExactRule = Reads<
  RulePlan,
  keyof RulePlan,
  'scaffolds' | 'changes' | 'readings' | 'mass' | 'names_tautomers',
  // The least number of changes is that of each scaffold.
  'at_least' | 'conditions' | 'open_words'
> & { readonly conditions?: readonly ExactCondition[] | undefined; readonly open_words?: ExactWords | undefined }

type Condition = NonNullable<RulePlan['conditions']>[number]
type ExactCondition = Reads<Condition, keyof Condition, 'id' | 'reads' | 'smarts' | 'present', 'cite'>

type Words = NonNullable<RulePlan['open_words']>
export type ExactWords = Reads<
  Words,
  keyof Words,
  'choice' | 'reaches' | 'unless',
  'question' | 'yes' | 'same_as' | 'fact' | 'basis' | 'cite'
>

export type ExactScaffold = Reads<
  ScaffoldPlan,
  keyof ScaffoldPlan,
  'smarts' | 'beforeCleaving' | 'at_least' | 'meets' | 'reading' | 'drawn',
  'id' | 'reads'
>

// Its atoms on a scaffold are in the drawing of that.
export type ExactSite = Reads<SitePlan, keyof SitePlan, 'id' | 'reads' | 'on' | 'holds' | 'parent' | 'clauses'>

export type ExactClause = Reads<
  ClausePlan,
  keyof ClausePlan,
  'id' | 'index' | 'allows' | 'sites' | 'between' | 'counts' | 'at_least' | 'at_most' | 'needs' | 'total',
  // What the change is, the sites say.
  'cite' | 'reads' | 'change'
>

type Term = ItemPlan['term']

export type ExactItem = Reads<
  ItemPlan,
  keyof ItemPlan,
  'shapes' | 'except' | 'reading' | 'carbons' | 'chain' | 'mass' | 'hydrocarbyl' | 'term'
> & { readonly term: Reads<Term, keyof Term, 'id'> }

export type ExactShape = Reads<
  ShapePlan,
  keyof ShapePlan,
  'ends' | 'bond' | 'at' | 'root' | 'every' | 'some' | 'none' | 'core' | 'ring' | 'further'
>

type Ring = NonNullable<ShapePlan['ring']>
export type ExactRing = Reads<
  Ring,
  keyof Ring,
  'is' | 'rings' | 'sizes' | 'aromatic' | 'heteroatoms' | 'heteroelements'
>
