export { aboutSheet } from './about-sheet.js'
export { verdictColumns, workbookHeader, workbookRow } from './law-columns.js'
