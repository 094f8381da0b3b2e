export { untilSurvived, type Attempt, type Harmful } from './blame.js'
