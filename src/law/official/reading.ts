// The readers of official texts.
export { readOfficialXml } from './read.js'
export { readTable } from './table.js'
