import type { Resolved, Resolver } from '../../identifiers/index.js'
import { nothingFound, type Identify, type Judgement, type Query } from '../../matching/index.js'
import { Screen, type Reading } from '../../screen/index.js'
import type { BatchRecord } from '../input/batch-record.js'
import { Judge, type BatchResult, type ReadOptions } from '../output/result.js'

export interface Judging extends ReadOptions {
  readonly screen: boolean
}

/** Making a screen takes half a second, in which RDKit judges this many records. */
export const structuresWorthScreen = 100

/** Judges records one by one under one query: by the screen if it is certain, otherwise by RDKit. */
export class ScreenedJudge {
  readonly judge: Judge
  readonly nothing: Judgement
  readonly #judging: Judging
  /** Undefined until worth making. */
  #screen: Screen | null | undefined
  #judged = 0

  constructor(resolver: Resolver, query: Query, judging: Judging) {
    this.judge = new Judge(resolver, query, judging)
    this.nothing = nothingFound(resolver.law, query)
    this.#judging = judging
  }

  /** Whether the screen can read it: it reads only structures. */
  canScreen(record: BatchRecord, resolved: Resolved | null): boolean {
    const { problem, text } = record
    if (!this.#judging.screen || problem !== null || this.judge.resolver.names.isAlsoSmiles(text)) return false
    if (resolved === null) return !this.judge.hasIdentifiers(record)
    const { meaning } = resolved
    return meaning.kind === 'structure' && meaning.lookup === null && meaning.text === text
  }

  /** The formula of a record that the screen clears; null for others. */
  cleared(record: BatchRecord, resolved: Resolved | null): string | null {
    const screen = this.canScreen(record, resolved) ? this.#made() : null
    const reading = screen?.read(record.text)
    return reading && isCleared(reading) ? reading.formula : null
  }

  async answer(
    record: BatchRecord,
    index: number,
    resolved: Resolved | null,
    identify: Identify = this.#judging.identify,
  ): Promise<BatchResult> {
    const screen = this.canScreen(record, resolved) ? this.#made() : null
    if (!screen) return this.judge.judge(record, index, resolved, null, identify)
    const reading = screen.read(record.text)
    const judgement = isCleared(reading) ? this.nothing : reading.judged()
    return judgement
      ? this.judge.judged(
          record,
          index,
          resolved,
          { judgement, formula: reading.formula, names: reading.names },
          identify,
        )
      : this.judge.judge(record, index, resolved, reading.hints(), identify)
  }

  /** Null until enough records have been judged. */
  #made(): Screen | null {
    if (this.#screen === undefined && ++this.#judged > structuresWorthScreen)
      this.#screen = new Screen(this.judge.resolver.law, this.judge.query)
    return this.#screen ?? null
  }
}

function isCleared(reading: Reading): boolean {
  return reading.clears() || reading.referral() === null
}
