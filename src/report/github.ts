import { withoutControls } from './controls.js'
import type { EditionRef } from './run-info.js'
import type { RunFile } from './schema.js'

/** Workflow commands of GitHub Actions, which show each issue at its line. */
export function githubAnnotations(inspection: Inspection): string {
  const lines = issuesOf(inspection).map((issue) => {
    const { level, file, line, rule, finding = null, waived = null } = issue
    const place = `${property(file)}${line === null ? '' : `,line=${line}`}`
    const text = [issueText(issue), ...(waived === null ? [] : [waived]), ...(finding === null ? [] : [finding])]
    return `::${waived === null ? level : 'notice'} file=${place},title=${property(rule)}::${data(text.join('; '))}\n`
  })
  return lines.join('')
}

function data(text: string): string {
  return withoutControls(text.replaceAll('%', '%25').replaceAll('\r', '%0D')).replaceAll('\n', '%0A')
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}

/** An issue that `expect` found in a row, for a person, an editor or a build. */
export interface Issue {
  /** Stable id of the kind; `verdict/us-fentanyl-related-substances` names the deciding law. */
  readonly rule: string
  /** General description of the rule. */
  readonly reads: string
  /** Link to the deciding law; null if there is none. */
  readonly url: string | null
  readonly level: 'error' | 'warning'
  readonly message: string
  /** The lasting id of the finding, where it is one. */
  readonly finding?: string | null
  /** Why the user waives it. */
  readonly waived?: string | null
}

/** An issue with its place. */
export type PlacedIssue = Issue & Omit<CaseResult, 'issues'>

/** One checked row, reported as a test case. */
export interface CaseResult {
  readonly file: string
  /** Row, from 1, and its name. */
  readonly row: number
  readonly id: string
  /** Line, from 1; null if the format has none. */
  readonly line: number | null
  readonly issues: readonly Issue[]
}

export interface Inspection {
  readonly file: string
  /** The check applied to the rows: `expect` or `lint`. */
  readonly suite: string
  readonly rows: number
  /** Rows with issues, and the others if requested. */
  readonly cases: readonly CaseResult[]
  readonly tool: { readonly name: string; readonly version: string }
  /** `sha256` is null if the law was read from records, not a compiled edition. */
  readonly edition: Omit<EditionRef, 'sha256'> & { readonly sha256: string | null }
  readonly sha256: string | null
  /** Answers to open questions by which the rows were judged. */
  readonly positions?: RunFile['query']['positions']
  /** What an earlier run reported, by the ids of findings. */
  readonly baseline?: ReadonlyMap<string, PlacedIssue> | null
}

/** All issues, each with its place. */
export function issuesOf({ cases }: Pick<Inspection, 'cases'>): PlacedIssue[] {
  return cases.flatMap(({ issues, ...place }) => issues.map((issue) => ({ ...place, ...issue })))
}

/** What is said of a row; an issue read from a report says it with the row's name. */
export function issueText({ id, message }: PlacedIssue): string {
  return id === '' ? message : `${id}: ${message}`
}

export function failed(c: CaseResult): boolean {
  return c.issues.some(isFailure)
}

export function isFailure({ level, waived = null }: Issue): boolean {
  return level === 'error' && waived === null
}
