export type * from '../draft-report.js'
export { impactJson, impactBrief } from './impact-brief.js'
export { impactText } from './impact-text.js'
export { impactErrors } from './impact-words.js'
