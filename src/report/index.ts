export { jsonWithoutControls, withoutControls } from './controls.js'
export { toJson, type Answer, type InputRef, type JsonOptions } from './json.js'
export type { Lookup } from './lookup.js'
export type { RunInfo, RunQuery } from './run-info.js'
export {
  comparisonJson,
  countsOf,
  rowJson,
  type ComparedFile,
  type ComparedRow,
  type ComparedVerdict,
  type Comparison,
  type RaceTotals,
} from './comparison.js'
export { failed, issuesOf, type CaseResult, type Inspection, type Issue } from './issue.js'
export { sarif } from './sarif.js'
export { junit } from './junit.js'
export { githubAnnotations } from './github.js'
export { examples, examplesText } from './help-words.js'
export { historyJson } from './history-json.js'
export { editionName, unverifiedEdition, type EditionRef } from './edition-name.js'
export { sdfRecord } from './sdf.js'
export { csvHeader, csvLine, csvRow, type CsvLayout } from './csv.js'
export {
  alsoNameWords,
  caveatWords,
  compareWords,
  inspectionWords,
  verifyWords,
  worldNames,
  doubtWords,
  drawingWords,
  failureWords,
  fileHint,
  gapHint,
  notRecordedHint,
  openWords,
  problemText,
  problemWords,
  recordWords,
  sharedWords,
  verdictWords,
  viaWords,
  words,
} from './words.js'
export { ruleTestLines } from './rule-test.js'
