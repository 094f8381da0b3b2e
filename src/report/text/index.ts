export { checkFooter, footerText, inputText } from './input-text.js'
export { columnsOf, printable, shortened, widthOf, wrap } from './wrap.js'
export { comparisonText, rowLines } from './comparison-text.js'
export { palette } from './palette.js'
export { inspectionText } from './inspection-text.js'
export { historyFooter, historyText, unreadText } from './history-text.js'
export { similarText } from './similar.js'
export {
  closingLine,
  logLine,
  progressLine,
  screeningText,
  stopLine,
  summaryTable,
} from './batch-text.js'
