export { footerText, inputText, type TextOptions } from './input-text.js'
export { columnsOf, printable, shortened, wrap } from './wrap.js'
export { closingLine, logLine, progressLine, screeningText, stopLine, summaryTable, type BatchCounts, type ProgressState } from './batch-text.js'
