import type { Result } from '../../report/result-schema.js'
import type { PageBook } from './page-book.js'
import type { Sink } from './sink.js'

/** Turns rows of NDJSON into a page, written once all rows have arrived. */
export function pageSink(plain: Sink, book: PageBook, page: () => Iterable<string>): Sink {
  const decoder = new TextDecoder()
  return {
    async write(bytes, written) {
      const lines = decoder.decode(bytes).split('\n')
      written?.()
      for (const line of lines) if (line !== '') await book.add(JSON.parse(line) as Result)
    },
    async close() {
      try {
        await book.finish()
        for (const text of page()) await plain.write(Buffer.from(text))
      } finally {
        await plain.close()
      }
    },
  }
}
