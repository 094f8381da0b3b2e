export { jsonWithoutControls, printable, withoutControls } from './controls.js'
export { runFileContent, shortRow, wholeRow } from './short-row.js'
export { toJson, type Answer, type InputRef } from './json.js'
export type { Lookup } from '../identifiers/index.js'
export { runInfoOf, type RunInfo } from './run-info.js'
export {
  becomesControlled,
  becomesUndecided,
  comparisonJson,
  isChanged,
  type ChangeCounts,
  type ComparedFile,
  type ComparedMove,
  type ComparedRow,
  type ComparedVerdict,
  type Comparison,
  type RacedRow,
  type RaceTotals,
} from './comparison.js'
export type {
  OtherRule,
  OthersImpact,
  RuleComparison,
  RuleDifference,
  ClauseUse,
  CoveredStructure,
  DraftChange,
  DraftFacts,
  Exclusion,
  Impact,
  MissedAnalogue,
  NamedStructure,
  RacedSubstance,
  SetImpact,
  TimeImpact,
} from './draft-report.js'
export { comparisonCases } from './text/comparison-cases.js'
export { failed, type CaseResult, type Inspection, type Issue } from './github.js'
export { resultCase, historyJson, type PlacedResult } from './result-case.js'
export { buildReport } from './junit.js'
export { examples, examplesText } from './words/help-words.js'
export { nearest } from './nearest.js'
export { editionName, unverifiedEdition } from './edition-name.js'
export { sdfRecord } from './sdf.js'
export { csvHeader, csvLine, csvRow } from './csv.js'
export { ageWords, gapHint } from './words/age-words.js'
export {
  alsoNameWords,
  fileHint,
  notRecordedHint,
  plainErrors,
  problemKind,
  problemText,
  leftOutWords,
  notRecordedIn,
  problemWords,
  recordWords,
} from './words/problem-words.js'
export {
  compareWords,
  configWords,
  inspectionWords,
  verifyWords,
  scenarioNames,
  drawingWords,
  dashWords,
  emptyWords,
  noRows,
  renamedWords,
  typoWords,
  wroteWords,
} from './words/command-words.js'
export { asCounted, countedVerdict, expectationColumns, expectationRows } from './shown-verdict.js'
export { andMore, failureWords } from './words/finding-words.js'
export { inputName } from './words/answer-words.js'
export { failureProblem, rowWarnings, warningText, type RowWarning } from './words/identifier-words.js'
export { manPage, type ManCommand } from './man-page.js'
export { configText } from './config-text.js'
export { ruleTestLines } from './rule-test.js'
export type { LawDecided, Reason } from './law/edition-changes.js'
export type { Result, RunFile, ShortResult } from './result-schema.js'
export { type Difference, differences } from './still-holds.js'
export { aboutWords } from './words/workbook-words.js'
export { positionErrors } from './words/position-words.js'
export { fieldWords, programWords, toolWords } from './words/program-words.js'
export { answerLines, runJson, runLines } from './answer-lines.js'
export { httpWords } from './words/http-words.js'
export { unknownNameText } from './unknown-name.js'
export { ruleJson } from './rule-json.js'
export { historyLines } from './history-lines.js'
export { questionsOf } from './questions.js'
export { freeName } from './free-name.js'
export { html, Html } from './markup.js'
export { aboutSheet, verdictColumns, workbookHeader, workbookRow } from './workbook/about-sheet.js'
