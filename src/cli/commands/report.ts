import { availableParallelism } from 'node:os'
import { PageBook, DrawingThreads, hasOwnDay, runFileOf, runFilePath } from '../../batch/index.js'
import { UnknownName, type JurisdictionResult, type LawIndex } from '../../matching/index.js'
import type { RunInfo, Result, RunFile } from '../../report/index.js'
import { pageWords, type CaveatsByJurisdiction } from '../../report/documents.js'
import { noteOf } from '../run/batch-page.js'
import { CannotRun, type AddCommand, type Host } from '../host.js'
import { hashOf } from '../input/collection.js'
import { lawOf } from '../law-files/law-file.js'
import { drawingThread } from '../paths.js'
import { resultLines, runOf as factsOf } from '../input/ndjson.js'
import { withEdition, type Given } from '../options.js'
import { withOutput } from '../output/output-choice.js'
import { bookPage } from '../output/book-page.js'
import { namedCaveats } from '../output/jurisdiction-names.js'
import { pageAssets } from '../output/page-assets.js'
import { checkOverwrites, lawFiles } from '../output/same-file.js'

/** Each takes about 150 MB. */
const mostThreads = 4

export const add: AddCommand = (program, host, done) => {
  const command = program
    .command('report')
    .description(
      'Turns a file of results into one page for a browser: summary, table, drawings, clauses and citations.',
    )
    .argument('<results>', 'a result file (.ndjson, also .gz) that batch, merge or check --json wrote; - reads stdin')
    .requiredOption('-o, --output <file>', 'write the page to this file')
    .option('--run-info <file>', 'facts of the run, if they are not in RESULTS.run.json')
  withEdition(command).action(async (file: string, options: Given<'output'>) => done(await report(file, options, host)))
}

async function report(file: string, options: Given<'output'>, host: Host): Promise<number> {
  const { output, runInfo = runFilePath(file) } = options
  checkOverwrites({ input: file, 'run info': runInfo, ...lawFiles(options) }, { output })
  const assets = pageAssets()
  const law = await lawOf(options)
  let first: Result | null = null
  let book: PageBook | null = null
  let rests: CaveatsByJurisdiction = []
  const facts = await factsOf(file, options.runInfo)
  let day = facts?.asOf ?? null
  const threads = new DrawingThreads(drawingThread, Math.min(mostThreads, availableParallelism()))
  for await (const { line, result, problem } of resultLines(file, host, options.runInfo)) {
    if (!result) throw new CannotRun(`${file} line ${line}: ${problem}`)
    if (!book || !first) {
      first = result
      const asOf = facts?.asOf ?? first.asOf
      rests = restsOf({ ...first, asOf }, law)
      book = new PageBook({ draw: threads.draw, rests, asOf, drawAll: false })
    }
    const own = hasOwnDay(result)
    if (!own) day ??= result.asOf
    if (runKey(result) !== runKey(first) || (!own && result.asOf !== day))
      throw new CannotRun(
        `${file} line ${line}: it comes from another day, edition or set of options than line 1; a page shows one run`,
      )
    await book.add(result)
  }
  if (!book || !first) throw new CannotRun(`${file} contains no results`)
  await book.finish()
  await threads.close()
  const { counts } = book
  const about = {
    run: { ...runOf(first), asOf: facts?.asOf ?? first.asOf },
    facts: facts ?? ownFacts(first, rests),
    jurisdictions: [...counts.jurisdictions].map(([code]) => code),
    files: [pageWords.file(file, await hashOf(file))],
    note: noteOf(book, {}, counts.total, true),
  }
  const page = bookPage(book, law, about, assets)
  await withOutput(options.output, host, async (output) => {
    for (const text of page) await output.write(text)
  })
  return 0
}

/** Known gaps are shown in full if the rows were judged with these records; the rows contain only their short form. */
function restsOf(result: Result, law: LawIndex): CaveatsByJurisdiction {
  const own = result.jurisdictions.map(({ code, caveats }) => ({
    code,
    caveats: caveats.filter((c) => c.kind !== 'gap' || c.reads !== undefined) as JurisdictionResult['caveats'],
  }))
  if (law.edition.sha256 !== result.edition.sha256) return own
  try {
    return namedCaveats(law, {
      asOf: result.asOf,
      ...(result.query.jurisdictions ? { jurisdictions: result.query.jurisdictions } : {}),
    })
  } catch (error) {
    if (error instanceof UnknownName) return own
    throw error
  }
}

function ownFacts(first: Result, rests: CaveatsByJurisdiction): RunFile {
  const jurisdictions = rests.map(({ code, caveats }) => ({
    code,
    caveats,
    verdict: 'uncontrolled' as const,
    findings: [],
    nearMisses: [],
    setAside: [],
  }))
  const explain = first.jurisdictions.some((j) => j.nearMisses !== undefined)
  return runFileOf(runOf(first), { verdict: 'uncontrolled', jurisdictions }, explain)
}

function runOf({ asOf, edition, tool, query }: Result): RunInfo {
  return { asOf, edition, tool, query: query as RunInfo['query'] }
}

function runKey(result: Result): string {
  return JSON.stringify({ ...runOf(result), asOf: null })
}
