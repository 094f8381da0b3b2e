// Official texts held against the records. What reads their files stands in reading.ts, and is loaded only when asked: it brings an XML library with it.
export { NotOfficial, type OfficialItem, type OfficialText } from './official-text.js'
export { reconcile } from './reconcile.js'
export { isUnaccounted, refOf, type Difference, type Reconciliation } from './reconciliation.js'
