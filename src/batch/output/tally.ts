import type { ProblemCode } from '../../chem/index.js'
import type { Judgement, Verdict } from '../../matching/index.js'
import { count } from '../../remembered.js'
import { type Answer, countedVerdict, type Result } from '../../report/index.js'

export type Counts = Record<Verdict | 'unreadable', number>

export const none = (): Counts => ({ listed: 0, class: 0, undecided: 0, uncontrolled: 0, unreadable: 0 })

/** A tally as plain data, to be passed between threads and stored in a file. */
export interface TallyData {
  readonly total: number
  readonly verdicts: Readonly<Counts>
  readonly jurisdictions: readonly (readonly [string, Readonly<Record<Verdict, number>>])[]
  readonly problems: readonly (readonly [ProblemCode, number])[]
}

/** Counts the results of a run. Tallies of its parts add up. */
export class Tally {
  total = 0
  readonly verdicts: Counts = none()
  readonly jurisdictions = new Map<string, Record<Verdict, number>>()
  readonly problems = new Map<ProblemCode, number>()
  readonly #nothing: Judgement | null
  #cleared = 0

  /** @param nothing the judgement that `addCleared` counts */
  constructor(nothing: Judgement | null = null) {
    this.#nothing = nothing
  }

  add(assessment: Answer): void {
    this.total++
    if (assessment.kind === 'unreadable') {
      this.verdicts.unreadable++
      count(this.problems, assessment.problem.code)
    } else this.#judged(assessment.judgement, 1)
  }

  addResult(result: Result): void {
    const { problem, jurisdictions } = result
    this.total++
    this.verdicts[countedVerdict(result)]++
    if (problem) count(this.problems, problem.code)
    for (const j of jurisdictions) this.#count(j.code, countedVerdict(j), 1)
  }

  addCleared(): void {
    this.total++
    this.#cleared++
  }

  merge(other: TallyData): void {
    this.total += other.total
    for (const kind of Object.keys(this.verdicts) as (keyof Counts)[]) this.verdicts[kind] += other.verdicts[kind]
    for (const [code, counts] of other.jurisdictions)
      for (const verdict of Object.keys(counts) as Verdict[]) this.#count(code, verdict, counts[verdict])
    for (const [code, n] of other.problems) count(this.problems, code, n)
  }

  get data(): TallyData {
    if (this.#nothing && this.#cleared > 0) this.#judged(this.#nothing, this.#cleared)
    this.#cleared = 0
    return {
      total: this.total,
      verdicts: { ...this.verdicts },
      jurisdictions: [...this.jurisdictions],
      problems: [...this.problems],
    }
  }

  get hits(): number {
    return this.verdicts.listed + this.verdicts.class
  }

  /** Verdicts that occurred overall or in a jurisdiction, for `--fail-on`. */
  get occurred(): ReadonlySet<string> {
    const all = [this.verdicts, ...this.jurisdictions.values()]
    return new Set(
      all.flatMap((counts) =>
        Object.entries(counts)
          .filter(([, n]) => n > 0)
          .map(([verdict]) => verdict),
      ),
    )
  }

  #judged(judgement: Judgement, n: number): void {
    this.verdicts[judgement.verdict] += n
    for (const { code, verdict } of judgement.jurisdictions) this.#count(code, verdict, n)
  }

  #count(code: string, verdict: Verdict, n: number): void {
    let counts = this.jurisdictions.get(code)
    if (!counts) this.jurisdictions.set(code, (counts = { listed: 0, class: 0, undecided: 0, uncontrolled: 0 }))
    counts[verdict] += n
  }
}
