import type { Result } from './result-schema.js'
import { problemLine } from './answer-lines.js'
import { historyWords } from './words/command-words.js'
import { words } from './words/answer-words.js'

type Finding = Result['jurisdictions'][number]['findings'][number]

interface WrittenHistory {
  readonly input: string
  readonly problem: Result['problem']
  readonly jurisdictions: readonly {
    readonly code: string
    readonly recordsFrom: string | null
    readonly verifiedThrough: string
    readonly chapters: readonly {
      readonly from: string | null
      readonly until: string | null
      readonly verdict: string
      readonly findings: readonly Finding[]
    }[]
  }[]
}

/** A short text history: spans of days, each with its verdict and what decides it. */
export function historyLines({ input, problem, jurisdictions }: WrittenHistory): string[] {
  if (problem !== null) return [problemLine(input.slice(0, 120), problem)]
  return jurisdictions.flatMap(({ code, recordsFrom, verifiedThrough, chapters }) => [
    historyWords.span(code, recordsFrom, verifiedThrough),
    ...chapters.map(({ from, until, verdict, findings }) => {
      const by = findings.flatMap((f) => ('cite' in f && f.counts === verdict ? [f.cite] : []))
      return (
        `  ${from ?? historyWords.earliest}${until === null ? '' : ` ${words.until} ${until}`}: ${verdict}` +
        `${by.length > 0 ? ` (${by.join('; ')})` : ''}`
      )
    }),
  ])
}
