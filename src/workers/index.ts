export { harmfulWithin, nothingHarmful, untilSurvived, type Attempt, type Harmful } from './blame.js'
