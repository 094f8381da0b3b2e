import { failed, issuesOf, type Inspection } from '../github.js'
import { editionNote } from '../run-info.js'
import { inspectionWords, similarWords } from '../words/command-words.js'
import { palette, screenOf, type TextStyle, type Screen } from './batch-text.js'
import { printable } from '../controls.js'
import type { Neighbour, Judgement } from '../../matching/index.js'
import { indented, wrap } from './wrap.js'
import type { JudgedMember } from '../../answers/index.js'
import { decidedLines } from '../set-lines.js'
import { setWords } from '../words/finding-words.js'
import { memberVerdicts } from './headline.js'

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

/** Members shown as text. */
const mostShown = 40

/** How many structures a set has, and what decides between them. */
export function decidedText(
  { jurisdictions }: Judgement,
  members: readonly JudgedMember[],
  { width, colours }: Screen,
): string[] {
  if (members.length === 0) return []
  const decided = decidedLines(jurisdictions)
  return [
    colours.faint(setWords.members(members.length)),
    ...(decided.length > 0 ? [colours.strong(setWords.heading)] : []),
    ...decided.flatMap((line) => indented(line, width, '  ', '    ')),
  ]
}

/** Each member with its own verdicts. */
export function membersText(members: readonly JudgedMember[], { width, colours }: Screen): string[] {
  if (members.length === 0) return []
  const more = members.length - mostShown
  return [
    colours.strong(setWords.membersHeading),
    ...members.slice(0, mostShown).flatMap(({ label, structure, lookup, judgement }) => {
      const name = lookup?.name && lookup.name !== label ? ` (${lookup.name})` : ''
      const facts = [structure?.formula, structure?.inchikey].filter(Boolean).join('  ')
      return [
        ...indented(printable(`${label}${name}`), width, '  ', '    '),
        ...(facts === '' ? [] : [`    ${colours.faint(facts)}`]),
        ...indented(memberVerdicts(judgement), width, '    '),
      ]
    }),
    ...(more > 0 ? [`  ${setWords.more(more)}`] : []),
  ]
}
