export { toJson, type Answer, type InputRef, type JsonOptions, type Lookup, type RunInfo, type RunQuery } from './json.js'
export { csvHeader, csvLine, csvRow, type CsvLayout } from './csv.js'
export { alsoNameWords, caveatWords, doubtWords, failureWords, fileHint, notRecordedHint, openWords, problemText, problemWords, recordWords, sharedWords, verdictWords, viaWords, words } from './words.js'
export { ruleTestLines } from './rule-test.js'
