export { Screen, SureAnswers } from './sure-answers.js'
export { mostHeld } from './reading-graphs.js'
export type { Reading, Reason, Referral } from './reading.js'
export { SkeletonReader, type Skeletons } from './skeleton-reader.js'
