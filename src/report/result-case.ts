import { isControlled, strength, type Finding, type Chapter, type JurisdictionHistory } from '../matching/index.js'
import { statementsOf, type Statement } from './statement.js'
import type { CaseResult, Issue } from './github.js'
import type { Result } from './schema.js'
import { asCounted, shownVerdict } from './shown-verdict.js'
import { resultCaseWords as words } from './words/command-words.js'
import { positionSentence } from './words/answer-words.js'
import { isMismatch } from './words/identifier-words.js'
import { problemText } from './words/problem-words.js'
import { findingJson, lookupJson, type InputRef } from './json.js'
import type { Lookup } from '../identifiers/index.js'
import type { RunInfo } from './run-info.js'

/** A result with the line on which its input begins, where the format of the file has lines. */
export type PlacedResult = Result & { readonly line?: number | null }

/** A batch row as a test case: an error if controlled, a warning if undecided or unreadable, else no issue. */
export function resultCase(file: string, result: PlacedResult): CaseResult {
  const { id, problem, row = result.index, line = null, warnings = [] } = result
  const place = { file: result.file ?? file, row, id, line }
  if (problem) {
    const issue = { rule: problem.code, reads: words.unreadable, url: null, message: problemText(problem) }
    return { ...place, issues: [{ ...issue, level: 'warning', finding: `${problem.code}/${id}` }] }
  }
  const mismatches = warnings.filter((warning) => isMismatch([warning], null)).map(({ message }) => message)
  const mismatch = { rule: 'mismatch', reads: words.mismatch, url: null, message: mismatches.join('; ') }
  const own: Issue[] = mismatches.length > 0 ? [{ ...mismatch, level: 'warning', finding: `mismatch/${id}` }] : []
  const found = asCounted(result)
    .jurisdictions.filter(({ verdict }) => verdict !== 'uncontrolled')
    .sort((a, b) => strength.indexOf(a.verdict) - strength.indexOf(b.verdict))
  return { ...place, issues: [...found.flatMap(issuesIn), ...own] }
}

type Law = ReturnType<typeof asCounted>['jurisdictions'][number]

/** What decides in a law, each by itself. */
function issuesIn(law: Law): Issue[] {
  const { code, verdict } = law
  const deciding = (law.findings as readonly Finding[]).filter(({ counts }) => counts === verdict)
  const position = law.positions ? positionSentence(law) : null
  const issue = (rule: string, url: string | null, named: string | null) => ({
    rule: `${verdict}/${rule}`,
    reads: words[verdict as keyof typeof words],
    url,
    level: isControlled(verdict) ? ('error' as const) : ('warning' as const),
    message: [
      `${code}: ${verdict}${named === null ? '' : ` (${named})`}`,
      ...(position === null ? [] : [position]),
    ].join('; '),
  })
  if (deciding.length === 0) return [issue('set', null, null)]
  const issues = deciding.map((finding): Issue => {
    const [{ label, cite, url, id, waived }] = statementsOf(code, { findings: [finding] }) as [Statement]
    const by = finding.kind === 'listed' ? finding.list : finding.kind === 'class' ? finding.ruleId : finding.kind
    return { ...issue(by, url, cite === null ? label : `${label}, ${cite}`), finding: id, waived }
  })
  return [...new Map(issues.map((one) => [`${one.finding} ${one.message}`, one])).values()]
}

function chapterJson({ ofSet, ...chapter }: Chapter) {
  return {
    ...chapter,
    verdict: shownVerdict({ ...chapter, ...(ofSet && { ofSet }) }),
    ...(ofSet && { countsAs: chapter.verdict, decides: ofSet.decides }),
    findings: chapter.findings.map(findingJson),
  }
}

/** The history of one substance as data: spans of days, each with its findings as `check --json` writes them. */
export function historyJson(
  ref: InputRef,
  histories: readonly JurisdictionHistory[],
  run: RunInfo,
  lookup: Lookup | null,
): Record<string, unknown> {
  const { edition, tool, query } = run
  return {
    index: ref.index,
    id: ref.id,
    input: ref.input,
    jurisdictions: histories.map(({ chapters, ...rest }) => ({
      ...rest,
      chapters: chapters.map((c) => chapterJson(c)),
    })),
    edition,
    tool,
    query,
    problem: null,
    ...(lookup ? { lookup: lookupJson(lookup) } : {}),
  }
}
