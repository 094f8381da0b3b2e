export const headings = {
  jurisdiction: '',
  verdict: 'verdict',
  by: 'by',
  since: 'controlled since',
  cite: 'citation',
} as const

/** Columns of the tables that `check`, `history` and `compare` write as Markdown. */
export const answerColumns = {
  jurisdiction: 'jurisdiction',
  reviewed: 'law reviewed to',
  from: 'from',
  until: 'until',
  id: 'row',
  changes: 'changes',
  gained: 'new',
  lost: 'no longer',
} as const

/** Texts that belong to no single finding. */
export const words = {
  nothingFound: 'No recorded entry or rule covers it',
  wouldBeCovered: 'would be covered by',
  proposed: 'proposed',
  assumed: 'in force as assumed (--assume)',
  leansOn: 'depends on an open question:',
  reachedBy: 'covered by',
  why: 'why',
  note: 'note',
  reservation: 'with a reservation (--explain)',
  limits: 'limits:',
  /** Findings that a line does not show. */
  /** @param kinds other kinds of control than that of the finding shown */
  more: (counted: number, proposed: number, kinds: readonly string[]) => {
    const parts = [
      ...(counted > 0 ? [[`+${counted}`, ...(kinds.length > 0 ? [kinds.join(' and ')] : [])].join(' ')] : []),
      ...(proposed > 0 ? [`+${proposed} proposed`] : []),
    ]
    return parts.length === 0 ? '' : ` (${parts.join(', ')})`
  },
  inFull: 'In full: --explain, or one law with -j.',
  notKnown: 'not known',
  sinceUnknown: 'first day not known',
  inForceSince: (day: string) => `in force since ${day}`,
  controlledSince: (day: string) => `controlled since ${day}`,
  by: (day: string) => `by ${day}`,
  orEarlier: (day: string) => `${day} or earlier`,
  thisEntry: (day: string) => `this entry: ${day}`,
  notInForce: 'not in force',
  inAll: (n: number) => `in all ${n} jurisdictions`,
  gapCouldReach: 'A law that is not recorded here may cover it',
  edition: 'Edition',
  footer: 'This answer covers only the law in this edition. A substance not found here may still be controlled.',
  stillControlled: 'A substance not found may be controlled.',
  molBlock: 'mol block',
  setAside: 'set aside, as the law itself provides',
  wouldFitBy: 'would match by clause',
  closest: 'closest class rule',
  doesNotFit: 'it does not fit',
} as const

/** An input on one line: a mol block by its title. */
export function inputName(input: string): string {
  return input.includes('\n') ? `${words.molBlock} ${input.split('\n', 1)[0]!.trim()}`.trim() : input
}

/** The basis of an answer: the editions of the law. */
export function basisWords(editions: readonly string[]): string {
  return `${words.edition} ${editions.join('; ')}. ${words.footer}`
}

export function footerWords(edition: string, gaps: number): string {
  const known = gaps === 0 ? '' : `; ${gaps} known ${gaps === 1 ? 'gap' : 'gaps'}: coverage law gaps`
  return `${words.edition} ${edition}${known}. ${words.stillControlled}`
}
