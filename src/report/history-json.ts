import type { Chapter, JurisdictionHistory } from '../matching/index.js'
import { shownVerdict } from './shown-verdict.js'
import { findingJson, lookupJson, type InputRef } from './json.js'
import type { Lookup } from '../identifiers/index.js'
import type { RunInfo } from './run-info.js'

function chapterJson({ ofSet, ...chapter }: Chapter) {
  return {
    ...chapter,
    verdict: shownVerdict({ ...chapter, ...(ofSet && { ofSet }) }),
    ...(ofSet && { countsAs: chapter.verdict, decides: ofSet.decides }),
    findings: chapter.findings.map(findingJson),
  }
}

/** The timeline of one substance as data: spans of days, each with its findings as `check --json` writes them. */
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
