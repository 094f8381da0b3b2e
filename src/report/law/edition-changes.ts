import type { Stats, EditionChange, EditionChanges } from '../../law/index.js'
import { editionName, type EditionRef } from '../run-info.js'
import { heading, items, section, table, text, type Block } from '../document/model.js'

const titles = {
  added: 'Added',
  changed: 'Changed',
  removed: 'Removed',
} satisfies Record<EditionChange['what'], string>

export function editionChangeBlocks(before: EditionRef, after: EditionRef, found: EditionChanges): Block[] {
  const { changes, reviewed } = found
  return [
    heading(`From edition ${editionName(before)} to ${editionName(after)}`, 1),
    ...(changes.length === 0 && reviewed.length === 0 ? [text('The records are the same.')] : []),
    ...section(
      'Reviewed',
      items(
        reviewed.map(({ jurisdiction, from, to }) => {
          if (from === null) return `${jurisdiction}: new, up to ${to}`
          return to === null ? `${jurisdiction}: no longer recorded` : `${jurisdiction}: up to ${to}, before ${from}`
        }),
      ),
    ),
    ...(['added', 'changed', 'removed'] as const).flatMap((what) =>
      section(
        titles[what],
        table(
          ['Law', 'Record', 'Id', 'Name'],
          changes.filter((c) => c.what === what).map((c) => [c.jurisdiction ?? '', c.kind, c.id, c.name]),
        ),
      ),
    ),
  ]
}

/** Why a law leaves a structure undecided on a day; `drawing`: the structure itself is open. */
const reasons = ['records begin later', 'first day unknown', 'open question', 'gap', 'drawing'] as const
export type Reason = (typeof reasons)[number]

/** How much a law decides of the recorded structures, each on one day of each year. */
export interface LawDecided {
  readonly code: string
  readonly years: readonly { readonly year: number; readonly structures: number; readonly decided: number }[]
  /** Structures that each reason leaves undecided in at least one of the years. */
  readonly reasons: Readonly<Record<Reason, number>>
}

/** What share of the recorded structures each law decides, year by year, and what the rest is for. */
export function decidedBlocks(laws: readonly LawDecided[]): Block[] {
  const years = laws[0]?.years.map(({ year }) => year) ?? []
  const [{ structures } = { structures: 0 }] = laws[0]?.years ?? []
  return [
    text(
      `Of ${structures} recorded structures, the share in percent that each law decides (listed, class or ` +
        'uncontrolled) on 1 July of each year.',
    ),
    ...table(
      ['Law', ...years.map(String)],
      laws.map((law) => [law.code, ...law.years.map((y) => shareOf(y.decided, y.structures))]),
    ),
    heading('Why not'),
    text('Structures that each reason leaves undecided in at least one of these years.'),
    ...table(
      ['Law', ...reasons],
      laws.map((law) => [law.code, ...reasons.map((reason) => law.reasons[reason])]),
    ),
  ]
}

/** A bar for each year, and the share in the last one. */
export function decidedLine({ from_year: from, per_thousand: shares }: NonNullable<Stats['decided']>): string {
  const bars = shares.map((share) => '▁▂▃▄▅▆▇█'[Math.min(7, Math.floor(share / 125))]).join('')
  const years = `${from} to ${from + shares.length - 1}`
  return (
    `recorded structures that it decides (listed, class or uncontrolled), ${years}: ${bars}; ` +
    `${shares[0]! / 10} % first, ${shares.at(-1)! / 10} % last, ${Math.min(...shares) / 10} % at the lowest`
  )
}

/** Never 100 if one is missing. */
function shareOf(decided: number, structures: number): string {
  return (Math.floor((1000 * decided) / structures) / 10).toFixed(1)
}
