import { failed, issuesOf, type Inspection } from '../github.js'
import { unverifiedEdition } from '../edition-name.js'
import { inspectionWords, similarWords } from '../words/command-words.js'
import { palette, screenOf, type TextStyle } from './batch-text.js'
import { printable } from '../controls.js'
import type { Neighbour } from '../../matching/index.js'
import { wrap } from './wrap.js'

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

/** The listed substances most similar to a structure, below its verdict. */
export function similarText(similar: readonly Neighbour[], style: TextStyle): string {
  const { width, colours } = screenOf(style)
  const rows = similar.map((n) => `  ${n.similarity.toFixed(2)}  ${n.name} (${n.listedIn.join(', ')})`)
  return [
    colours.strong(similarWords.title),
    ...(rows.length > 0 ? rows : [`  ${similarWords.none}`]),
    ...wrap(similarWords.note, width).map((line) => colours.faint(line)),
    '',
  ].join('\n')
}
