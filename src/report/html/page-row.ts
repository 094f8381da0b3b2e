import type { Drawing } from '../../chem/index.js'
import type { SetVerdict } from '../../matching/index.js'
import type { ComparedVerdict } from '../comparison.js'
import { type Marks, pictureOf, sizeOf, viewOf, toneOf } from '../drawing/picture.js'
import { badge } from '../document/html.js'
import { actParts, daysText, remarks, type Statement } from '../statement.js'
import { words } from '../words/answer-words.js'
import { atomsWords, choiceWords, setWords } from '../words/finding-words.js'
import { html, Html, link, listHtml } from '../markup.js'
import { countedByVerdict, type ShownVerdict } from '../shown-verdict.js'
import { pageWords } from './page-words.js'

export interface RowPart {
  /** Indices of heading and words among the shared pieces of HTML. Null if the heading is that of the previous part. */
  readonly head: number | null
  readonly body: number
  /** Atoms of each clause; null where no clause speaks of atoms. */
  readonly marks: Marks | null
  /** Text alternative for the drawing. */
  readonly alt: string
}

/** One row of the table of a page. Its texts come from the input: they are escaped where they are shown. */
export interface PageRow {
  readonly n: number
  readonly id: string
  readonly input: string
  readonly verdict: ComparedVerdict
  /** One verdict for each column of the table, in order; null where that side has no such row. */
  readonly columns: readonly (ComparedVerdict | null)[]
  /** The same as they are shown, where those above only count: of a set, or of what is not recorded. */
  readonly shown?: { readonly verdict: ShownVerdict; readonly columns: readonly SetVerdict[] }
  readonly by: string
  /** Between two scenarios: whether its verdict differs anywhere. */
  readonly moves?: boolean
  readonly facts: readonly string[]
  readonly problem: string | null
  readonly fields: readonly (readonly [name: string, value: string])[]
  /** Null where nothing was found, or no drawing could be made. */
  readonly drawing: Drawing | null
  readonly parts: readonly RowPart[]
  /** Pieces shown below all parts. */
  readonly notes: readonly number[]
}

/** What the table of a page is made of, apart from its rows. */
export interface TableData {
  readonly columns: readonly string[]
  /** Whether an earlier column gives the verdict of the whole row. */
  readonly overall: boolean
  readonly pieces: readonly string[]
}

/** Placeholder for the atoms of a clause. No value can contain it: `html` shows control characters as text. */
const atomsHere = '\u0001'

/** All that a page shows about one structure. The same in the file and in the browser, where rows are opened. */
export function detailHtml(row: PageRow, pieces: readonly string[]): Html {
  const piece = (n: number) => new Html(pieces[n] ?? '')
  const plain = row.drawing !== null && !row.parts.some((p) => p.marks !== null)
  return html`<div class="detail">${plain && plainFigure(row.drawing!, pageWords.drawing(row.id))}<div class="words">
    <p class="input"><code>${row.input}</code></p>
    ${row.facts.length > 0 && html`<p class="faint">${row.facts.join('  ')}</p>`}
    ${row.problem !== null && html`<p>${row.problem}</p>`}${fields(row.fields)}</div>
    ${row.parts.map((part) => partHtml(part, row.drawing, piece))}${row.notes.map(piece)}</div>`
}

function partHtml(part: RowPart, drawing: Drawing | null, piece: (n: number) => Html): Html {
  const { marks } = part
  const body = marks === null ? piece(part.body) : withAtoms(piece(part.body), marks)
  return html`<section class="part">${part.head !== null && piece(part.head)}<div class="pair">
    ${drawing && marks && markedFigure(drawing, marks, part.alt)}<div>${body}</div></div></section>`
}

/** Fills the places that were left for the atoms of each clause. */
function withAtoms(body: Html, marks: Marks): Html {
  let next = 0
  return new Html(body.text.replaceAll(atomsHere, () => html`${atomsWords(marks[next++] ?? [])}`.text))
}

/** In how many laws each verdict occurs; the verdict of the whole where only one was asked, or none answers. */
export function verdictCounts(
  verdicts: readonly ShownVerdict[],
  overall: ShownVerdict,
  badgeOf: (verdict: ShownVerdict) => Html = badge,
): Html {
  if (verdicts.length < 2) return badgeOf(overall)
  const counts = countedByVerdict(verdicts, (verdict) => verdict)
  return html`${counts.map((c) => html`${badgeOf(c.verdict)} <span class="faint">${`${c.laws.length}`}</span> `)}`
}

/** A drawing without marks. */
export function plainFigure(drawing: Drawing, alt: string): Html {
  return markedFigure(drawing, [], alt)
}

/** A drawing with the atoms of each mark in its colour. */
export function markedFigure(drawing: Drawing, marks: Marks, alt: string): Html {
  return html`<figure>${drawingHtml(drawing, marks, alt, (tenths) => Math.ceil(tenths / 10))}</figure>`
}

/** @param shown pixels for a length in tenths of a pixel */
export function drawingHtml(drawing: Drawing, marks: Marks, alt: string, shown: (tenths: number) => number): Html {
  const { width, height } = sizeOf(drawing, marks)
  const size = html`width="${shown(width)}" height="${shown(height)}" viewBox="${viewOf(drawing, marks)}"`
  return html`<svg role="img" aria-label="${alt}" ${size}>${pictureOf(drawing, marks)}</svg>`
}

function fields(given: PageRow['fields']): Html | null {
  if (given.length === 0) return null
  return html`<dl class="fields" aria-label="${pageWords.data}">
    ${given.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`
}

export class SharedHtml {
  readonly #numbers = new Map<string, number>()

  of(piece: Html): number {
    const known = this.#numbers.get(piece.text)
    if (known !== undefined) return known
    this.#numbers.set(piece.text, this.#numbers.size)
    return this.#numbers.size - 1
  }

  get all(): string[] {
    return [...this.#numbers.keys()]
  }
}

/** A statement in words: entry or rule, clauses with their colours, reservations, days, and the citation as a link. */
export function statementHtml(statement: Statement): Html {
  const { verdict, name, place, clauses, readings, cite, url, members } = statement
  // Clauses are in the legend.
  const [, ...rest] = clauses.length > 0 ? place : ['', ...place]
  const notes = [...(members ? [setWords.only(members)] : []), ...remarks(statement, true)].filter(
    (note) => note !== `${words.why}: ${name}`,
  )
  const legend = clauses.map(
    (c, n) => html`<span class="swatch tone-${toneOf(n)}"></span><span>
      <b>clause ${c.id}</b> (${c.cite}): ${c.reads}; <span class="faint">${new Html(atomsHere)}</span></span>`,
  )
  const days = daysText(statement)
  const act = actParts(statement).map((part) => html`, <span class="faint">${part}</span>`)
  return html`<p>${badge(verdict)} ${verdict === 'proposed' && `${words.wouldBeCovered}: `}<b>${name}</b>
    ${rest.length > 0 && `, ${rest.join(', ')}`}</p>
    ${legend.length > 0 && listHtml(legend, 'legend')}${notes.length > 0 && listHtml(notes, 'plain')}
    ${readings.map(
      (r) => html`<p class="faint">reading ${r.id}: ${r.question} ${choiceWords[r.choice]} (${r.basis})</p>`,
    )}
    ${days !== '' && html`<p>${days}</p>`}
    ${cite !== null && html`<p class="cite">${link(url, cite)}${act}</p>`}`
}
