// A class rule read once: both the exact matcher and the screen work from its plan.
export { allowedAt, type ChangesPlan, type ClausePlan, type SitePlan } from './changes-plan.js'
export { everyFieldRead } from './every-field.js'
export { mayHoldFreedOxygen } from './freed-oxygen.js'
export { itemPlanOf, type ItemPlan, type ShapePlan, type Terms } from './item-plan.js'
export { once } from './once.js'
export { rulePlanOf, type RulePlan } from './rule-plan.js'
export { readScaffold, type DrawnScaffold, type ScaffoldPlan } from './scaffold-plan.js'
