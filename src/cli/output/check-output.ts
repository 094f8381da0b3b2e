import { drawingBy, type Reader } from '../../chem/index.js'
import { selectedJurisdictions, type JurisdictionResult, type LawIndex, type Query } from '../../matching/index.js'
import {
  CheckCsv,
  checkDocument,
  checkFooter,
  styledText,
  toMarkdown,
  type CheckedInput,
  type CheckManner,
} from '../../report/documents.js'
import { toJson, editionNote, type Result, type RunInfo } from '../../report/index.js'
import type { AnswerFormat } from './output-choice.js'

export type Answered = Omit<CheckedInput, 'similar'>

interface CheckOutput {
  add(checked: CheckedInput): Promise<void>
  end(): Promise<void>
}

interface CheckedRun {
  readonly law: LawIndex
  readonly query: Query
  readonly run: RunInfo
  readonly text: Pick<CheckManner, 'explain' | 'numbered'> & { readonly colour: boolean; readonly width: number }
  readonly start: () => Promise<Reader>
}

export async function checkOutput(
  format: AnswerFormat,
  { law, query, run, text, start }: CheckedRun,
  write: (text: string) => Promise<void>,
): Promise<CheckOutput> {
  const json = ({ ref, answer, lookup, similar }: CheckedInput) => ({
    ...toJson(ref, answer, run, { explain: text.explain, caveats: 'full' }, lookup),
    ...(similar ? { similar } : {}),
  })
  if (format === 'json') return { add: (checked) => write(`${JSON.stringify(json(checked))}\n`), async end() {} }
  if (format === 'csv') {
    const codes = selectedJurisdictions(law, query).map((j) => j.jurisdiction.code)
    const csv = new CheckCsv(codes, run.asOf, editionNote(run.edition) ?? undefined)
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
    async add(checked) {
      if (checked.answer.kind === 'judged') results = checked.answer.judgement.jurisdictions
      const blocks = checkDocument(checked, { law, run, ...text, isWide: format === 'md' })
      // Of one input, the lines on several laws and the footer are one text.
      const isJoined = results.length > 1 && !text.explain && !text.numbered
      await write(format === 'md' ? `${toMarkdown(blocks)}\n` : styledText(blocks, text) + (isJoined ? '' : '\n'))
    },
    end: () => write(checkFooter(results, law, run, text)),
  }
}
