/** Words of the plots of a page that measures; the tables next to them have the same numbers. */
export const measuredWords = {
  upsetAlt: (sets: number, rules: number) =>
    `UpSet plot: ${sets} sets of structures, each covered by the same of ${rules} rules. A column is one ` +
    'set; filled dots say which rules cover it, the bar above how many structures it has. The table ' +
    'below has the numbers.',
  aheadAlt: (known: number, listed: number, ahead: number, until: string) =>
    'Step chart over the years of substances that the draft covers: known, on a list, and covered by the ' +
    `draft before any list. On ${until}: ${known} known, ${listed} listed, ${ahead} covered by the draft ` +
    'alone. The table below has the days of each substance.',
  known: 'known (solid line)',
  listed: 'on a list (dashed line)',
  ahead: 'covered by the draft, on no list yet (dotted line)',
} as const
