import type { Task, Done, ChunkJudges, ChunkJudgeSetup } from '../../../batch/in-browser.js'
import { nothingHarmful, retryWithoutHarmful, type Attempt, type Harmful } from '../../../workers/index.js'
import { HelperDied, type Helper } from '../helper.js'

/** How long a record may take, ms. */
const recordMs = 20_000

/** Judges chunks on workers. A record that crashes or holds up workers is an unreadable row. */
export class PageJudges implements ChunkJudges {
  readonly #free: Helper[]
  readonly #waiting: ((helper: Helper) => void)[] = []
  #closed = false

  constructor(
    helpers: readonly Helper[],
    readonly setup: ChunkJudgeSetup,
  ) {
    this.#free = [...helpers]
  }

  async judge(task: Task): Promise<Done> {
    const helper = this.#free.pop() ?? (await new Promise<Helper>((resolve) => this.#waiting.push(resolve)))
    try {
      let harmful = task.harmful ?? nothingHarmful
      const attempt = (known: Harmful) => this.#attempt(helper, { ...task, harmful: (harmful = known) })
      const done = await retryWithoutHarmful(attempt, () => this.#closed, undefined, harmful)
      return { ...done, harmful }
    } finally {
      const next = this.#waiting.shift()
      if (next) next(helper)
      else this.#free.push(helper)
    }
  }

  reuse(): void {}

  async close(): Promise<void> {
    this.#closed = true
  }

  #attempt(helper: Helper, task: Task): Attempt<Done> {
    let place = -1
    let isLate = false
    const result = helper.ask({ kind: 'rows', setup: this.setup, task }, recordMs, (at) => (place = at))
    return {
      result: result.catch((error: unknown) => {
        isLate = error instanceof HelperDied && error.isLate
        throw error
      }),
      place: () => place,
      isLate: () => isLate,
    }
  }
}
