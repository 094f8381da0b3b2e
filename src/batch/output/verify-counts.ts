type VerifyState = 'holds' | 'differs' | 'not checked'

export interface VerifyCounts {
  readonly states: Readonly<Record<VerifyState, number>>
  /** Number of results by the other edition, and by the other program version, that made them. */
  readonly editions: readonly (readonly [string, number])[]
  readonly versions: readonly (readonly [string, number])[]
}

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
