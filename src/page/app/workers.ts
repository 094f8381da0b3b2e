import type { PageFacts } from '../../report/in-browser.js'
import type { Draft } from '../judge/own-draft.js'
import type { Result } from '../judge/page-tasks.js'
import { unpacked } from '../judge/unpack.js'
import { blockText } from './law-view.js'
import { Helper } from './helper.js'

/** The workers of the page: one that answers questions, and several for files, which start with the first file. */
export class Workers {
  /** Ids of the user's rules, which are treated as assumed rules. */
  own: readonly string[] = []

  /** Rules are applied one after another. */
  #before: Promise<unknown> = Promise.resolve()

  private constructor(
    readonly answering: Helper,
    readonly pool: readonly Helper[],
  ) {}

  static async unpack({ version }: PageFacts): Promise<Workers> {
    const code = await unpacked(blockText('judge'))
    const address = URL.createObjectURL(new Blob([code], { type: 'text/javascript' }))
    const packed = { edition: blockText('edition'), wasm: blockText('wasm'), version }
    const helper = () => new Helper(address, packed, null)
    return new Workers(helper(), Array.from({ length: poolSize() }, helper))
  }

  /** Starts the answering worker with or without a user rule. @throws {Error} what is wrong with the rule */
  use(own: Draft | null): Promise<Result<'start'>> {
    const used = this.#before.then(() => this.#use(own))
    this.#before = used.catch(() => {})
    return used
  }

  async #use(own: Draft | null): Promise<Result<'start'>> {
    for (const helper of [this.answering, ...this.pool]) {
      helper.stop()
      helper.own = own
    }
    this.own = []
    const started = await this.answering.start()
    this.own = started.own.map(({ id }) => id)
    return started
  }
}

/** Leaves one processor to the page itself. */
function poolSize(): number {
  return Math.min(4, Math.max(1, navigator.hardwareConcurrency - 1))
}
