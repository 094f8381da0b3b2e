import type { ProblemCode } from '../chem/index.js'
import type { Assessment, JurisdictionResult, Verdict } from '../matching/index.js'

export type Counts = Record<Verdict | 'unreadable', number>

/** What a run found, counted; sums of two parts of a run are the sum of their tallies. */
export class Tally {
  total = 0
  readonly verdicts: Counts = { listed: 0, class: 0, undecided: 0, uncontrolled: 0, unreadable: 0 }
  readonly jurisdictions = new Map<string, Record<Verdict, number>>()
  readonly problems = new Map<ProblemCode, number>()
  /** Results of the last structure judged: their caveats are those of the day. */
  last: readonly JurisdictionResult[] = []
  /** Verdicts that occurred overall or in a jurisdiction, for `--fail-on`. */
  readonly occurred = new Set<string>()

  add(assessment: Assessment): void {
    this.total++
    if (assessment.kind === 'unreadable') {
      const { code } = assessment.problem
      this.verdicts.unreadable++
      this.problems.set(code, (this.problems.get(code) ?? 0) + 1)
      this.occurred.add('unreadable')
      return
    }
    this.last = assessment.judgement.jurisdictions
    this.verdicts[assessment.judgement.verdict]++
    this.occurred.add(assessment.judgement.verdict)
    for (const { code, verdict } of assessment.judgement.jurisdictions) {
      let counts = this.jurisdictions.get(code)
      if (!counts) this.jurisdictions.set(code, (counts = { listed: 0, class: 0, undecided: 0, uncontrolled: 0 }))
      counts[verdict]++
      this.occurred.add(verdict)
    }
  }

  get hits(): number {
    return this.verdicts.listed + this.verdicts.class
  }
}
