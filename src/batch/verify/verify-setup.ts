import type { RunFile } from '../../report/result-schema.js'

/** Results of an earlier run, which are asked for again. */
export interface VerifySetup {
  readonly kind: 'verify'
  /** The file, as messages name it. */
  readonly file: string
  /** Ids of the rules of the user that this run was given; the second edition then has them. */
  readonly rules: readonly string[]
  /** Of this program. */
  readonly version: string
  /** The facts of the run whose rows leave them out; null where none are known. */
  readonly run: RunFile | null
  readonly screen: boolean
  /** Whether each row is written as JSON; else those that do not hold are, in words. */
  readonly json: boolean
}

type VerifyState = 'holds' | 'differs' | 'not checked'

/** What became of some results, counted. */
export interface VerifyCounts {
  readonly states: Readonly<Record<VerifyState, number>>
  /** Results by the other edition, and by the other version of the program, that they came from. */
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
