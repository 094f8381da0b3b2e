import type { JurisdictionHistory } from '../matching/index.js'
import type { Result } from './result-schema.js'
import { problemLine } from './answer-lines.js'
import { historyWords } from './words/command-words.js'

type WrittenHistory = Pick<Result, 'input' | 'problem'> & { readonly jurisdictions: readonly JurisdictionHistory[] }

/** A short text history: spans of days, each with its verdict and what decides it. */
export function historyLines({ input, problem, jurisdictions }: WrittenHistory): string[] {
  if (problem !== null) return [problemLine(input.slice(0, 120), problem)]
  return jurisdictions.flatMap(({ code, recordsFrom, verifiedThrough, chapters }) => [
    historyWords.span(code, recordsFrom, verifiedThrough),
    ...chapters.map(({ from, until, verdict, findings }) => {
      const by = findings.flatMap((f) => ('cite' in f && f.counts === verdict ? [f.cite] : []))
      return (
        `  ${from ?? historyWords.earliest}${until === null ? '' : ` until ${until}`}: ${verdict}` +
        `${by.length > 0 ? ` (${by.join('; ')})` : ''}`
      )
    }),
  ])
}
