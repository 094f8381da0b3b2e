import type { ScreenResult, Reason } from '../../answers/index.js'
import { count } from '../../remembered.js'

export type ScreeningData = Screening['data']

export class Screening {
  cleared = 0
  readonly referrals = new Map<Reason, number>()
  /** Rules and gaps that could fit, by the number of inputs each was the first to keep from being cleared. */
  readonly rules = new Map<string, number>()

  /** @param result how far the engine came with a structure; null if it does not read it */
  count(result: ScreenResult | null): void {
    if (result?.is === 'cleared') this.cleared++
    if (!result || !('why' in result) || !result.why) return
    const { why, by } = result.why
    count(this.referrals, why)
    if (by !== null) count(this.rules, by)
  }

  merge(other: ScreeningData): void {
    this.cleared += other.cleared
    for (const [why, n] of other.referrals) count(this.referrals, why, n)
    for (const [rule, n] of other.rules) count(this.rules, rule, n)
  }

  get data() {
    return { cleared: this.cleared, referrals: [...this.referrals], rules: [...this.rules] }
  }
}
