import { count } from '../../remembered.js'

export type VerifyCounts = Verified['data']

export class Verified {
  readonly states = { holds: 0, differs: 0, 'not checked': 0 }
  /** Number of results by the other edition, and by the other program version, that made them. */
  readonly editions = new Map<string, number>()
  readonly versions = new Map<string, number>()

  merge(more: VerifyCounts): void {
    for (const state of Object.keys(this.states) as (keyof typeof this.states)[])
      this.states[state] += more.states[state]
    for (const [name, n] of more.editions) count(this.editions, name, n)
    for (const [name, n] of more.versions) count(this.versions, name, n)
  }

  get data() {
    return { states: { ...this.states }, editions: [...this.editions], versions: [...this.versions] }
  }
}
