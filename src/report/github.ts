import { withoutControls } from './controls.js'
import type { EditionRef } from './run-info.js'
import type { RunFile } from './schema.js'

/** Workflow commands of GitHub Actions, which show each issue at its line. */
export function githubAnnotations(inspection: Inspection): string {
  const lines = issuesOf(inspection).map(({ level, file, line, rule, id, message }) => {
    const place = `${property(file)}${line === null ? '' : `,line=${line}`}`
    return `::${level} file=${place},title=${property(rule)}::${data(`${id}: ${message}`)}\n`
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
}

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
}

/** All issues, each with its place. */
export function issuesOf({ cases }: Inspection) {
  return cases.flatMap(({ issues, ...place }) => issues.map((issue) => ({ ...place, ...issue })))
}

export function failed(c: CaseResult): boolean {
  return c.issues.some((issue) => issue.level === 'error')
}
