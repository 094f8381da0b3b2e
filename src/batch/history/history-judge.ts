import type { Reader } from '../../chem/index.js'
import type { Edition } from '../../law/index.js'
import type { Done, Task, Watch } from '../judge/chunk-task.js'
import { ChunkWork, recordsOf } from '../judge/chunk-work.js'
import { indexedLaw } from '../judge/indexed-law.js'
import type { BatchRecord } from '../input/batch-record.js'
import { Tally } from '../output/tally.js'
import type { HistorySetup } from './history-setup.js'
import { historyOut } from './history-writer.js'
import { Resolver } from '../../identifiers/index.js'
import { Histories } from './histories.js'

/** Writes the history of each record. */
export class HistoryJudge extends ChunkWork {
  readonly #setup: HistorySetup
  readonly #histories: Histories

  constructor(start: () => Promise<Reader>, edition: Edition, setup: HistorySetup) {
    super()
    this.#setup = setup
    this.#histories = new Histories(new Resolver(indexedLaw(edition), start), setup.query, setup.screen)
  }

  protected async judged(task: Task, watch: Watch): Promise<Done> {
    const records = recordsOf(task)
    const tally = new Tally()
    const judged = await this.inTurn(
      records.length,
      task,
      watch,
      () => true,
      (i) => this.#write(records[i]!, task.index + i, tally),
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
