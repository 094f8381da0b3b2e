import { UnreadableStructure } from '../chem/index.js'
import type { Resolver } from '../identifiers/index.js'
import { historyJson, toJson } from '../report/index.js'
import { historyOfInput } from '../batch/judge/one-history.js'
import type { HistoryWork } from './thread-work.js'

/** Histories on one thread, as `history --json` writes them. */
export class Histories {
  constructor(readonly resolver: Resolver) {}

  async of({ input, query, run }: HistoryWork): Promise<Record<string, unknown>> {
    const ref = { index: 1, id: 'row-1', input }
    const { meaning } = await this.resolver.resolve({ structure: input })
    const found = await historyOfInput(meaning, this.resolver, query)
    if (found instanceof UnreadableStructure) return toJson(ref, { kind: 'unreadable', problem: found.problem }, run)
    return historyJson(ref, found, run, meaning.kind === 'unreadable' ? null : meaning.lookup)
  }
}
