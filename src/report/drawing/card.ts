import type { Drawing } from '../../chem/index.js'
import { atomsWords, clausesWords } from '../words/finding-words.js'
import { words } from '../words/answer-words.js'
import { charactersIn, Column, svgFile } from './column.js'
import { sizeOf } from './picture.js'
import type { CitedClause, Finding, Judgement } from '../../matching/index.js'
import { findingRow, textsOf, type Line } from '../text/finding-lines.js'

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
  const all = jurisdictions.flatMap(({ code, findings }) => findings.map((finding) => ({ code, finding })))
  const marked = all.flatMap(({ code, finding }) =>
    finding.kind === 'class' && finding.clauses.length > 0
      ? [{ title: titleOf(code, finding), lines: linesOf(finding), clauses: finding.clauses }]
      : [],
  )
  const others = all
    .filter(({ finding }) => finding.kind !== 'class' || finding.clauses.length === 0)
    .flatMap(({ code, finding }) => [titleOf(code, finding), ...linesOf(finding)])
  if (all.length === 0) return [{ title: verdict, lines: [words.nothingFound], clauses: [] }]
  return [...(others.length > 0 ? [{ title: '', lines: others, clauses: [] }] : []), ...marked]
}

function titleOf(code: string, finding: Finding): string {
  const { verdict, by } = findingRow(finding)
  return `${code}: ${verdict}, ${textsOf(by).slice(0, headOf(by)).join(' ')}`
}

function linesOf(finding: Finding): string[] {
  const { by, since, cite } = findingRow(finding)
  const clauses = finding.kind === 'class' ? clausesWords(finding.clauses.map((c) => c.id)) : ''
  const rest = textsOf(by)
    .slice(headOf(by))
    .filter((text) => clauses === '' || text !== clauses)
  const law = [textsOf(since).join(' '), cite[0]?.text ?? ''].filter((text) => text !== '')
  return [rest.join(', '), law.join('; ')].filter((text) => text !== '')
}

/** How many lines, up to the name in bold, are the title of a finding. */
function headOf(by: readonly Line[]): number {
  return by.findIndex((line) => line.style === 'strong') + 1 || 1
}
