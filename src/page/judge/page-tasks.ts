import { HistoryQuestion, LawQuestion } from '../../answers/index.js'
import { oneAnswer, type Done, type Task, type ChunkJudgeSetup, ChunkJudge } from '../../batch/in-browser.js'
import { drawingBy, type Drawing, Reader } from '../../chem/index.js'
import { Resolver } from '../../identifiers/index.js'
import { recordsOf, type Edition, type RuleExamples } from '../../law/index.js'
import {
  indexLaw,
  nothingFound,
  type JurisdictionHistory,
  type LawIndex,
  type Query,
  checkQuery,
} from '../../matching/index.js'
import { drawnRule, lawCaveats, rulePages, type PageNearMiss, type PageAnswer } from '../../report/in-browser.js'
import {
  toJson,
  runInfoOf,
  runFileContent,
  type Result as Row,
  type RunFile,
  runJson,
  failureWords,
} from '../../report/index.js'
import { overlaid, type Draft } from './own-draft.js'
import { unpacked } from './unpack.js'

export interface Start {
  readonly kind: 'start'
  /** The edition as JSON and the code of RDKit, zipped, in base64. */
  readonly edition: string
  readonly wasm: string
  readonly version: string
  readonly own: Draft | null
}

interface Question {
  readonly input: string
  readonly query: Query
}

/** The tasks that a page asks, by name, and the first of all. */
interface Tasks extends Pick<PageTasks, 'answer' | 'history' | 'facts' | 'rows' | 'draw' | 'picture'> {
  readonly start: (work: Start) => { readonly own: PageTasks['tests'] }
}

export type Work<K extends keyof Tasks = keyof Tasks> = {
  [Kind in K]: { readonly kind: Kind } & Parameters<Tasks[Kind]>[0]
}[K]
export type Result<K extends keyof Tasks = keyof Tasks> = Awaited<ReturnType<Tasks[K]>>

export interface Call {
  readonly id: number
  readonly work: Work
}

export type Reply =
  | { readonly id: number; readonly done: Result }
  | { readonly id: number; readonly failed: string }
  /** The work has come to this item. */
  | { readonly id: number; readonly at: number }

/** Handles the tasks of a page on its worker: one edition, one reader. */
export class PageTasks {
  readonly #judges = new Map<string, ChunkJudge>()
  readonly #resolver: Resolver

  private constructor(
    readonly law: LawIndex,
    readonly reader: Reader,
    readonly version: string,
    /** The user's rules, tested. */
    readonly tests: readonly { readonly id: string; readonly lines: readonly string[] }[],
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
  async do(work: Exclude<Work, Start>, reached: (item: number) => void): Promise<Result> {
    await this.reader.ready()
    return this[work.kind](work as never, reached)
  }

  /** The answer to one question, with everything the page shows of it. */
  async answer({ input, query }: Question): Promise<PageAnswer> {
    const { law } = this
    checkQuery(law, query)
    // A page has no file access.
    const asked = new LawQuestion(this.#resolver.reader, law, query, { engine: true, nearMisses: true })
    const found = await oneAnswer({ structure: input }, this.#resolver, asked, () => false)
    const { answer, lookup, warnings, text } = found
    const run = runInfoOf(law, query, this.#ids, this.version)
    const json = toJson({ index: 1, id: 'row-1', input }, answer, run, { explain: true }, lookup, warnings)
    const result = JSON.parse(JSON.stringify(json)) as Row
    return {
      result,
      drawing: result.structure && text !== null ? await drawingBy(this.reader, text) : null,
      run: runJson(law, query, run),
      rests: lawCaveats(law, query),
      near: nearest(result, law),
    }
  }

  async history({ input, query }: Question): Promise<readonly JurisdictionHistory[] | null> {
    const { meaning } = await this.#resolver.resolve({ structure: input })
    const { reader, law } = this.#resolver
    const found = await new HistoryQuestion(reader, law, query, { engine: true }).about(meaning)
    return found.kind === 'history' ? found.histories : null
  }

  /** What holds for all rows of a file. */
  facts({ query }: Pick<Question, 'query'>) {
    const nothing = nothingFound(this.law, query)
    const info = runInfoOf(this.law, query, this.#ids, this.version)
    const run: RunFile = { run: 'page', ...runFileContent(info, nothing, false) }
    return { run, info, rests: lawCaveats(this.law, query) }
  }

  async rows(
    { setup, task }: { readonly setup: ChunkJudgeSetup; readonly task: Task },
    reached: (item: number) => void,
  ): Promise<Done> {
    const judge = this.#judgeFor(setup)
    const done = await judge.judge(task, { reached, isStopped: () => false })
    const rows = done.rows.slice()
    judge.reuse(done.rows.buffer)
    return { ...done, rows }
  }

  draw({ text }: { readonly text: string }): Promise<Drawing | null> {
    return drawingBy(this.reader, text)
  }

  async picture({
    jurisdiction,
    page: id,
    examples,
  }: {
    readonly jurisdiction: string
    readonly page: string
    readonly examples: Readonly<Record<string, RuleExamples>>
  }): Promise<string | null> {
    const records = recordsOf(this.law.edition, examples)
    const own = records.jurisdictions.find((j) => j.jurisdiction.code === jurisdiction)
    const page = own && rulePages(own).find((p) => p.id === id)
    return page ? drawnRule(this.reader, page, own.examples, records) : null
  }

  get #ids(): string[] {
    return this.tests.map(({ id }) => id)
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
}

/** The nearest miss of each jurisdiction; laws that refer to the same text share one. */
function nearest({ jurisdictions }: Row, law: LawIndex): PageNearMiss[] {
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
