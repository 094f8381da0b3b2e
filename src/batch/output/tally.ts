import { unwaived } from '../../answers/index.js'
import type { ProblemCode } from '../../chem/index.js'
import type { Judgement, Verdict } from '../../matching/index.js'
import { count } from '../../remembered.js'
import { type Answer, countedVerdict, isMismatch, type Result, type RowWarning } from '../../report/index.js'

export type Counts = Record<Verdict | 'unreadable', number>

export const none = (): Counts => ({ listed: 0, class: 0, undecided: 0, uncontrolled: 0, unreadable: 0 })

/** A tally as plain data, to be passed between threads and stored in a file. */
export interface TallyData {
  readonly total: number
  readonly verdicts: Readonly<Counts>
  readonly jurisdictions: readonly (readonly [string, Readonly<Record<Verdict, number>>])[]
  readonly problems: readonly (readonly [ProblemCode, number])[]
  /** Rows whose name or number disagrees with their structure, or with each other. */
  readonly mismatches: number
  /** Verdicts without what is waived, and `mismatch`: for `--fail-on`. */
  readonly occurred: readonly string[]
  /** Rows with findings that each waiver waives, by its number. */
  readonly waived: readonly (readonly [waiver: number, rows: number])[]
}

/** Counts the results of a run. Tallies of its parts add up. */
export class Tally {
  total = 0
  /** Rows read, of which `total` are judged. */
  read = 0
  readonly verdicts: Counts = none()
  readonly jurisdictions = new Map<string, Record<Verdict, number>>()
  readonly problems = new Map<ProblemCode, number>()
  mismatches = 0
  /** See `TallyData`. */
  readonly occurred = new Set<string>()
  readonly waived = new Map<number, number>()
  readonly #nothing: Judgement | null
  #cleared = 0

  /** @param nothing the judgement that `addCleared` counts */
  constructor(nothing: Judgement | null = null) {
    this.#nothing = nothing
  }

  add(assessment: Answer, warnings: readonly Pick<RowWarning, 'code'>[] = []): void {
    this.total++
    if (isMismatch(warnings, assessment.kind === 'unreadable' ? assessment.problem : null)) this.#mismatch()
    if (assessment.kind === 'unreadable') {
      this.verdicts.unreadable++
      this.occurred.add('unreadable')
      count(this.problems, assessment.problem.code)
    } else this.#judged(assessment.judgement, 1)
  }

  addResult(result: Result): void {
    const { problem, jurisdictions, warnings = [] } = result
    this.total++
    if (isMismatch(warnings, problem)) this.#mismatch()
    this.verdicts[countedVerdict(result)]++
    this.occurred.add(countedVerdict(result))
    if (problem) count(this.problems, problem.code)
    for (const j of jurisdictions) this.#count(j.code, countedVerdict(j), 1)
  }

  addCleared(): void {
    this.total++
    this.#cleared++
  }

  merge(other: TallyData): void {
    this.total += other.total
    this.mismatches += other.mismatches
    for (const kind of Object.keys(this.verdicts) as (keyof Counts)[]) this.verdicts[kind] += other.verdicts[kind]
    for (const [code, counts] of other.jurisdictions)
      for (const verdict of Object.keys(counts) as Verdict[]) this.#count(code, verdict, counts[verdict])
    for (const [code, n] of other.problems) count(this.problems, code, n)
    for (const verdict of other.occurred) this.occurred.add(verdict)
    for (const [waiver, n] of other.waived) count(this.waived, waiver, n)
  }

  get data(): TallyData {
    if (this.#nothing && this.#cleared > 0) this.#judged(this.#nothing, this.#cleared)
    this.#cleared = 0
    return {
      total: this.total,
      verdicts: { ...this.verdicts },
      jurisdictions: [...this.jurisdictions],
      problems: [...this.problems],
      mismatches: this.mismatches,
      occurred: [...this.occurred],
      waived: [...this.waived],
    }
  }

  get hits(): number {
    return this.verdicts.listed + this.verdicts.class
  }

  #mismatch(): void {
    this.mismatches++
    this.occurred.add('mismatch')
  }

  #judged(judgement: Judgement, n: number): void {
    const { verdict, jurisdictions } = judgement
    this.verdicts[verdict] += n
    if (!jurisdictions.some(({ findings }) => findings.some((f) => f.waived))) this.occurred.add(verdict)
    for (const law of jurisdictions) {
      this.#count(law.code, law.verdict, n)
      this.occurred.add(unwaived(law))
    }
  }

  #count(code: string, verdict: Verdict, n: number): void {
    let counts = this.jurisdictions.get(code)
    if (!counts) this.jurisdictions.set(code, (counts = { listed: 0, class: 0, undecided: 0, uncontrolled: 0 }))
    counts[verdict] += n
  }
}
