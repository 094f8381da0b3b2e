import type { Look, Reason } from '../../answers/index.js'

export interface ScreeningData {
  readonly cleared: number
  readonly referrals: readonly (readonly [Reason, number])[]
  readonly rules: readonly (readonly [string, number])[]
}

export class Screening {
  cleared = 0
  readonly referrals = new Map<Reason, number>()
  /** Rules and gaps that could fit, by the number of inputs each was the first to keep from being cleared. */
  readonly rules = new Map<string, number>()

  /** @param look how far a structure was looked at; null if the engine does not read it */
  count(look: Look | null): void {
    if (look?.is === 'cleared') this.cleared++
    if (!look || !('why' in look) || !look.why) return
    const { why, by } = look.why
    add(this.referrals, why, 1)
    if (by !== null) add(this.rules, by, 1)
  }

  merge(other: ScreeningData): void {
    this.cleared += other.cleared
    for (const [why, n] of other.referrals) add(this.referrals, why, n)
    for (const [rule, n] of other.rules) add(this.rules, rule, n)
  }

  get data(): ScreeningData {
    return { cleared: this.cleared, referrals: [...this.referrals], rules: [...this.rules] }
  }
}

function add<K>(map: Map<K, number>, key: K, n: number): void {
  map.set(key, (map.get(key) ?? 0) + n)
}
