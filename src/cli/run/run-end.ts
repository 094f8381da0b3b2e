import { type ChunkJudgeSetup, type Tally, recordWords } from '../../batch/index.js'
import { nothingFound, selectedJurisdictions, type LawIndex } from '../../matching/index.js'
import { notRecordedIn, printable } from '../../report/index.js'
import { closingLine, footerText, styledText, summaryDocument } from '../../report/documents.js'
import { waiverWords, type ReadWaivers } from '../law-files/waivers-file.js'
import type { Options } from '../options.js'
import { ageWarnings, warn, columnWarnings, warnOfColumns } from '../output/warnings.js'
import { textStyle } from '../output/terminal.js'
import { noRows } from '../input/collection.js'
import type { Host } from '../host.js'
import type { WorkDone } from './run-resumable.js'

/** Final report of a run: summary on stdout, the rest on stderr. */
export function reportEnd(
  done: WorkDone<ChunkJudgeSetup>,
  law: LawIndex,
  options: Options,
  host: Host,
  given: readonly string[],
  waivers: ReadWaivers | null,
): void {
  const { setup, tally, screening, sources, seconds, before } = done
  const results = tally.total > tally.verdicts.unreadable ? nothingFound(law, setup.query).jurisdictions : []
  const footer = (stream: Host['stdout']) =>
    footerText(results, setup.run, { ...textStyle(host, { color: options.color }, stream), explain: setup.explain })
  if (setup.format === 'summary')
    host.stdout.write(
      styledText(summaryDocument(tally), textStyle(host, { color: options.color })) + footer(host.stdout),
    )
  const waiving = waivers ? waiverNotes(waivers, done, options) : []
  const leftOut = leftOutOf(tally, options)
  const tabular = setup.format === 'csv' || setup.format === 'cells' || setup.format === 'sheet'
  if (!options.log) {
    warnOfColumns(sources, host, !tabular)
    warn([leftOut ?? [], waiving].flat(), host)
  }
  if (options.quiet) return
  const notes = sources.flatMap(({ file, notes: { notes: own, beyond, day, date, sets } }) =>
    [
      ...own,
      ...(day === undefined
        ? []
        : setup.ignoreDates
          ? [recordWords.ownDayIgnored(day, setup.query.asOf)]
          : [recordWords.ownDay(day, setup.query.asOf), recordWords.begin(selectedJurisdictions(law, setup.query))]),
      ...(date && day === undefined ? [recordWords.dateUnused(date, setup.query.asOf)] : []),
      ...(sets ? [recordWords.joined(sets.rows, sets.sets)] : []),
      ...(tabular && beyond ? [recordWords.beyond(beyond)] : []),
    ].map((note) => `${file}: ${printable(note)}`),
  )
  if (options.log) {
    const warnings = [
      ageWarnings(law, setup.query, options.maxAge),
      columnWarnings(sources, !tabular),
      leftOut ?? [],
      waiving,
    ].flat()
    const said = { ...(notes.length > 0 ? { notes } : {}), ...(warnings.length > 0 ? { warnings } : {}) }
    const end = { event: 'end', seconds, ...tally.data, ...said, screening: screening.data }
    host.stderr.write(`${JSON.stringify(end)}\n`)
    return
  }
  for (const note of notes) host.stderr.write(`${note}\n`)
  if (tally.total > 0)
    host.stderr.write((setup.format === 'summary' ? '' : footer(host.stderr)) + closingLine(tally, seconds, before))
  // Otherwise it is an error with its own message.
  else if (options.allowEmpty || options.part) host.stderr.write(`${noRows(given, options.part)}\n`)
}

/** Waivers that waive nothing, or no longer. */
function waiverNotes(
  { file, inForce, expired }: ReadWaivers,
  { tally: { waived }, stopped }: WorkDone<ChunkJudgeSetup>,
  { part }: Options,
): string[] {
  // Another shard may use it.
  const unused = stopped !== null || part ? [] : inForce.filter(({ number }) => !waived.has(number))
  return [
    ...expired.map((waiver) => waiverWords.expired(file, waiver)),
    ...unused.map((waiver) => waiverWords.unused(file, waiver)),
    ...(waived.size > 0 ? [waiverWords.used(file, waived.size)] : []),
  ].map(printable)
}

/** What the filter left out that may be controlled. */
function leftOutOf({ verdicts, problems }: Tally, { only }: Options): string | null {
  if (only !== 'hits' && only !== 'found') return null
  const undecided = only === 'hits' ? verdicts.undecided : 0
  return leftOutWords(only, undecided, verdicts.unreadable, notRecordedIn(problems))
}

/** Rows that a filter leaves out and that may be controlled; null if there are none. */
function leftOutWords(only: string, undecided: number, unreadable: number, notRecorded: number): string | null {
  const ones = [
    ...(undecided > 0 ? [`${undecided} undecided`] : []),
    ...(unreadable > 0
      ? [
          `${unreadable} unreadable` +
            `${notRecorded > 0 ? ` (${notRecorded} with a name or number that is not recorded)` : ''}`,
        ]
      : []),
  ]
  if (ones.length === 0) return null
  return `--only ${only} leaves out rows that may be controlled: ${ones.join(', ')} (--only review has them)`
}
