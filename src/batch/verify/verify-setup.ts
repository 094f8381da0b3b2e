import type { RunFile } from '../../report/result-schema.js'

/** Results of an earlier run, to be re-checked. */
export interface VerifySetup {
  readonly kind: 'verify'
  /** The file, as messages name it. */
  readonly file: string
  /** Ids of the user's rules given to this run; the second edition includes them. */
  readonly rules: readonly string[]
  /** Version of this program. */
  readonly version: string
  /** The facts of the run whose rows leave them out; null if unknown. */
  readonly run: RunFile | null
  readonly screen: boolean
  /** Whether each row is written as JSON; otherwise only the different ones are, in words. */
  readonly json: boolean
}

type VerifyState = 'holds' | 'differs' | 'not checked'

/** Outcomes of re-checked results, counted. */
export interface VerifyCounts {
  readonly states: Readonly<Record<VerifyState, number>>
  /** Number of results by the other edition, and by the other program version, that made them. */
  readonly editions: readonly (readonly [string, number])[]
  readonly versions: readonly (readonly [string, number])[]
}

/** The counts of a run. */
export class Verified {
  readonly states = { holds: 0, differs: 0, 'not checked': 0 }
  readonly editions = new Map<string, number>()
  readonly versions = new Map<string, number>()

  merge(more: VerifyCounts): void {
    for (const state of Object.keys(this.states) as VerifyState[]) this.states[state] += more.states[state]
    for (const [name, n] of more.editions) this.editions.set(name, (this.editions.get(name) ?? 0) + n)
    for (const [name, n] of more.versions) this.versions.set(name, (this.versions.get(name) ?? 0) + n)
  }

  get data(): VerifyCounts {
    return { states: { ...this.states }, editions: [...this.editions], versions: [...this.versions] }
  }
}
