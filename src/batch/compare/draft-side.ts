import type { Reader } from '../../chem/index.js'
import { Resolver, type Resolved } from '../../identifiers/index.js'
import type { Edition } from '../../law/index.js'
import { draftLaw, draftQuery } from '../../matching/index.js'
import type { DraftAnswer } from '../../report/impact/index.js'
import { answerIn } from '../judge/draft-answer.js'
import type { BatchRecord } from '../input/batch-record.js'
import { ScreenedJudge, type Judging } from '../judge/screened-judge.js'
import type { ComparedDraft } from './compare-setup.js'

/** Judges by the words of one rule alone, as a report on a draft does. */
export class DraftSide {
  readonly #judge: ScreenedJudge
  readonly #rule: string

  /** @param edition that holds the rule */
  constructor(start: () => Promise<Reader>, edition: Edition, draft: ComparedDraft, asOf: string, judging: Judging) {
    const { rules } = edition.jurisdictions.find((j) => j.jurisdiction.code === draft.code)!
    const own = { code: draft.code, rule: rules.find((r) => r.id === draft.rule)! }
    this.#judge = new ScreenedJudge(new Resolver(draftLaw(edition, own), start), draftQuery(own, asOf), judging)
    this.#rule = draft.rule
  }

  /** Null where the rule does not cover the record, or nobody can read it. */
  async answer(record: BatchRecord, index: number, meant: Resolved | null): Promise<DraftAnswer | null> {
    const { assessment } = await this.#judge.answer(record, index, meant)
    if (assessment.kind === 'unreadable') return null
    const answer = answerIn(assessment.judgement, this.#rule)
    return answer.fit === 'not covered' ? null : answer
  }
}
