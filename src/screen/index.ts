export { Screen } from './screen.js'
export type { Reading, Reason, Referral } from './reading.js'
export { SkeletonReader, type Skeletons } from './skeleton-reader.js'
