import type { Drawing } from '../../../chem/index.js'
import { marginOf, pictureOf } from '../../drawing/picture.js'
import type { CoveredStructure, DraftFacts, SetImpact } from '../../draft-report.js'
import { impactWords } from '../../impact/impact-words.js'
import { html, type Html } from '../../markup.js'
import { measuredWords as w } from './measured-words.js'

/** Drawings by the text of the structure. */
export type Drawings = ReadonlyMap<string, Drawing>

/** Structures that a page draws of a draft and of sets: the parent, the closest to it and the furthest from it. */
export function drawnOf(draft: DraftFacts | null, sets: readonly SetImpact[]): string[] {
  return [
    ...(draft?.parent ? [draft.parent.smiles] : []),
    ...sets.flatMap((s) => [...s.closest, ...s.furthest].map((e) => e.smiles)),
  ]
}

/** Structures that are drawn in a row, at most; more would fill the page. */
export const mostDrawn = 12

/**
 * Structures side by side, each with its name and the atoms of its clauses marked.
 * @param notes a further line for some structures, by name
 */
export function structuresHtml(
  structures: readonly CoveredStructure[],
  drawings: Drawings,
  notes: ReadonlyMap<string, string> = new Map(),
): Html {
  return html`<div class="structures">${structures.map((s) => {
    const drawing = drawings.get(s.smiles)
    const facts = [
      ...(s.similarity === null ? [] : [impactWords.similarity(s.similarity)]),
      ...(s.clauses.length > 0 ? [`${impactWords.clause} ${s.clauses.map((c) => c.id).join(', ')}`] : []),
      ...s.atc,
    ]
    return html`<figure>${drawing ? structureSvg(drawing, s) : null}<figcaption><b>${s.name}</b><br><span class="faint">${facts.join('; ')}</span>${notes.has(s.name) ? html`<br>${notes.get(s.name)!}` : null}</figcaption></figure>`
  })}</div>`
}

export function structureSvg(drawing: Drawing, { name, clauses }: Pick<CoveredStructure, 'name' | 'clauses'>): Html {
  const marks = clauses.map((c) => c.atoms)
  const margin = marginOf(marks)
  const [width, height] = [drawing.width + 2 * margin, drawing.height + 2 * margin]
  const scale = Math.min(0.075, 210 / width)
  const alt =
    clauses.length === 0
      ? w.drawing(name)
      : w.marked(
          name,
          clauses.map((c) => c.id),
        )
  return html`<svg role="img" aria-label="${alt}" width="${Math.round(width * scale)}" height="${Math.round(height * scale)}" viewBox="${-margin} ${-margin} ${width} ${height}">${pictureOf(drawing, marks)}</svg>`
}
