import { isControlled, strength, type Finding, type Chapter, type JurisdictionHistory } from '../matching/index.js'
import { statementsOf } from './statement.js'
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
    return { ...place, issues: [{ ...issue, level: 'warning' }] }
  }
  const { verdict, jurisdictions } = asCounted(result)
  const mismatches = warnings.filter((warning) => isMismatch([warning], null)).map(({ message }) => message)
  const mismatch = { rule: 'mismatch', reads: words.mismatch, url: null, message: mismatches.join('; ') }
  const own: Issue[] = mismatches.length > 0 ? [{ ...mismatch, level: 'warning' }] : []
  if (verdict === 'uncontrolled') return { ...place, issues: own }
  const issue = issueOf(verdict, jurisdictions)
  const positions = result.jurisdictions.flatMap((j) => (j.positions ? [`${j.code}: ${positionSentence(j)}`] : []))
  return { ...place, issues: [{ ...issue, message: [issue.message, ...positions].join('; ') }, ...own] }
}

type Counted = ReturnType<typeof asCounted>

/** One for all laws: the strongest names the rule. */
function issueOf(verdict: Exclude<Counted['verdict'], 'uncontrolled'>, laws: Counted['jurisdictions']): Issue {
  const found = laws
    .filter((law) => law.verdict !== 'uncontrolled')
    .sort((a, b) => strength.indexOf(a.verdict) - strength.indexOf(b.verdict))
    .map(({ code, verdict: own, findings }) => ({
      code,
      verdict: own,
      deciding: (findings as readonly Finding[]).filter(({ counts }) => counts === own),
    }))
  const [first] = found.flatMap(({ deciding }) => deciding)
  const by = first?.kind === 'listed' ? first.list : first?.kind === 'class' ? first.ruleId : first?.kind
  return {
    rule: `${verdict}/${by ?? 'set'}`,
    reads: words[verdict],
    url: first && 'url' in first ? first.url : null,
    level: isControlled(verdict) ? 'error' : 'warning',
    message: found
      .map((law) => `${law.code}: ${law.verdict}${law.deciding.length > 0 ? ` (${named(law.deciding)})` : ''}`)
      .join('; '),
  }
}

function named(findings: readonly Finding[]): string {
  return statementsOf('', { findings })
    .map(({ label, cite }) => (cite === null ? label : `${label}, ${cite}`))
    .join('; ')
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
