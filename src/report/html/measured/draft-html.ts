import type { Drawing } from '../../../chem/index.js'
import type { CoveredStructure, DraftFacts, SetImpact } from '../../draft-report.js'
import { sizeOf } from '../../drawing/picture.js'
import { impactWords as w } from '../../impact/impact-words.js'
import type { Figures } from '../../impact/measured-blocks.js'
import { html, type Html } from '../../markup.js'
import { raceChartHtml } from '../charts/timeline-chart.js'
import { aheadChartHtml } from '../charts/ahead-chart.js'
import { upsetHtml } from '../charts/upset-chart.js'
import { drawingHtml } from '../page-row.js'
import { pageWords } from '../page-words.js'

/** What a page draws. */
export function figuresOf(drawings: Drawings): Figures {
  return {
    parent: ({ name, smiles }) => {
      const drawing = drawings.get(smiles)
      const svg = drawing && structureSvg(drawing, { name, clauses: [] })
      return svg ? html`<figure>${svg}<figcaption>${name}</figcaption></figure>` : null
    },
    structures: (structures, notes) => structuresHtml(structures, drawings, notes),
    ahead: aheadChartHtml,
    bars: raceChartHtml,
    upset: (others, draft) => upsetHtml(others, draft, w.draft),
  }
}

/** Drawings by the text of the structure. */
export type Drawings = ReadonlyMap<string, Drawing>

/** Structures that a page draws of a draft and of sets: the parent, the closest to it and the furthest from it. */
export function drawnOf(draft: DraftFacts | null, sets: readonly SetImpact[]): string[] {
  return [
    ...(draft?.parent ? [draft.parent.smiles] : []),
    ...sets.flatMap((s) => [...s.closest, ...s.furthest].map((e) => e.smiles)),
  ]
}

/**
 * Structures side by side, each with its name and the atoms of its clauses marked.
 * @param notes a further line for some structures, by name
 */
function structuresHtml(
  structures: readonly CoveredStructure[],
  drawings: Drawings,
  notes: ReadonlyMap<string, string> = new Map(),
): Html {
  return html`<div class="structures">${structures.map((s) => {
    const drawing = drawings.get(s.smiles)
    const facts = [
      ...(s.similarity === null ? [] : [w.similarity(s.similarity)]),
      ...(s.clauses.length > 0 ? [`${w.clause} ${s.clauses.map((c) => c.id).join(', ')}`] : []),
      ...s.atc,
    ]
    const note = notes.get(s.name)
    return html`<figure>${drawing ? structureSvg(drawing, s) : null}<figcaption><b>${s.name}</b><br>
      <span class="faint">${facts.join('; ')}</span>${note !== undefined && html`<br>${note}`}</figcaption></figure>`
  })}</div>`
}

function structureSvg(drawing: Drawing, { name, clauses }: Pick<CoveredStructure, 'name' | 'clauses'>): Html {
  const marks = clauses.map((c) => c.atoms)
  const scale = Math.min(0.075, 210 / sizeOf(drawing, marks).width)
  const alt =
    clauses.length === 0
      ? pageWords.drawing(name)
      : pageWords.marked(
          name,
          w.draft,
          clauses.map((c) => c.id),
        )
  return drawingHtml(drawing, marks, alt, (tenths) => Math.round(tenths * scale))
}
