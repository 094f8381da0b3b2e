// The readers of official texts.
export { readOfficialXml } from './read-xml.js'
export { readTable } from './read-table.js'
