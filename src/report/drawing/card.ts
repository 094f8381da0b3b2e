import type { Drawing } from '../../chem/index.js'
import { html, type Html } from '../markup.js'
import { atomsWords, clausesWords, verdictWords } from '../words/finding-words.js'
import { words } from '../words/answer-words.js'
import { wrap } from '../text/wrap.js'
import { marginOf, pictureOf, toneOf, tones } from './picture.js'
import type { Finding, Judgement } from '../../matching/index.js'
import { findingRow } from '../text/finding-lines.js'

interface LegendClause {
  readonly id: string
  readonly cite: string
  readonly reads: string
  readonly atoms: readonly number[]
}

/** A drawing with its heading, and one legend line per clause. */
interface Panel {
  readonly title: string
  readonly lines: readonly string[]
  readonly clauses: readonly LegendClause[]
}

const px = { text: 13, line: 18, gap: 14, least: 420, perColumn: 6.9 }

/** An SVG file with the structure once per panel, one below the other, with the atoms of each clause in its colour. */
export function cardSvg(title: string, drawing: Drawing, panels: readonly Panel[]): string {
  const width = Math.max(px.least, Math.ceil(drawing.width / 10) + 2 * px.gap)
  const columns = Math.floor((width - 2 * px.gap - 24) / px.perColumn)
  let y = px.gap
  const rows: Html[] = []
  const line = (text: string, x: number, style: 'strong' | 'plain') => {
    rows.push(
      html`<text x="${x}" y="${y + px.text}"${style === 'strong' ? html` font-weight="bold"` : null}>${text}</text>`,
    )
    y += px.line
  }
  for (const text of wrap(title, columns)) line(text, px.gap, 'strong')
  for (const panel of panels) {
    y += px.gap
    for (const text of wrap(panel.title, columns)) line(text, px.gap, 'strong')
    for (const text of panel.lines.flatMap((l) => wrap(l, columns))) line(text, px.gap, 'plain')
    const marks = panel.clauses.map((c) => c.atoms)
    const margin = marginOf(marks)
    const size = { width: (drawing.width + 2 * margin) / 10, height: (drawing.height + 2 * margin) / 10 }
    rows.push(
      html`<svg x="${Math.max(0, (width - size.width) / 2)}" y="${y}" width="${size.width}" height="${size.height}" viewBox="${-margin} ${-margin} ${drawing.width + 2 * margin} ${drawing.height + 2 * margin}" color="#000">${pictureOf(drawing, marks)}</svg>`,
    )
    y += size.height + px.gap / 2
    for (const [n, clause] of panel.clauses.entries()) {
      const tone = tones[toneOf(n)]!
      rows.push(
        html`<rect x="${px.gap}" y="${y + 2}" width="14" height="14" rx="3" fill="${tone.fill}" stroke="${tone.edge}"/>`,
      )
      for (const text of wrap(
        `${words.clause} ${clause.id} (${clause.cite}): ${clause.reads}; ${atomsWords(clause.atoms)}`,
        columns,
      ))
        line(text, px.gap + 24, 'plain')
    }
  }
  const height = Math.ceil(y + px.gap)
  return html`<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" font-family="Arial, Helvetica, sans-serif" font-size="${px.text}" fill="#000"><title>${title}</title><rect width="100%" height="100%" fill="#fff"/>
${rows.map((row) => html`${row}\n`)}</svg>
`.text
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
  if (all.length === 0) return [{ title: verdictWords[verdict], lines: [words.nothingFound], clauses: [] }]
  return [...(others.length > 0 ? [{ title: '', lines: others, clauses: [] }] : []), ...marked]
}

function titleOf(code: string, finding: Finding): string {
  const { verdict, by } = findingRow(finding)
  return `${code}: ${verdict === 'proposed' ? words.proposed : verdictWords[verdict]}, ${by
    .slice(0, by.findIndex((l) => l.style === 'strong') + 1 || 1)
    .map((l) => l.text)
    .join(' ')}`
}

function linesOf(finding: Finding): string[] {
  const { by, since, cite } = findingRow(finding)
  const clauses = finding.kind === 'class' ? clausesWords(finding.clauses.map((c) => c.id)) : ''
  const rest = by
    .slice(by.findIndex((l) => l.style === 'strong') + 1 || 1)
    .map((l) => l.text)
    .filter((text) => clauses === '' || text !== clauses)
  return [
    rest.join(', '),
    [since.map((l) => l.text).join(' '), cite[0]?.text ?? ''].filter((t) => t !== '').join('; '),
  ].filter((text) => text !== '')
}
