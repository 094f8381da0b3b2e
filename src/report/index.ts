export { toJson, type InputRef, type JsonOptions, type RunInfo } from './json.js'
export { caveatWords, doubtWords, failureWords, problemWords, verdictWords, viaWords } from './words.js'
export { ruleTestLines } from './rule-test.js'
