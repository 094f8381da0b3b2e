import type { JudgedMember, Unstructured } from '../answers/index.js'
import type { Assessment, Caveat, Doubt, Finding, JurisdictionResult } from '../matching/index.js'
import type { Lookup, Warning } from '../identifiers/index.js'
import { shownVerdict } from './shown-verdict.js'
import { rowWarnings } from './words/identifier-words.js'
import type { RunInfo } from './run-info.js'
import { caveatWords } from './words/age-words.js'
import { doubtWords } from './words/finding-words.js'
import { problemKind } from './words/problem-words.js'

/** The position of an input in its file or argument list. */
export interface InputRef {
  /** Position among the inputs, counted from 1. */
  readonly index: number
  readonly id: string
  readonly input: string
}

/** An assessment, or the judgement of a recorded substance that has no structure (plant, preparation), or of a set. */
export type Answer = Assessment | Unstructured

export interface JsonOptions {
  /** Adds near misses and rules set aside by the law. */
  readonly explain: boolean
  /** `short` gives gaps by id only: caveats depend on the day and are the same for every row of a batch. */
  readonly caveats?: 'full' | 'short'
}

/** The machine output for one input, described by `result.schema.json`. `atoms` are indices in the input's order. */
export function toJson(
  ref: InputRef,
  assessment: Answer,
  run: RunInfo,
  options: JsonOptions = { explain: false },
  lookup: Lookup | null = null,
  warnings: readonly Warning[] = [],
): Record<string, unknown> {
  const judged = assessment.kind === 'judged'
  return {
    index: ref.index,
    id: ref.id,
    input: ref.input,
    verdict: judged ? shownVerdict(assessment.judgement) : 'unreadable',
    ...(judged && assessment.judgement.ofSet ? { countsAs: assessment.judgement.verdict } : {}),
    asOf: run.asOf,
    structure: judged ? assessment.structure : null,
    jurisdictions: judged ? assessment.judgement.jurisdictions.map((j) => jurisdictionJson(j, options)) : [],
    edition: run.edition,
    tool: run.tool,
    query: run.query,
    problem: judged ? null : { ...assessment.problem, kind: problemKind(assessment.problem) },
    ...('members' in assessment && assessment.members
      ? { members: assessment.members.map((member) => memberJson(member, options)) }
      : {}),
    ...(lookup ? { lookup: lookupJson(lookup) } : {}),
    ...(warnings.length > 0 ? { warnings: rowWarnings(warnings) } : {}),
  }
}

function jurisdictionJson(
  result: JurisdictionResult,
  { explain, caveats = 'full' }: JsonOptions,
): Record<string, unknown> {
  return {
    code: result.code,
    verdict: shownVerdict(result),
    ...(result.ofSet ? { countsAs: result.verdict, decides: result.ofSet.decides } : {}),
    findings: result.findings.map(findingJson),
    caveats: result.caveats.map(caveats === 'full' ? fullCaveat : shortCaveat),
    ...(result.positions ? { byWords: result.byWords, positions: result.positions } : {}),
    ...(explain ? { nearMisses: result.nearMisses, setAside: result.setAside } : {}),
  }
}

/** A member of a set; its caveats are those of the set. */
function memberJson({ label, text, structure, judgement, lookup }: JudgedMember, options: JsonOptions) {
  return {
    label,
    input: text,
    verdict: judgement.verdict,
    structure,
    jurisdictions: judgement.jurisdictions.map((j) => {
      const { caveats: _, ...own } = jurisdictionJson(j, options)
      return own
    }),
    ...(lookup ? { lookup: lookupJson(lookup) } : {}),
  }
}

export function fullCaveat(caveat: Caveat): Record<string, unknown> {
  // The text of a gap appears once, in its finding.
  return caveat.kind === 'gap' ? shortCaveat(caveat) : withMessage(caveat, caveatWords(caveat))
}

function shortCaveat(caveat: Caveat): Record<string, unknown> {
  return caveat.kind === 'gap' ? { kind: caveat.kind, gap: caveat.gap } : { ...caveat }
}

export function findingJson(finding: Finding): Record<string, unknown> {
  if (finding.kind !== 'listed' && finding.kind !== 'class') return { ...finding }
  return { ...finding, doubts: finding.doubts.map((doubt: Doubt) => withMessage(doubt, doubtWords(doubt))) }
}

/** Not spread: V8 gives each object that is spread and then extended its own shape, and is slow with many shapes. */
function withMessage(said: object, message: string): Record<string, unknown> {
  return Object.assign({}, said, { message })
}

export function lookupJson({ by, substance, name, form, structure }: Lookup) {
  return { by, substance, name, ...(form === undefined ? {} : { form }), structure }
}
