import { isRealDay, type Day } from '../../law/index.js'
import type { ClassFinding, Finding, Judgement, LawIndex } from '../../matching/index.js'
import { inspectionWords as words, type Answer } from '../../report/index.js'
import { jurisdictionCode } from '../../identifiers/index.js'

const expectable = ['listed', 'class', 'controlled', 'undecided', 'uncontrolled', 'unreadable'] as const
type Expected = (typeof expectable)[number]

/** The answer that a row expects. */
export interface Expectation {
  readonly jurisdictions: readonly string[] | null
  readonly asOf: Day
  readonly expected: Expected
  /** Ids of clauses or rules that must be among the findings. */
  readonly clauses: readonly string[]
}

export interface UnmetExpectation {
  readonly rule: 'verdict' | 'clause' | 'expectation'
  readonly message: string
  /** The decisive finding for the actual verdict. */
  readonly finding: Finding | null
}

/** Reads the expectation columns of a row. A field that cannot be read fails the row. */
export function expectationOf(
  field: (name: string) => string,
  law: LawIndex,
  today: Day,
): Expectation | UnmetExpectation {
  const bad = (column: string, wanted: string): UnmetExpectation => ({
    rule: 'expectation',
    message: words.badField(column, field(column), wanted),
    finding: null,
  })
  const expected = expectable.find((e) => e === field('expected').toLowerCase())
  if (!expected) return bad('expected', `one of ${expectable.join(', ')}`)
  const asOf = field('as_of') || today
  if (!/^\d{4}-\d{2}-\d{2}$/.test(asOf) || !isRealDay(asOf)) return bad('as_of', words.realDay)
  const codes = wordsIn(field('jurisdiction')).map(jurisdictionCode)
  const known = law.edition.jurisdictions.map((j) => j.jurisdiction.code)
  if (codes.some((code) => !known.includes(code))) return bad('jurisdiction', `some of ${known.join(', ')}`)
  return { jurisdictions: codes.length > 0 ? codes : null, asOf, expected, clauses: wordsIn(field('clause')) }
}

function wordsIn(text: string): string[] {
  return text.split(/[\s,;+]+/).filter((word) => word !== '')
}

/** The parts of an expectation that the answer does not meet. */
export function unmetBy(answer: Answer, { jurisdictions, asOf, expected, clauses }: Expectation): UnmetExpectation[] {
  const verdict = answer.kind === 'judged' ? answer.judgement.verdict : 'unreadable'
  const meets = expected === verdict || (expected === 'controlled' && (verdict === 'listed' || verdict === 'class'))
  const where = jurisdictions ? ` in ${jurisdictions.join(', ')}` : ''
  if (!meets) {
    const finding = answer.kind === 'judged' ? decisive(answer.judgement) : null
    const is =
      answer.kind === 'unreadable'
        ? `${verdict}: ${answer.problem.message}`
        : finding && 'cite' in finding
          ? `${verdict} (${nameOf(finding)}, ${finding.cite})`
          : verdict
    return [{ rule: 'verdict', message: words.isNot(expected, where, asOf, is), finding }]
  }
  const found =
    answer.kind === 'judged'
      ? answer.judgement.jurisdictions
          .flatMap((j) => j.findings)
          .filter((f): f is ClassFinding => f.kind === 'class' && f.counts !== null)
      : []
  const names = found.flatMap((f) => [f.ruleId, ...f.clauses.map((c) => c.id)])
  return clauses
    .filter((c) => !names.includes(c))
    .map((c) => ({ rule: 'clause', message: words.noClause(c, names), finding: found[0] ?? null }))
}

/** The first finding that gives the verdict by itself. */
function decisive(judgement: Judgement): Finding | null {
  return judgement.jurisdictions.flatMap((j) => j.findings).find((f) => f.counts === judgement.verdict) ?? null
}

function nameOf(finding: Finding): string {
  if (finding.kind === 'class') return `${finding.ruleId} ${finding.clauses.map((c) => c.id).join('+')}`.trim()
  return finding.kind === 'listed'
    ? `${finding.nameInLaw}, ${finding.listName}`
    : finding.kind === 'gap'
      ? finding.reads
      : finding.kind
}
