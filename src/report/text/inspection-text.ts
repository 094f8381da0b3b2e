import { printable } from '../controls.js'
import { failed, issuesOf, type Inspection } from '../github.js'
import { editionNote } from '../run-info.js'
import { inspectionWords } from '../words/command-words.js'
import { palette } from './batch-text.js'

/** Issues as lines that editors and people read (`file:line`), then how many rows passed. */
export function inspectionText(inspection: Inspection, colour: boolean): string {
  const colours = palette(colour)
  const lines = issuesOf(inspection).map(({ file, line, row, level, rule, id, message }) => {
    const where = line === null ? `${file} row ${row}` : `${file}:${line}`
    const mark = level === 'error' ? colours.verdict.listed(level) : colours.verdict.class(level)
    return `${where}: ${mark} ${colours.strong(printable(id))}: ${printable(message)} (${rule})`
  })
  const note = editionNote(inspection.edition)
  return [
    ...lines,
    inspectionWords.closing(
      inspection.rows,
      inspection.cases.filter(failed).length,
      [inspection.edition.id, ...(note === null ? [] : [note])].join(', '),
    ),
    '',
  ].join('\n')
}
