import type { PageFacts } from '../../report/app/page-facts.js'
import type { Draft, Started } from '../judge/work.js'
import { unpacked } from '../judge/unpack.js'
import { blockText } from './blocks.js'
import { Helper } from './helper.js'

/** The workers of the page: one that answers, and some that judge files and start when the first comes. */
export class Workers {
  /** Ids of the rules of the user, which are in force like assumed ones. */
  own: readonly string[] = []

  /** One rule after the other. */
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

  /** Starts the answering worker with a rule of the user over the law, or without. @throws {Error} what is wrong with the rule */
  use(own: Draft | null): Promise<Started> {
    const used = this.#before.then(() => this.#use(own))
    this.#before = used.catch(() => {})
    return used
  }

  async #use(own: Draft | null): Promise<Started> {
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

/** One processor is left to the page itself. */
function poolSize(): number {
  return Math.min(4, Math.max(1, navigator.hardwareConcurrency - 1))
}
