import { PageBook } from '../../batch/index.js'
import { drawingBy, type Reader } from '../../chem/index.js'
import type { LawIndex, Query } from '../../matching/index.js'
import type { RunInfo, Result } from '../../report/index.js'
import { bookPage } from './book-page.js'
import { namedCaveats } from './jurisdiction-names.js'

/** The page of `check`: each structure expanded, with its drawing. */
export class AnswerPage {
  readonly #book: PageBook

  constructor(
    reader: Reader,
    readonly law: LawIndex,
    query: Query,
    readonly run: RunInfo,
  ) {
    const draw = (text: string) => drawingBy(reader, text)
    this.#book = new PageBook({ draw, rests: namedCaveats(law, query), asOf: query.asOf, drawAll: true })
  }

  /** @param answer made by `toJson` */
  async add(answer: Record<string, unknown>): Promise<void> {
    await this.#book.add(answer as unknown as Result)
    await this.#book.finish()
  }

  text(): Iterable<string> {
    return bookPage(this.#book, this.law, { run: this.run, files: [], note: null })
  }
}
