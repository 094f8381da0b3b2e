import type { Reader } from '../chem/index.js'
import {
  assess,
  noHints,
  type Assessment,
  type Hints,
  type LawIndex,
  type NearMiss,
  type Query,
} from '../matching/index.js'
import { Screen, type Reading } from '../screen/index.js'
import type { DraftAnswer } from '../report/impact/index.js'
import { answerIn } from '../batch/judge/draft-answer.js'
import { draftLaw, draftQuery, type Draft } from '../matching/index.js'
import type { Edition, Rule } from '../law/index.js'

/** A screen for one rule takes about as long to make as RDKit needs for so many structures. */
const worthScreen = 20

type DraftMiss = Pick<NearMiss, 'failure' | 'accounted'> & { readonly size: number }

/** Judges structures by a draft alone: by the screen where that is certain, by RDKit elsewhere. */
export class DraftJudge {
  readonly law: LawIndex
  readonly query: Query
  readonly #rule: string
  readonly #reader: Reader
  /** Undefined until it is asked. */
  #screen: Screen | null | undefined

  /** @param structures how many structures it will be asked about */
  constructor(reader: Reader, edition: Edition, draft: Draft, asOf: string, structures = Infinity) {
    this.#reader = reader
    this.law = draftLaw(edition, draft)
    this.query = draftQuery(draft, asOf)
    this.#rule = draft.rule.id
    if (structures < worthScreen) this.#screen = null
  }

  async answer(text: string): Promise<DraftAnswer> {
    const reading = this.#read(text)
    if (reading && !this.#couldFit(reading)) return missed
    const judgement = reading?.judged() ?? null
    if (judgement) return answerIn(judgement, this.#rule)
    const found = await this.#assess(text, reading?.hints())
    return found.kind === 'unreadable' ? unreadable : answerIn(found.judgement, this.#rule)
  }

  /** How close the draft comes to a structure that it does not cover, and how many atoms that has; null where its scaffold is not there. */
  async nearMiss(text: string): Promise<DraftMiss | null> {
    const surely = this.#read(text)?.closestOf(this.#own)
    if (surely?.outcome.fit === 'misses') return draftMiss(surely.outcome, surely.size)
    // What is not covered is no ester or ether of what is.
    const found = await this.#assess(text, { ...noHints, couldFitCleaved: () => false })
    if (found.kind === 'unreadable') return null
    const missed = found.judgement.jurisdictions[0]?.nearMisses.find((n) => n.ruleId === this.#rule)
    if (!missed) return null
    return draftMiss(
      missed,
      this.#reader.read(text, ({ molecule }) => Math.max(...molecule.components.map((c) => c.length))),
    )
  }

  /** False where a structure certainly has no scaffold of the draft. */
  couldHaveScaffold(text: string): boolean {
    const reading = this.#read(text)
    return reading === null || this.#own.scaffolds.some(({ smarts }) => reading.couldMatch(smarts))
  }

  /** A rule that covers substances by name or by another law is not asked in this way. */
  #couldFit(reading: Reading): boolean {
    if (reading.clears() || reading.referral() === null) return false
    const rule = this.#own
    return (
      rule.names !== undefined ||
      rule.reference !== undefined ||
      reading.couldFit(rule) ||
      reading.couldFitCleaved(rule)
    )
  }

  /** The rule as the law of the draft holds it, by which plans of it are found. */
  get #own(): Rule {
    return this.law.edition.jurisdictions[0]!.rules.find((r) => r.id === this.#rule)!
  }

  #read(text: string): Reading | null {
    if (this.#screen === undefined) this.#screen = new Screen(this.law, this.query)
    return this.#screen?.read(text) ?? null
  }

  async #assess(text: string, hints?: Hints): Promise<Assessment> {
    await this.#reader.ready()
    return assess(this.#reader, this.law, text, this.query, { identify: 'none', ...(hints ? { hints } : {}) })
  }
}

function draftMiss(missed: Pick<DraftMiss, 'failure' | 'accounted'>, size: number): DraftMiss | null {
  return missed.accounted > 0 ? { failure: missed.failure, accounted: missed.accounted, size } : null
}

const missed: DraftAnswer = { fit: 'not covered', clauses: [], readings: [], doubts: [] }
const unreadable: DraftAnswer = { fit: 'unreadable', clauses: [], readings: [], doubts: [] }
