import { AskedThroughout } from '../../answers/index.js'
import type { Problem } from '../../chem/index.js'
import type { Lookup, ResolvedInput, Resolver } from '../../identifiers/index.js'
import type { JurisdictionHistory, Query } from '../../matching/index.js'
import {
  failureProblem,
  historyJson,
  notRecordedHint,
  toJson,
  type InputRef,
  type RunInfo,
} from '../../report/index.js'
import type { BatchRecord } from '../input/batch-record.js'
import { idOf } from '../output/result.js'

export interface RecordHistory {
  readonly ref: InputRef
  readonly lookup: Lookup | null
  /** The structure that was followed; null if there is none. */
  readonly text: string | null
  readonly found:
    | { readonly histories: JurisdictionHistory[]; readonly problem: null }
    | { readonly histories: null; readonly problem: Problem }
}

export class Histories {
  readonly #resolver: Resolver
  readonly #asked: AskedThroughout

  constructor(resolver: Resolver, query: Omit<Query, 'asOf'>, engine: boolean) {
    this.#resolver = resolver
    this.#asked = new AskedThroughout(resolver.reader, resolver.law, query, { engine })
  }

  /** @param index position among all inputs, from 1 */
  async of(record: BatchRecord, index: number): Promise<RecordHistory> {
    const { text, identifiers, problem } = record
    const ref = { index, id: idOf(record, index), input: text }
    if (problem) return { ref, lookup: null, text: null, found: { histories: null, problem } }
    const { meaning, input } = await this.#resolver.resolve({ ...identifiers, structure: text })
    const found = await this.#asked.about(meaning)
    return {
      ref: { ...ref, input },
      lookup: meaning.kind === 'unreadable' ? null : meaning.lookup,
      text: meaning.kind === 'structure' ? meaning.text : null,
      found:
        found.kind === 'history'
          ? { histories: found.histories, problem: null }
          : {
              histories: null,
              problem:
                found.kind === 'no substance' ? failureProblem(found.failure) : this.#withHint(found.problem, meaning),
            },
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
