import { failed, issuesOf, type Inspection } from '../issue.js'
import { unverifiedEdition } from '../edition-name.js'
import { inspectionWords } from '../words/command-words.js'
import { palette } from './palette.js'
import { printable } from '../controls.js'

/** Issues as lines that editors and people read (`file:line`), then how many rows passed. */
export function inspectionText(inspection: Inspection, colour: boolean): string {
  const colours = palette(colour)
  const lines = issuesOf(inspection).map(({ file, line, row, level, rule, id, message }) => {
    const where = line === null ? `${file} row ${row}` : `${file}:${line}`
    const mark = level === 'error' ? colours.verdict.listed(level) : colours.verdict.class(level)
    return `${where}: ${mark} ${colours.strong(printable(id))}: ${printable(message)} (${rule})`
  })
  return [
    ...lines,
    inspectionWords.closing(
      inspection.rows,
      inspection.cases.filter(failed).length,
      inspection.edition.unverified ? `${inspection.edition.id}, ${unverifiedEdition}` : inspection.edition.id,
    ),
    '',
  ].join('\n')
}
