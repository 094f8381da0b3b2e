export {
  harmfulWithin,
  nothingHarmful,
  retryWithoutHarmful,
  type Attempt,
  type Harmful,
} from './retry-without-harmful.js'
