export { Screen, SureAnswers } from './sure-answers.js'
export { mostHeld } from './graph-pool.js'
export type { Screened, Reason, Referral } from './screened.js'
export { SkeletonReader, type Skeletons } from './skeleton-reader.js'
