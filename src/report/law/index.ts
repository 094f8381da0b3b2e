export { drawnRule } from './rule/drawn-rule.js'
export { type Block, toMarkdown } from './blocks/blocks-html.js'
export { decidedBlocks } from './edition-changes.js'
export { gapBlocks } from './list-blocks.js'
export { draftBlocks, draftJson, draftWords } from './list-draft.js'
export { comparisonBlocks } from './rule/comparison-blocks.js'
export { changesFor, emptyDraft, newRuleWords } from './rule/empty-draft.js'
export {
  decisionRows,
  lintBlocks,
  questionBlocks,
  type CheckResult,
  type Depending,
  type QuestionAsked,
} from './lint.js'
export { recordBlocks } from './record-blocks.js'
export { contentsBlocks, hitBlocks, statsBlocks } from './overview.js'
export { pageBlocks } from './record-page.js'
export { rulePageBlocks, rulePages, type RulePage } from './rule/rule-page.js'
export { reconcileWords } from './reconcile/reconcile-words.js'
export { reconciliationBlocks, reconciliationCases, reconciliationJson } from './reconcile/reconciliation.js'
export { replayBlocks, replayJson } from './replay.js'
export { toText } from './blocks/blocks-text.js'
