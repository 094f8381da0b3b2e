import type { Assessment, Caveat, Doubt, Finding, JurisdictionResult } from '../matching/index.js'
import { caveatWords, doubtWords } from './words.js'

/** Where an input stands in its file or argument list. */
export interface InputRef {
  /** Position among the inputs, counted from 1. */
  readonly index: number
  readonly id: string
  readonly input: string
}

/** What every output says of how it was made. */
export interface RunInfo {
  readonly asOf: string
  readonly edition: { readonly id: string; readonly sha256: string }
}

export interface JsonOptions {
  /** Adds near misses and rules that the law sets aside. */
  readonly explain: boolean
}

/**
 * The machine output for one input: stable field names, described by `result.schema.json`.
 * `atoms` are indices in the input's own atom order.
 */
export function toJson(ref: InputRef, assessment: Assessment, run: RunInfo, options: JsonOptions = { explain: false }): Record<string, unknown> {
  const judged = assessment.kind === 'judged'
  return {
    index: ref.index,
    id: ref.id,
    input: ref.input,
    verdict: judged ? assessment.judgement.verdict : 'unreadable',
    asOf: run.asOf,
    structure: judged ? assessment.structure : null,
    jurisdictions: judged ? assessment.judgement.jurisdictions.map((j) => jurisdictionJson(j, options)) : [],
    edition: run.edition,
    problem: judged ? null : assessment.problem,
  }
}

function jurisdictionJson(result: JurisdictionResult, { explain }: JsonOptions): Record<string, unknown> {
  return {
    code: result.code,
    verdict: result.verdict,
    findings: result.findings.map(findingJson),
    caveats: result.caveats.map((caveat: Caveat) => ({ ...caveat, message: caveatWords(caveat) })),
    ...(explain ? { nearMisses: result.nearMisses, setAside: result.setAside } : {}),
  }
}

function findingJson(finding: Finding): Record<string, unknown> {
  if (finding.kind !== 'listed' && finding.kind !== 'class') return { ...finding }
  return { ...finding, doubts: finding.doubts.map((doubt: Doubt) => ({ ...doubt, message: doubtWords(doubt) })) }
}
