import { Reader } from '../chem/index.js'
import { buffered, FileProblem, fileSink, Judge, openSource, Progress, runBatch, Tally, type Sink, type Source } from '../batch/index.js'
import { checkQuery, type Query } from '../matching/index.js'
import { closingLine, footerText, summaryTable } from '../report/text/index.js'
import { batchFiles, type BatchFile } from './batch-files.js'
import type { BatchOptions } from './batch.js'
import { CannotRun } from './cannot-run.js'
import { wantsColour } from './colour.js'
import type { Host } from './host.js'
import { loadLaw } from './law-file.js'
import { Output } from './output.js'
import { ruleIds, withRuleFiles } from './own-rules.js'
import { runInfo } from './run-info.js'

/** Runs a batch and returns the verdicts that occurred. @throws {CannotRun} with the rows so far written */
export async function runFiles(given: readonly string[], options: BatchOptions, format: 'ndjson' | 'csv' | 'summary', query: Query, host: Host): Promise<ReadonlySet<string>> {
  const files = batchFiles(given, options.inputFormat, options.output)
  const reader = await Reader.start()
  const law = withRuleFiles(loadLaw(options.edition), options.rule ?? [], reader)
  checkQuery(law, query)
  const sources = files.map(({ file, format: kind }) =>
    openSource(file, kind, host.stdin, { header: options.header, ...(options.smilesCol ? { smiles: options.smilesCol } : {}), ...(options.idCol ? { id: options.idCol } : {}) }),
  )
  const output = new Output(host.stdout)
  const toStdout: Sink = { write: (text) => output.write(text), close: async () => {} }
  const sink = buffered(options.output === undefined ? toStdout : fileSink(options.output))
  const tally = new Tally()
  const jurisdictions = law.edition.jurisdictions.map((j) => j.jurisdiction.code).filter((code) => query.jurisdictions?.includes(code) ?? true)
  const run = runInfo(law, query, options.rule ? ruleIds(options.rule) : [])
  const judge = new Judge(reader, law, query, options.identify ?? false)
  const progress = new Progress(host.stderr, tally, shareOf(files, sources), host.stderr.isTTY === true && !options.quiet)
  try {
    await runBatch({ sources, judge, run, format, jurisdictions, sink, tally, tick: () => progress.tick(), explain: options.explain ?? false })
  } catch (error) {
    progress.clear()
    if (!(error instanceof FileProblem)) throw error
    if (!options.quiet) host.stderr.write(closingLine(tally, progress.seconds))
    throw new CannotRun(error.message)
  }
  progress.clear()
  const footer = (stream: Host['stdout']) => footerText(tally.last, run, { colour: wantsColour(host, stream, options.color), width: stream.columns ?? 100, explain: options.explain ?? false })
  if (format === 'summary') await toStdout.write(summaryTable(tally, wantsColour(host, host.stdout, options.color)) + footer(host.stdout))
  if (!options.quiet) {
    for (const source of sources) for (const note of source.notes.notes) host.stderr.write(`${source.file}: ${note}\n`)
    if (tally.total === 0) host.stderr.write(`no rows in ${given.join(', ')}\n`)
    else host.stderr.write((format === 'summary' ? '' : footer(host.stderr)) + closingLine(tally, progress.seconds))
  }
  return tally.occurred
}

function shareOf(files: readonly BatchFile[], sources: readonly Source[]): () => number | null {
  const sizes = files.map((f) => f.size)
  if (sizes.includes(null)) return () => null
  const total = sizes.reduce<number>((sum, size) => sum + (size ?? 0), 0)
  return () => (total === 0 ? null : Math.min(1, sources.reduce((sum, s) => sum + s.meter.read, 0) / total))
}
