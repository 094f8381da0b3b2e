import type { Reader } from '../chem/index.js'
import { assess, judge, type Judgement, type LawIndex, type NearMiss, type Query } from '../matching/index.js'
import { Screen, type Reading } from '../screen/index.js'
import type { DraftAnswer } from '../report/impact/index.js'
import { answerIn } from './draft-answer.js'
import { draftLaw, draftQuery, type Draft } from './draft.js'
import type { Edition, Rule } from '../law/index.js'

/** Judges structures by a draft alone: by the screen where that is certain, by RDKit elsewhere. */
export class DraftJudge {
  readonly law: LawIndex
  readonly query: Query
  readonly #rule: string
  readonly #reader: Reader
  #screen: Screen | null | undefined

  constructor(reader: Reader, edition: Edition, draft: Draft, asOf: string) {
    this.#reader = reader
    this.law = draftLaw(edition, draft)
    this.query = draftQuery(draft, asOf)
    this.#rule = draft.rule.id
  }

  async answer(text: string): Promise<DraftAnswer> {
    const reading = this.#screened()?.read(text) ?? null
    if (reading && !this.#couldFit(reading)) return missed
    const judgement = reading?.judged() ?? null
    if (judgement) return answerIn(judgement, this.#rule)
    await this.#reader.ready()
    const { law, query } = this
    const found = assess(this.#reader, law, text, query, {
      identify: 'none',
      ...(reading ? { hints: reading.hints() } : {}),
    })
    return found.kind === 'unreadable' ? unreadable : answerIn(found.judgement, this.#rule)
  }

  /** How close the draft comes to a structure that it does not cover, and how many atoms that has; null where its scaffold is not there. */
  async nearMiss(text: string): Promise<(NearMiss & { readonly size: number }) | null> {
    await this.#reader.ready()
    const found = assess(this.#reader, this.law, text, this.query, { identify: 'none' })
    if (found.kind === 'unreadable') return null
    const near = found.judgement.jurisdictions[0]?.nearMisses.find((n) => n.ruleId === this.#rule)
    if (!near) return null
    const size = this.#reader.read(text, ({ molecule }) => Math.max(...molecule.components.map((c) => c.length)))
    return { ...near, size }
  }

  /** False where a structure certainly has no scaffold of the draft. */
  couldHaveScaffold(text: string): boolean {
    const reading = this.#screened()?.read(text) ?? null
    return reading === null || this.#own.scaffolds.some(({ smarts }) => reading.couldMatch(smarts))
  }

  /** A rule that covers substances by name or by another law is not asked in this way. */
  #couldFit(reading: Reading): boolean {
    if (reading.clears() || reading.referral() === null) return false
    const rule = this.#own
    return (
      rule.names !== undefined || rule.reference !== undefined || reading.couldFit(rule) || reading.couldFitUndone(rule)
    )
  }

  /** The rule as the law of the draft holds it, by which plans of it are found. */
  get #own(): Rule {
    return this.law.edition.jurisdictions[0]!.rules.find((r) => r.id === this.#rule)!
  }

  #screened(): Screen | null {
    if (this.#screen === undefined) this.#screen = Screen.ifRoom(this.law, this.query)
    return this.#screen
  }
}

/** What several texts of a draft say of one structure, which is read once. */
export function answersOf(
  reader: Reader,
  text: string,
  laws: readonly { readonly law: LawIndex; readonly query: Query; readonly rule: string }[],
): DraftAnswer[] {
  return reader.read(text, (structure) =>
    laws.map(({ law, query, rule }) => answerIn(judgementOf(structure, law, query), rule)),
  )
}

function judgementOf(structure: Parameters<typeof judge>[0], law: LawIndex, query: Query): Judgement {
  return judge(structure, law, query)
}

const missed: DraftAnswer = { fit: 'not covered', clauses: [], readings: [], doubts: [] }
const unreadable: DraftAnswer = { fit: 'unreadable', clauses: [], readings: [], doubts: [] }
