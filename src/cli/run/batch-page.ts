import {
  documentSink,
  DrawingThreads,
  PageBook,
  type ChunkJudgeSetup,
  type Sink,
  type Tally,
} from '../../batch/index.js'
import type { LawIndex } from '../../matching/index.js'
import { pageWords } from '../../report/documents.js'
import type { PlacedIssue, Result, RunFile } from '../../report/index.js'
import { type BatchFile, hashOf } from '../input/collection.js'
import type { Options } from '../options.js'
import { drawingThread } from '../paths.js'
import { bookPage } from '../output/book-page.js'
import { namedCaveats } from '../output/jurisdiction-names.js'
import { pageAssets } from '../output/page-assets.js'

/** A batch, for the writer of a format that is made from all rows. */
export interface WholeBatch {
  readonly setup: ChunkJudgeSetup
  readonly runFile: RunFile
  readonly options: Options
  readonly law: LawIndex
  readonly tally: Tally
  readonly files: readonly BatchFile[]
  /** What an earlier run reported. */
  readonly baseline: ReadonlyMap<string, PlacedIssue> | null
  /** True once all rows have been judged. */
  readonly whole: () => boolean
}

/** A sink that turns the rows of a batch into a page. */
export async function batchPage(plain: Sink, batch: WholeBatch): Promise<Sink> {
  const { setup, runFile, options, law, tally, files, whole } = batch
  const assets = pageAssets()
  const rests = namedCaveats(law, setup.query)
  // The others judge.
  const threads = new DrawingThreads(drawingThread, 1)
  const book = new PageBook({ draw: threads.draw, rests, asOf: setup.query.asOf, drawAll: false })
  const names = await Promise.all(files.map(async ({ file }) => pageWords.file(file, await hashOf(file))))
  const page = async () => {
    await book.finish()
    const note = noteOf(book, options, tally.total, whole())
    return bookPage(book, law, { run: setup.run, facts: runFile, counts: tally.data, files: names, note }, assets)
  }
  const sink = documentSink<Result>(plain, (row) => book.add(row), page)
  return {
    ...sink,
    async close() {
      try {
        await sink.close()
      } finally {
        await threads.close()
      }
    },
  }
}

/** A note for the reader if the page does not list every row. */
export function noteOf(
  { rows, left, ownDays }: PageBook,
  options: Pick<Options, 'only'>,
  total: number,
  whole: boolean,
): string | null {
  const notes = [
    ...(whole ? [] : [pageWords.stopped(total)]),
    ...(ownDays > 0 ? [pageWords.ownDays(ownDays, total)] : []),
    ...(options.only ? [pageWords.only(options.only, rows.length, total)] : []),
    ...(left.others > 0
      ? [pageWords.cutHits(rows.length, total)]
      : left.uncontrolled > 0
        ? [pageWords.cutClean(rows.length, total)]
        : []),
  ]
  return notes.length === 0 ? null : notes.join(' ')
}
