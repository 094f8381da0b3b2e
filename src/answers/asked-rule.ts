import type { ReadyReader } from '../chem/index.js'
import { namedBy, type ResolvedInput, type ResolvedSet } from '../identifiers/index.js'
import { mostMembers } from '../limits.js'
import type { Edition, Rule } from '../law/index.js'
import {
  answerIn,
  assess,
  draftLaw,
  draftQuery,
  judgeNamed,
  noHints,
  notCovered,
  type Draft,
  type DraftAnswer,
  type NearMiss,
} from '../matching/index.js'
import type { Screened } from '../screen/index.js'
import { Asked, type Means } from './asked.js'

/** How close a rule comes to a structure that it does not cover, and how many atoms that has. */
type DraftMiss = Pick<NearMiss, 'failure' | 'accounted'> & { readonly size: number }

/** Asks what the words of one rule alone say of structures. */
export class AskedRule {
  readonly asked: Asked
  readonly #reader: ReadyReader
  /** The rule as the law of the draft holds it, by which plans of it are found. */
  readonly #rule: Rule

  /**
   * @param edition that holds the other rules and substances
   * @param means `expected` is any number if not given
   */
  constructor(reader: ReadyReader, edition: Edition, draft: Draft, asOf: string, means: Means) {
    const law = draftLaw(edition, draft)
    this.asked = new Asked(reader, law, { ...draftQuery(asOf, draft), undated: true }, { expected: Infinity, ...means })
    this.#reader = reader
    this.#rule = law.edition.jurisdictions[0]!.rules.find((r) => r.id === draft.rule.id)!
  }

  /** The answer for what an input means. */
  async about(meaning: ResolvedInput): Promise<DraftAnswer> {
    if (meaning.kind === 'unreadable') return unreadable
    if (meaning.kind === 'set') return this.#aboutSet(meaning)
    if (meaning.kind === 'structure') return this.answer(meaning.text, namedBy(meaning.lookup))
    return answerIn(judgeNamed(meaning.lookup.substance, this.asked.law, this.asked.query), this.#rule.id)
  }

  /** The answer for the strongest member. */
  async #aboutSet({ count, members }: ResolvedSet): Promise<DraftAnswer> {
    if (count > mostMembers) return { ...notCovered, fit: 'undecided', doubts: ['too many members'] }
    const answers: DraftAnswer[] = []
    for (const { meaning } of members) answers.push(await this.about(meaning))
    const order = ['unreadable', 'covered', 'undecided', 'not covered'] as const
    return order.flatMap((fit) => answers.find((answer) => answer.fit === fit) ?? [])[0]!
  }

  /** @param named as for `Asked.answer` */
  async answer(text: string, named: string | null = null): Promise<DraftAnswer> {
    const look = this.asked.examine(this.asked.glance(text))
    if (look.is === 'cleared' || (look.is === 'open' && look.screened && !this.#couldFit(look.screened)))
      return notCovered
    const answer = await this.asked.answer(text, 'none', named, look)
    return answer.kind === 'unreadable' ? unreadable : answerIn(answer.judgement, this.#rule.id)
  }

  /** Null where the scaffold of the rule is not there. */
  async nearMiss(text: string): Promise<DraftMiss | null> {
    const surely = this.asked.read(text)?.closestOf(this.#rule)
    if (surely?.outcome.fit === 'misses') return draftMiss(surely.outcome, surely.size)
    const reader = await this.#reader()
    // What is not covered is no ester or ether of what is.
    const hints = { ...noHints, couldFitCleaved: () => false }
    const found = assess(reader, this.asked.law, text, this.asked.query, { identify: 'none', hints })
    if (found.kind === 'unreadable') return null
    const missed = found.judgement.jurisdictions[0]?.nearMisses.find((n) => n.ruleId === this.#rule.id)
    if (!missed) return null
    return draftMiss(
      missed,
      reader.read(text, ({ molecule }) => Math.max(...molecule.components.map((c) => c.length))),
    )
  }

  /** False where a structure certainly has no scaffold of the rule. */
  couldHaveScaffold(text: string): boolean {
    const screened = this.asked.read(text)
    return screened === null || this.#rule.scaffolds.some(({ smarts }) => screened.couldMatch(smarts))
  }

  /** A rule that covers substances by name or by another law is not asked in this way. */
  #couldFit(screened: Screened): boolean {
    const rule = this.#rule
    return (
      rule.names !== undefined ||
      rule.reference !== undefined ||
      screened.couldFit(rule) ||
      screened.couldFitCleaved(rule)
    )
  }
}

const unreadable: DraftAnswer = { ...notCovered, fit: 'unreadable' }

function draftMiss(missed: Pick<DraftMiss, 'failure' | 'accounted'>, size: number): DraftMiss | null {
  return missed.accounted > 0 ? { failure: missed.failure, accounted: missed.accounted, size } : null
}
