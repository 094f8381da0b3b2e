import { HistoryQuestion } from '../../answers/index.js'
import type { Problem } from '../../chem/index.js'
import type { ResolvedInput, Resolver } from '../../identifiers/index.js'
import type { Query } from '../../matching/index.js'
import { failureProblem, historyJson, toJson, type RunInfo } from '../../report/index.js'
import type { BatchRecord } from '../input/batch-record.js'
import { idOf } from '../output/result.js'
import { notRecordedHint } from '../output/what-to-try.js'

export type RecordHistory = Awaited<ReturnType<Histories['of']>>

export class Histories {
  readonly #resolver: Resolver
  readonly #asked: HistoryQuestion

  constructor(resolver: Resolver, query: Omit<Query, 'asOf'>, engine: boolean) {
    this.#resolver = resolver
    this.#asked = new HistoryQuestion(resolver.reader, resolver.law, query, { engine })
  }

  /**
   * The history of a record, or why it has none; `text` is the structure that was followed, null if there is none.
   * @param index position among all inputs, from 1
   */
  async of(record: BatchRecord, index: number) {
    const { text, identifiers, problem } = record
    const ref = { index, id: idOf(record, index), input: text }
    if (problem) return { ref, lookup: null, text: null, found: { histories: null, problem } }
    const { meaning, input } = await this.#resolver.resolve({ ...identifiers, structure: text })
    const asked = await this.#asked.about(meaning)
    const why = asked.kind === 'no substance' ? failureProblem(asked.failure) : null
    return {
      ref: { ...ref, input },
      lookup: meaning.kind === 'unreadable' ? null : meaning.lookup,
      text: meaning.kind === 'structure' ? meaning.text : null,
      found:
        asked.kind === 'history'
          ? { histories: asked.histories, problem: null }
          : { histories: null, problem: asked.kind === 'unreadable' ? this.#withHint(asked.problem, meaning) : why! },
    }
  }

  /** An input that is neither a structure nor a recorded name is reported as not recorded, too. */
  #withHint(problem: Problem, meaning: ResolvedInput): Problem {
    if (meaning.kind !== 'structure' || meaning.lookup) return problem
    const failure = this.#resolver.names.unknown(meaning.text)
    return failure ? failureProblem(failure) : { ...problem, message: `${problem.message}; ${notRecordedHint}` }
  }
}

export function historyResult({ ref, lookup, found }: RecordHistory, run: RunInfo): Record<string, unknown> {
  return found.histories
    ? historyJson(ref, found.histories, run, lookup)
    : toJson(ref, { kind: 'unreadable', problem: found.problem }, run)
}
