import type { Drawing } from '../../chem/index.js'
import type { Result } from '../result-schema.js'
import { decidedLines } from '../set-lines.js'
import { setWords } from '../words/finding-words.js'
import { plainFigure } from './detail.js'
import { badge } from './finding-html.js'
import { html, type Html } from '../markup.js'
import type { RowPart } from './page-row.js'
import { pageWords } from './page-words.js'
import type { SharedHtml } from './shared-html.js'

/** The members of a set in a table, with what decides between them above it. */
export function membersPart(
  { jurisdictions, members = [] }: Result,
  drawings: readonly (Drawing | null)[],
  pieces: SharedHtml,
): RowPart {
  const codes = jurisdictions.map(({ code }) => code)
  const decided = decidedLines(jurisdictions)
  const body = html`<h3>${setWords.members(members.length)}</h3>${
    decided.length === 0 ? null : html`<ul class="plain">${decided.map((line) => html`<li>${line}</li>`)}</ul>`
  }<div class="scroll"><table class="verdicts"><thead><tr><th scope="col">${setWords.member}</th><th scope="col">${pageWords.facts}</th>${codes.map((code) => html`<th scope="col">${code}</th>`)}</tr></thead><tbody>${members.map(
    (member, i) =>
      html`<tr><th scope="row">${member.label}</th><td>${drawingOf(member, drawings[i] ?? null)}${factsOf(member)}</td>${codes.map(
        (code) => {
          const own = member.jurisdictions.find((j) => j.code === code)
          return html`<td>${own ? badge(own.verdict) : null}</td>`
        },
      )}</tr>`,
  )}</tbody></table></div>`
  return { head: null, body: pieces.of(body), marks: null, alt: '' }
}

type Member = NonNullable<Result['members']>[number]

function drawingOf({ label }: Member, drawing: Drawing | null): Html | null {
  return drawing && plainFigure(drawing, pageWords.drawing(label))
}

function factsOf({ structure, lookup }: Member): string {
  return [lookup?.name, structure?.formula, structure?.inchikey, structure?.smiles].filter(Boolean).join('  ')
}
