export { checkFooter, footerText, inputText } from './input-text.js'
export { printable } from '../controls.js'
export { columnsOf, shortened, wrap } from './wrap.js'
export { comparisonText } from './comparison-text.js'
export { inspectionText, similarText } from './inspection-text.js'
export { historyFooter, historyText, unreadText } from './history-text.js'
export {
  closingLine,
  logLine,
  progressLine,
  stopLine,
  summaryTable,
} from './batch-text.js'
