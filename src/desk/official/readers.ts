// The readers of official texts.
export { dayIn, readDated, readOfficial } from './read-dated.js'
export { readOfficialXml } from './read-xml.js'
export { readTable } from './read-table.js'
