import type { Drawing } from '../../chem/index.js'
import { atomsWords } from '../words/finding-words.js'
import { words } from '../words/answer-words.js'
import { charactersIn, Column, svgFile } from './column.js'
import { sizeOf } from './picture.js'
import type { CitedClause, Judgement } from '../../matching/index.js'
import { daysText, remarks, statementsOf, type Statement } from '../statement.js'

/** A drawing with its heading, and one legend line per clause. */
interface Panel {
  readonly title: string
  readonly lines: readonly string[]
  readonly clauses: readonly CitedClause[]
}

const gap = 14
const least = 420

/** An SVG file with the structure once per panel, one below the other, with the atoms of each clause in its colour. */
export function cardSvg(title: string, drawing: Drawing, panels: readonly Panel[]): string {
  const width = Math.max(least, Math.ceil(drawing.width / 10) + 2 * gap)
  const column = new Column(gap, charactersIn(width - 2 * gap - 24))
  column.text(title, gap, true)
  for (const panel of panels) {
    column.y += gap
    column.text(panel.title, gap, true)
    for (const line of panel.lines) column.text(line, gap)
    const marks = panel.clauses.map((c) => c.atoms)
    const own = sizeOf(drawing, marks)
    const size = { width: own.width / 10, height: own.height / 10 }
    column.drawing(drawing, marks, { x: Math.max(0, (width - size.width) / 2), ...size })
    column.y += gap / 2
    for (const [n, { id, cite, reads, atoms }] of panel.clauses.entries())
      column.legend(n, `clause ${id} (${cite}): ${reads}; ${atomsWords(atoms)}`, gap)
  }
  return svgFile(title, width, Math.ceil(column.y + gap), column.rows)
}

/** The panels of a judgement: the structure with the entries that name it, then once per class rule with its atoms. */
export function panelsOf({ jurisdictions, verdict }: Judgement): Panel[] {
  const all = jurisdictions.flatMap((j) => statementsOf(j.code, j))
  const marked = all
    .filter(({ clauses }) => clauses.length > 0)
    .map((one) => ({ title: titleOf(one), lines: linesOf(one), clauses: one.clauses }))
  const others = all.filter(({ clauses }) => clauses.length === 0).flatMap((one) => [titleOf(one), ...linesOf(one)])
  if (all.length === 0) return [{ title: verdict, lines: [words.nothingFound], clauses: [] }]
  return [...(others.length > 0 ? [{ title: '', lines: others, clauses: [] }] : []), ...marked]
}

function titleOf({ law, verdict, name }: Statement): string {
  return `${law}: ${verdict}, ${verdict === 'proposed' ? `${words.wouldBeCovered}: ` : ''}${name}`
}

function linesOf(statement: Statement): string[] {
  const { name, place, clauses, cite } = statement
  // Clauses are in the legend.
  const [, ...rest] = clauses.length > 0 ? place : ['', ...place]
  const notes = remarks(statement, true).filter((note) => note !== `${words.why}: ${name}`)
  const law = [daysText(statement), cite ?? ''].filter((text) => text !== '')
  return [[...rest, ...notes].join(', '), law.join('; ')].filter((text) => text !== '')
}
