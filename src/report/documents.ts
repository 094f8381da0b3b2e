// Tables, texts, drawings and pages, and the schema of results: they take longer to load than an answer to write.
export type { DraftAnswer, DraftFit } from './draft-report.js'
export { historyBlocks, historyCsvHead, historyCsvProblem, historyCsvRows } from './answers/history-table.js'
export {
  type Block,
  blocksHtml,
  heading,
  inlinePicture,
  items,
  section,
  table,
  text,
  toMarkdown,
} from './law/blocks/blocks-html.js'
export { historyFooter, historyText, unreadText } from './text/history-text.js'
export { resultIn } from './result-line.js'
export { pageWords } from './html/page-words.js'
export { type CaveatsByJurisdiction, rowOf } from './html/result-rows.js'
export { type PageRow, SharedHtml } from './html/page-row.js'
export type { Counts } from './html/summary.js'
export { closingLine, logLine, progressLine, stopLine, summaryTable } from './text/batch-text.js'
export type { PageAssets } from './html/page-text.js'
export { resultPage } from './html/result-page.js'
export { checkBlocks, CheckCsv } from './answers/check-table.js'
export { checkFooter, footerText, inputText } from './text/input-text.js'
export { inspectionText, similarText } from './text/inspection-text.js'
export { cardSvg, panelsOf } from './drawing/card.js'
export { shortened } from './text/wrap.js'
export * from './law/question-blocks.js'
export { type ComparisonCounts, countsLine } from './law/compared-line.js'
export { cut } from './law/sentence.js'
export type { HistoryItem } from './html/history-page.js'
export { comparedRow } from './html/comparison-page.js'
export { comparisonPage, drawnInComparison } from './html/comparison-page.js'
export type { StepChart } from './html/charts/step-chart.js'
export { comparisonBlocks, comparisonCells, comparisonCsv } from './answers/comparison-table.js'
export { comparisonText } from './text/comparison-text.js'
export { impactErrors } from './impact/impact-words.js'
export { impactJson } from './impact/impact-json.js'
export { impactText } from './impact/impact-text.js'
export { toText } from './law/blocks/blocks-text.js'
export { decidedBlocks, editionChangeBlocks } from './law/edition-changes.js'
export { gapBlocks } from './law/list-blocks.js'
export { Addresses } from './law/addresses.js'
export { drawnRule } from './law/rule/drawn-rule.js'
export { type RulePage, rulePageBlocks, rulePages } from './law/rule/rule-page.js'
export { pageBlocks, recordPage } from './law/record-page.js'
export { siteFile, siteLink, sitePage } from './law/site-page.js'
export { contentsBlocks, hitBlocks, statsBlocks } from './law/overview.js'
export { recordBlocks } from './law/record-blocks.js'
export { ruleComparisonBlocks } from './law/rule/comparison-blocks.js'
export { changesFor, emptyDraft, newRuleWords } from './law/rule/empty-draft.js'
export { appPage } from './app/app-page.js'
export { pageFacts } from './app/page-facts.js'
export { appWords } from './app/app-words.js'
export { result } from './schema.js'
