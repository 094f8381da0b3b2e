import { AskedThroughout, Asked } from '../../answers/index.js'
import { oneAnswer, type Done, type ChunkJudgeSetup, ChunkJudge } from '../../batch/in-browser.js'
import { drawingBy, Reader } from '../../chem/index.js'
import { Resolver } from '../../identifiers/index.js'
import { recordsOf, type Edition } from '../../law/index.js'
import { indexLaw, nothingFound, type LawIndex, checkQuery } from '../../matching/index.js'
import { drawnRule, rulePages, type PageNearMiss, type PageAnswer } from '../../report/in-browser.js'
import { toJson, runInfoOf, runFileContent, type Result, runJson, failureWords } from '../../report/index.js'
import { overlaid, type TestedRule } from './own-draft.js'
import { unpacked } from './unpack.js'
import type {
  FactsDone,
  FactsWork,
  HistoryWork,
  PictureWork,
  Results,
  RowsWork,
  Start,
  Work,
  AnswerWork,
} from './page-work.js'

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
        return drawingBy(this.reader, work.text)
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

/** The answer to one question, with everything the page shows of it. */
async function answered(
  { input, query }: AnswerWork,
  resolver: Resolver,
  reader: Reader,
  own: readonly string[],
  version: string,
): Promise<PageAnswer> {
  const { law } = resolver
  checkQuery(law, query)
  // A page has no file access.
  const asked = new Asked(resolver.reader, law, query, { engine: true, nearMisses: true })
  const { answer, lookup, warnings, text } = await oneAnswer({ structure: input }, resolver, asked, () => false)
  const run = runInfoOf(law, query, own, version)
  const json = toJson({ index: 1, id: 'row-1', input }, answer, run, { explain: true }, lookup, warnings)
  const result = JSON.parse(JSON.stringify(json)) as Result
  return {
    result,
    drawing: result.structure && text !== null ? await drawingBy(reader, text) : null,
    run: runJson(law, query, run),
    rests: nothingFound(law, query).jurisdictions.map(({ code, caveats }) => ({ code, caveats })),
    near: nearest(result, law),
  }
}

/** The nearest miss of each jurisdiction; laws that refer to the same text share one. */
function nearest({ jurisdictions }: Result, law: LawIndex): PageNearMiss[] {
  const found = new Map<string, PageNearMiss>()
  for (const { code, nearMisses = [] } of jurisdictions) {
    const miss = nearMisses[0]
    if (!miss || miss.failure.why === 'no scaffold') continue
    const rule = law.edition.jurisdictions.flatMap((j) => j.rules).find(({ id }) => id === miss.ruleId)
    const why = failureWords(miss.failure, rule?.sites ?? [])
    const atoms = 'atoms' in miss.failure ? miss.failure.atoms : []
    const key = `${miss.title} ${why} ${atoms.join()}`
    const known = found.get(key)
    found.set(key, { title: miss.title, ruleId: miss.ruleId, why, atoms, codes: [...(known?.codes ?? []), code] })
  }
  return [...found.values()]
}
