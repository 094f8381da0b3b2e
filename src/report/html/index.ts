// Loaded where a page is wanted.
export { historyPage } from './history-page.js'
export { drawnIn, impactPage } from './impact/impact-page.js'
