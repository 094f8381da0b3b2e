// Loaded where a page is wanted.
export { historyPage } from './history-page.js'
export { drawnIn, impactPage } from './impact/impact-page.js'
export * from '../law/day-changes.js'
export { lawBetweenPage } from './law-between-page.js'
export { statementPage } from './statement-page.js'
