import type { Reader } from '../../chem/index.js'
import type { Edition } from '../../law/index.js'
import type { Done, Task, Watch } from '../judge/chunk-task.js'
import { ChunkWork, recordsOf } from '../judge/chunk-work.js'
import { indexedLaw } from '../judge/indexed-law.js'
import type { BatchRecord } from '../input/batch-record.js'
import { Tally } from '../output/tally.js'
import { Resolver } from '../../identifiers/index.js'
import { Histories, historyResult, type RecordHistory } from './histories.js'
import type { Query } from '../../matching/index.js'
import { type RunInfo, problemText } from '../../report/index.js'
import {
  historyBlocks,
  historyCsvProblem,
  historyCsvRows,
  toMarkdown,
  historyText,
  unreadText,
} from '../../report/documents.js'

export class HistoryJudge extends ChunkWork {
  readonly #setup: HistorySetup
  readonly #histories: Histories

  constructor(start: () => Promise<Reader>, edition: Edition, setup: HistorySetup) {
    super()
    this.#setup = setup
    this.#histories = new Histories(new Resolver(indexedLaw(edition), start), setup.query, setup.screen)
  }

  protected async judged(task: Task, watch: Watch): Promise<Done> {
    const tally = new Tally()
    const judged = await this.inTurn(recordsOf(task), task, watch, (record, i) =>
      this.#write(record, task.index + i, tally),
    )
    return this.done(judged, tally)
  }

  async #write(record: BatchRecord, index: number, tally: Tally): Promise<void> {
    const history = await this.#histories.of(record, index)
    this.bytes.text(historyOut(history, this.#setup))
    const { problem } = history.found
    if (problem) tally.add({ kind: 'unreadable', problem })
    else tally.addCleared()
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
      return histories ? historyCsvRows(ref, histories) : historyCsvProblem(ref, problemText(problem))
    case 'md':
      if (histories) return `${toMarkdown(historyBlocks(ref, histories))}\n`
      break
    case 'text':
      if (histories) return `${historyText(ref, histories, lookup, format)}\n`
  }
  return unreadText(ref, problem!)
}
