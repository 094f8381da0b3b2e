// Compares official texts with the records. Reading their files is in reading.ts, loaded only when needed because it
// imports an XML library.
export { NotOfficial, type OfficialItem, type OfficialText } from './official-text.js'
export { isOfLaw, reconcile } from './reconcile.js'
export { isUnaccounted, refOf, type Difference, type Reconciliation } from './reconciliation.js'
export { replay, type Replay, type Replayed, type ReplayedStep, type Unrecorded } from './replay.js'
export { statesOn, type DatedText } from './series.js'
