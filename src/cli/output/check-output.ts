import { drawingBy, type Reader } from '../../chem/index.js'
import {
  selectedJurisdictions,
  type JurisdictionResult,
  type LawIndex,
  type Neighbour,
  type Query,
} from '../../matching/index.js'
import { CheckCsv, checkBlocks, toMarkdown, checkFooter, inputText, similarText } from '../../report/documents.js'
import {
  toJson,
  editionNote,
  type Answer,
  type InputRef,
  type Lookup,
  type Result,
  type RunInfo,
} from '../../report/index.js'
import type { AnswerFormat } from './output-choice.js'

export interface Answered {
  readonly ref: InputRef
  readonly answer: Answer
  readonly lookup: Lookup | null
}

interface Checked extends Answered {
  readonly similar: readonly Neighbour[] | null
}

interface CheckOutput {
  add(checked: Checked): Promise<void>
  end(): Promise<void>
}

interface CheckedRun {
  readonly law: LawIndex
  readonly query: Query
  readonly run: RunInfo
  readonly text: Parameters<typeof inputText>[5]
  readonly start: () => Promise<Reader>
}

export async function checkOutput(
  format: AnswerFormat,
  { law, query, run, text, start }: CheckedRun,
  write: (text: string) => Promise<void>,
): Promise<CheckOutput> {
  const json = ({ ref, answer, lookup, similar }: Checked) => ({
    ...toJson(ref, answer, run, { explain: text.explain, caveats: 'full' }, lookup),
    ...(similar ? { similar } : {}),
  })
  if (format === 'json') return { add: (checked) => write(`${JSON.stringify(json(checked))}\n`), async end() {} }
  if (format === 'csv') {
    const codes = selectedJurisdictions(law, query).map((j) => j.jurisdiction.code)
    const csv = new CheckCsv(codes, editionNote(run.edition) ?? undefined)
    await write(csv.head())
    return { add: ({ ref, answer }) => write(csv.row(ref, answer)), async end() {} }
  }
  if (format === 'html') {
    // Loaded only for a page, so that other formats start without it.
    const { bookPage, PageBook, namedCaveats } = await import('./book-page.js')
    const reader = await start()
    const draw = (text: string) => drawingBy(reader, text)
    const book = new PageBook({ draw, rests: namedCaveats(law, query), asOf: query.asOf, drawAll: true })
    return {
      async add(checked) {
        await book.add(json(checked) as unknown as Result)
        await book.finish()
      },
      async end() {
        for (const part of bookPage(book, law, { run, files: [], note: null })) await write(part)
      },
    }
  }
  let results: readonly JurisdictionResult[] = []
  return {
    async add({ ref, answer, lookup, similar }) {
      if (answer.kind === 'judged') results = answer.judgement.jurisdictions
      if (format === 'md') return write(`${toMarkdown(checkBlocks(ref, answer, lookup, law, query))}\n`)
      await write(
        `${inputText(ref, answer, lookup, law, run, text)}\n${similar ? `${similarText(similar, text)}\n` : ''}`,
      )
    },
    end: () => write(checkFooter(results, law, run, text)),
  }
}
