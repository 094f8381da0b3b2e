export { CheckCsv, checkBlocks } from './check-table.js'
export { comparisonBlocks, comparisonCells, comparisonCsv } from './comparison-table.js'
export { historyBlocks, historyCsvHead, historyCsvProblem, historyCsvRows } from './history-table.js'
export { toMarkdown } from '../law/blocks/blocks-html.js'
