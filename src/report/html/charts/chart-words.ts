/** Words of the plots; the tables next to them have the same numbers. */
export const chartWords = {
  last: (listed: number, inClass: number, total: number, until: string) =>
    `${listed} listed and ${inClass} in a class alone, of ${total}, on ${until}`,
  stepsAlt: (name: string, listed: number, inClass: number, total: number, until: string) =>
    `Step chart of the structures listed and in a class over the years, ${name}; at its end, ${until}: ` +
    `${listed} listed, ${inClass} in a class alone, of ${total}`,
  raceAlt: (n: number) =>
    `Bar chart of days uncontrolled of ${n} structures under both; the table below has the numbers`,
  raceCut: (shown: number, all: number) => `the ${shown} longest of ${all}`,
  timelineAlt: (name: string) => `Time line of ${name} in each jurisdiction; the table below has the days`,
  dashed: 'dashed: law reviewed up to this day',
  begin: (codes: readonly (readonly [code: string, day: string])[]) =>
    `Records begin: ${codes.map(([code, day]) => `${code} ${day}`).join(', ')}. Earlier control is not ` +
    'shown, and undecided structures are not counted.',
  checked: (day: string) => `law reviewed up to ${day}`,
} as const
