// Compares official texts with the records. Reading their files is in reading.ts, loaded only when needed because it
// imports an XML library.
export { NotOfficial, type OfficialItem } from './official-text.js'
export { reconcile } from './reconcile.js'
export { isUnaccounted, refOf, type Difference, type Reconciliation } from './reconciliation.js'
