import { PageBook } from '../../batch/index.js'
import { drawingBy, type Reader } from '../../chem/index.js'
import type { LawIndex, Query } from '../../matching/index.js'
import type { RunInfo, Result } from '../../report/index.js'
import { resultPage, type CaveatsByJurisdiction } from '../../report/documents.js'
import { jurisdictionNames, namedCaveats } from './jurisdiction-names.js'
import { pageAssets } from './page-assets.js'

/** The page of `check`: each structure expanded, with its drawing. */
export class AnswerPage {
  readonly #book: PageBook
  readonly #rests: CaveatsByJurisdiction

  constructor(
    reader: Reader,
    readonly law: LawIndex,
    query: Query,
    readonly run: RunInfo,
  ) {
    const draw = (text: string) => drawingBy(reader, text)
    this.#rests = namedCaveats(law, query)
    this.#book = new PageBook({ draw, rests: this.#rests, asOf: query.asOf, drawAll: true })
  }

  /** @param answer made by `toJson` */
  async add(answer: Record<string, unknown>): Promise<void> {
    await this.#book.add(answer as unknown as Result)
    await this.#book.finish()
  }

  text(): Iterable<string> {
    return resultPage({
      run: this.run,
      counts: this.#book.counts,
      rows: this.#book.rows,
      pieces: this.#book.pieces,
      jurisdictions: this.#rests.map((r) => r.code),
      names: jurisdictionNames(this.law),
      rests: this.#rests,
      files: [],
      note: null,
      assets: pageAssets(),
    })
  }
}
