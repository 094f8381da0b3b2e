import type { Reconciled } from '../../law/index.js'

export type ComparisonCounts = Omit<Reconciled[number], 'source' | 'lists' | 'written_from'>

/** The kind of file the records were compared with; the list they were made from only proves nothing was lost. */
const comparedWith = {
  official: 'the official text',
  copy: 'an unofficial copy of the official text',
  'other list': 'another list of the same law (not the official text)',
  'own list': 'the list from which these records were first made (neither the official text nor an independent check)',
} satisfies Record<NonNullable<Reconciled[number]['source']>, string>

/** A recorded comparison, in one line. */
export function comparedLine(r: Reconciled[number]): string {
  return `${comparedWith[r.source ?? 'official']}: ${countsLine(r)}`
}

/** The result of a comparison with an official text, in one line. */
export function countsLine(c: ComparisonCounts): string {
  const classes =
    c.class_items > 0
      ? `; ${c.class_items} class item${c.class_items === 1 ? '' : 's'}, ${c.class_items_same} with the ` +
        'wording from which the rule was written'
      : ''
  return (
    `${c.text} (${c.format}), text of ${c.as_of}: ${c.entries} entries, ${c.matched} matched (${c.not_structures} ` +
    `of them not structures), ${c.missing} missing, ${c.extra} only in the records` +
    `${c.other > 0 ? `, ${c.other} other difference${c.other === 1 ? '' : 's'}` : ''}${classes}`
  )
}
