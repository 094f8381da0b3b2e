import type { Done, Task, Watch } from '../judge/chunk-task.js'
import { ChunkWork, recordsOf } from '../judge/chunk-work.js'
import { Tally } from '../output/tally.js'
import type { Resolver } from '../../identifiers/index.js'
import { Histories, historyResult, type RecordHistory } from './histories.js'
import type { Query } from '../../matching/index.js'
import type { RunInfo } from '../../report/index.js'
import { historyCsvProblem, historyCsvRows, historyDocument, styledText, toMarkdown } from '../../report/documents.js'

export class HistoryJudge extends ChunkWork {
  readonly #histories: Histories

  constructor(
    resolver: Resolver,
    readonly setup: HistorySetup,
  ) {
    super()
    this.#histories = new Histories(resolver, setup.query, setup.screen)
  }

  protected async judged(task: Task, watch: Watch): Promise<Done> {
    const tally = new Tally()
    const judged = await this.inTurn(recordsOf(task), task, watch, async (record, i) => {
      const history = await this.#histories.of(record, task.index + i)
      this.bytes.text(historyOut(history, this.setup))
      const { problem } = history.found
      if (problem) tally.add({ kind: 'unreadable', problem })
      else tally.addCleared()
    })
    return this.done(judged, tally)
  }
}

/** Records whose changes in legal status are to be written. */
export interface HistorySetup {
  readonly kind: 'history'
  readonly query: Omit<Query, 'asOf'>
  readonly run: RunInfo
  readonly screen: boolean
  readonly format: HistoryFormat
}

type HistoryFormat =
  | { readonly is: 'json' | 'csv' | 'md' }
  | { readonly is: 'text'; readonly colour: boolean; readonly width: number }

/** The history of one input as written, or why it has none. */
function historyOut(history: RecordHistory, { format, run }: HistorySetup): string {
  const { ref, lookup, found } = history
  const { histories, problem } = found
  switch (format.is) {
    case 'json':
      return `${JSON.stringify(historyResult(history, run))}\n`
    case 'csv':
      return histories ? historyCsvRows(ref, histories) : historyCsvProblem(ref, problem)
    case 'md':
    case 'text': {
      const blocks = historyDocument({ ref, lookup, histories: histories ?? [], drawing: null, problem })
      return `${format.is === 'text' ? styledText(blocks, format) : toMarkdown(blocks)}\n`
    }
  }
}
