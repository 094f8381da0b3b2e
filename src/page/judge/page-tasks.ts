import { AskedThroughout } from '../../answers/index.js'
import { ChunkJudge } from '../../batch/judge/chunk-judge.js'
import type { ChunkJudgeSetup } from '../../batch/judge/by-day.js'
import type { Done } from '../../batch/judge/chunk-task.js'
import { Reader } from '../../chem/index.js'
import { Resolver } from '../../identifiers/index.js'
import { recordsOf, type Edition } from '../../law/index.js'
import { indexLaw, nothingFound, type LawIndex } from '../../matching/index.js'
import { drawnRule } from '../../report/law/rule/drawn-rule.js'
import { rulePages } from '../../report/law/rule/rule-page.js'
import { runFileContent, runInfoOf } from '../../report/index.js'
import { answered } from './answered.js'
import { drawn } from './drawn.js'
import { overlaid, type TestedRule } from './own-draft.js'
import { unpacked } from './unpack.js'
import type { FactsDone, FactsWork, HistoryWork, PictureWork, Results, RowsWork, Start, Work } from './page-work.js'

/** Handles the tasks of a page on its worker: one edition, one reader. */
export class PageTasks {
  readonly #judges = new Map<string, ChunkJudge>()
  readonly #resolver: Resolver

  private constructor(
    readonly law: LawIndex,
    readonly reader: Reader,
    readonly version: string,
    /** The user's rules, tested. */
    readonly tests: readonly TestedRule[],
  ) {
    this.#resolver = new Resolver(law, async () => reader)
  }

  static async open({ edition, wasm, version, own }: Start): Promise<PageTasks> {
    const code = await unpacked(wasm)
    const [reader, text] = await Promise.all([Reader.start({ wasm: async () => code }), unpacked(edition)])
    const shipped = JSON.parse(new TextDecoder().decode(text)) as Edition
    const { edition: whole, tests } = own ? await overlaid(shipped, own, reader) : { edition: shipped, tests: [] }
    return new PageTasks(indexLaw(whole), reader, version, tests)
  }

  /** @param reached is told the place of each item that is begun */
  async do(work: Exclude<Work, Start>, reached: (item: number) => void): Promise<Results[keyof Results]> {
    await this.reader.ready()
    switch (work.kind) {
      case 'answer':
        return answered(work, this.#resolver, this.reader, this.#ids, this.version)
      case 'history':
        return this.#history(work)
      case 'facts':
        return this.#facts(work)
      case 'rows':
        return this.#rows(work, reached)
      case 'draw':
        return drawn(this.reader, work.text)
      case 'picture':
        return this.#picture(work)
    }
  }

  get #ids(): string[] {
    return this.tests.map(({ id }) => id)
  }

  async #history({ input, query }: HistoryWork): Promise<Results['history']> {
    const { meaning } = await this.#resolver.resolve({ structure: input })
    const { reader, law } = this.#resolver
    const found = await new AskedThroughout(reader, law, query, { engine: true }).about(meaning)
    return found.kind === 'history' ? found.histories : null
  }

  #facts({ query }: FactsWork): FactsDone {
    const nothing = nothingFound(this.law, query)
    const info = runInfoOf(this.law, query, this.#ids, this.version)
    return { run: { run: 'page', ...runFileContent(info, nothing, false) }, info, rests: nothing.jurisdictions }
  }

  async #rows({ setup, task }: RowsWork, reached: (item: number) => void): Promise<Done> {
    const judge = this.#judgeFor(setup)
    const done = await judge.judge(task, { reached, isStopped: () => false })
    const rows = done.rows.slice()
    judge.reuse(done.rows.buffer)
    return { ...done, rows }
  }

  /** Making its screen takes half a second, so it is kept for the whole file. */
  #judgeFor(setup: ChunkJudgeSetup): ChunkJudge {
    const key = JSON.stringify(setup)
    const known = this.#judges.get(key)
    if (known) return known
    this.#judges.clear()
    const judge = new ChunkJudge(this.#resolver, setup)
    this.#judges.set(key, judge)
    return judge
  }

  async #picture({ jurisdiction, page: id, examples }: PictureWork): Promise<string | null> {
    const records = recordsOf(this.law.edition, examples)
    const own = records.jurisdictions.find((j) => j.jurisdiction.code === jurisdiction)
    const page = own && rulePages(own).find((p) => p.id === id)
    return page ? drawnRule(this.reader, page, own.examples, records) : null
  }
}
