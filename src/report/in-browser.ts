// What a page uses of a report.
export { detailHtml, type PageRow, type TableData } from './html/page-row.js'
export { badgeClass } from './html/finding-html.js'
export {
  answerFootHtml,
  answerHtml,
  appHistoryHtml,
  nameOf,
  type PageAnswer,
  type PageNearMiss,
} from './app/answer-html.js'
export { formHtml, hitsHtml, lawHtml, ownHtml, pickHtml, testedHtml, type View, views } from './app/form-html.js'
export type { PageFacts } from './app/page-facts.js'
export { isLanguage, type Language, uiWords, type UiWords } from './app/ui-words.js'
export { Addresses, addressOfHit } from './law/addresses.js'
export { blocksHtml, inlinePicture } from './law/blocks/blocks-html.js'
export { recordPage, type RecordPage } from './law/record-page.js'
export {
  caveatsHtml,
  countsHtml,
  legendHtml,
  madeHtml,
  mostColumnsInWords,
  type Names,
  tableHtml,
} from './html/summary.js'
export { verdictOrder } from './shown-verdict.js'
export { appWords } from './app/app-words.js'
export { filesHtml, savesHtml } from './app/files-html.js'
export { pageWords } from './html/page-words.js'
export { SharedHtml } from './html/page-row.js'
export { rowOf } from './html/result-rows.js'
export { draftWithSites } from './law/rule/empty-draft.js'
export { drawnRule } from './law/rule/drawn-rule.js'
export { rulePages } from './law/rule/rule-page.js'
