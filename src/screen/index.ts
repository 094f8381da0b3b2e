export { mostHeld, Screen } from './screen.js'
export type { Reading, Reason, Referral } from './reading.js'
export { SureAnswers } from './sure-answers.js'
export { SkeletonReader, type Skeletons } from './skeleton-reader.js'
