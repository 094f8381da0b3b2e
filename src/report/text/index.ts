export { footerText, inputText, type TextOptions } from './input-text.js'
export { columnsOf, printable, shortened, widthOf, wrap } from './wrap.js'
export { similarText } from './similar.js'
export { closingLine, progressLine, summaryTable, type BatchCounts, type ProgressState } from './batch-text.js'
