import { resultCase, type CaseResult } from '../../report/index.js'
import type { PlacedResult } from '../../report/result-case.js'
import type { Sink } from './sink.js'

/** Turns rows of NDJSON into a document of test cases, written once all rows have arrived. */
export function caseSink(plain: Sink, file: string, document: (cases: readonly CaseResult[]) => string): Sink {
  const decoder = new TextDecoder()
  const cases: CaseResult[] = []
  return {
    async write(bytes, written) {
      const lines = decoder.decode(bytes).split('\n')
      written?.()
      for (const line of lines) if (line !== '') cases.push(resultCase(file, JSON.parse(line) as PlacedResult))
    },
    async close() {
      try {
        await plain.write(Buffer.from(document(cases)))
      } finally {
        await plain.close()
      }
    },
  }
}
