// A class rule read once: both the exact matcher and the screen work from its plan.
export {
  allowedAt,
  type ChangesPlan,
  type ClausePlan,
  type SitePlan,
  rulePlanOf,
  type RulePlan,
  readScaffold,
  type DrawnScaffold,
  type ScaffoldPlan,
} from './rule-plan.js'
export { everyFieldRead, type Reads } from './every-field.js'
export { mayHoldFreedOxygen } from './freed-oxygen.js'
export { itemPlanOf, type ItemPlan, type ShapePlan, type Terms } from './item-plan.js'
