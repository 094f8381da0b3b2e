export { Screen, SureAnswers } from './sure-answers.js'
export { mostHeld } from './graph-pool.js'
export { Screened, type Reason, type Referral } from './screened.js'
export { SkeletonReader, type Skeletons } from './skeleton-reader.js'
