import { AskedThroughout } from '../answers/index.js'
import type { Resolver } from '../identifiers/index.js'
import { failureProblem, historyJson, toJson } from '../report/index.js'
import type { HistoryWork } from './threads.js'

export async function historyOf(
  { input, query, run }: HistoryWork,
  resolver: Resolver,
): Promise<Record<string, unknown>> {
  const ref = { index: 1, id: 'row-1', input }
  const { meaning } = await resolver.resolve({ structure: input })
  const found = await new AskedThroughout(resolver.reader, resolver.law, query, { engine: true }).about(meaning)
  if (found.kind === 'history')
    return historyJson(ref, found.histories, run, meaning.kind === 'unreadable' ? null : meaning.lookup)
  const problem = found.kind === 'no substance' ? failureProblem(found.failure) : found.problem
  return toJson(ref, { kind: 'unreadable', problem }, run)
}
