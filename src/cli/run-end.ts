import type { DeskSetup, Screening, Source, Tally } from '../batch/index.js'
import { nothingFound, type LawIndex } from '../matching/index.js'
import { closingLine, footerText, screeningText, summaryTable } from '../report/text/index.js'
import type { BatchOptions } from './batch.js'
import { wantsColour } from './colour.js'
import type { Host } from './host.js'

/** What a run tells when it is over: summary on stdout, the rest on stderr. */
export function tellEnd(tally: Tally, screening: Screening, sources: readonly Source[], law: LawIndex, setup: DeskSetup, options: BatchOptions, host: Host, seconds: number, before: number, given: readonly string[]): void {
  const judged = tally.total > tally.verdicts.unreadable
  const results = judged ? nothingFound(law, setup.query).jurisdictions : []
  const footer = (stream: Host['stdout']) => footerText(results, setup.run, { colour: wantsColour(host, stream, options.color), width: stream.columns ?? 100, explain: setup.explain })
  if (setup.format === 'summary') host.stdout.write(summaryTable(tally, wantsColour(host, host.stdout, options.color)) + footer(host.stdout))
  if (options.quiet) return
  if (options.logJson) {
    host.stderr.write(`${JSON.stringify({ event: 'end', seconds, ...tally.data, ...(options.stats ? { screening: screening.data } : {}) })}\n`)
    return
  }
  for (const source of sources) for (const note of source.notes.notes) host.stderr.write(`${source.file}: ${note}\n`)
  if (tally.total === 0) host.stderr.write(`no rows in ${given.join(', ')}\n`)
  else host.stderr.write((setup.format === 'summary' ? '' : footer(host.stderr)) + (options.stats ? screeningText(screening, tally.total) : '') + closingLine(tally, seconds, before))
}
