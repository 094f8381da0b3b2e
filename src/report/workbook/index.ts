export { aboutSheet, verdictColumns, workbookHeader, workbookRow } from './about-sheet.js'
