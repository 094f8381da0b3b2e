import type { ReadyReader } from '../chem/index.js'
import type { ResolvedInput } from '../identifiers/index.js'
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
import { LawQuestion, type Means } from './law-question.js'
import { answerTo } from './meaning.js'

/** How close a rule comes to a structure that it does not cover, and how many atoms that has. */
type DraftMiss = Pick<NearMiss, 'failure' | 'accounted'> & { readonly size: number }

/** Asks what the words of one rule alone say of structures. */
export class RuleQuestion {
  readonly question: LawQuestion
  readonly #reader: ReadyReader
  /** The rule as the law of the draft holds it, by which plans of it are found. */
  readonly #rule: Rule

  /**
   * @param edition that holds the other rules and substances
   * @param means `expected` is any number if not given
   */
  constructor(reader: ReadyReader, edition: Edition, draft: Draft, asOf: string, means: Means) {
    const law = draftLaw(edition, draft)
    this.question = new LawQuestion(
      reader,
      law,
      { ...draftQuery(asOf, draft), undated: true },
      { expected: Infinity, ...means },
    )
    this.#reader = reader
    this.#rule = law.edition.jurisdictions[0]!.rules.find((r) => r.id === draft.rule.id)!
  }

  /** The answer for what an input means; of a set, that for the strongest member. */
  async about(meaning: ResolvedInput): Promise<DraftAnswer> {
    const { law, query } = this.question
    const answer = await answerTo<DraftAnswer>(meaning, {
      structure: (text, named) => this.answer(text, named),
      recorded: (substance) => answerIn(judgeNamed(substance, law, query), this.#rule.id),
      tooMany: () => ({ ...notCovered, fit: 'undecided', doubts: ['too many members'] }),
      set: (members) => strongest.flatMap((fit) => members.find((m) => m.answer.fit === fit)?.answer ?? [])[0]!,
    })
    return 'fit' in answer ? answer : unreadable
  }

  /** @param named as for `LawQuestion.answer` */
  async answer(text: string, named: string | null = null): Promise<DraftAnswer> {
    const result = this.question.judgeOnEngine(this.question.screen(text))
    if (result.is === 'cleared' || (result.is === 'open' && result.screened && !this.#couldFit(result.screened)))
      return notCovered
    const answer = await this.question.answer(text, 'none', named, result)
    return answer.kind === 'unreadable' ? unreadable : answerIn(answer.judgement, this.#rule.id)
  }

  /** Null where the scaffold of the rule is not there. */
  async nearMiss(text: string): Promise<DraftMiss | null> {
    const surely = this.question.read(text)?.closestOf(this.#rule)
    if (surely?.outcome.fit === 'misses') return draftMiss(surely.outcome, surely.size)
    const reader = await this.#reader()
    // What is not covered is no ester or ether of what is.
    const hints = { ...noHints, couldFitCleaved: () => false }
    const found = assess(reader, this.question.law, text, this.question.query, { identify: 'none', hints })
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
    const screened = this.question.read(text)
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

const strongest = ['unreadable', 'covered', 'undecided', 'not covered'] as const

const unreadable: DraftAnswer = { ...notCovered, fit: 'unreadable' }

function draftMiss(missed: Pick<DraftMiss, 'failure' | 'accounted'>, size: number): DraftMiss | null {
  return missed.accounted > 0 ? { failure: missed.failure, accounted: missed.accounted, size } : null
}
