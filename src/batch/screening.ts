import type { Referral } from '../screen/index.js'

/** What the screen did, counted. */
export interface ScreeningData {
  readonly cleared: number
  readonly referrals: readonly (readonly [Referral, number])[]
  readonly rules: readonly (readonly [string, number])[]
}

/** Why the screen did not clear an input, and the rule or gap that kept it from that, if one did. */
export interface Referred {
  readonly why: Referral
  readonly by: string | null
}

export class Screening {
  cleared = 0
  readonly referrals = new Map<Referral, number>()
  /** Rules and gaps that could fit, by how many inputs each was the first to keep from being cleared. */
  readonly rules = new Map<string, number>()

  refer({ why, by }: Referred): void {
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
