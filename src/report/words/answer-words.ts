import type { SetVerdict, UsedPosition } from '../../matching/index.js'
import { shownVerdict } from '../shown-verdict.js'

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
  notes: 'notes',
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
  until: (day: string) => `until ${day}`,
  /** Labels of the rows of one finding. */
  as: 'as',
  also: 'also',
  readAs: 'Read as',
  since: 'since',
  from: 'from',
  end: 'until',
  law: 'law',
  open: 'open',
  byPosition: ' (by position)',
  firstDayUnknown: '<= controlled on that day; the first day is not recorded',
  /** In a list, for a finding that has no such text. */
  noText: '-',
  openQuestion: /^(open question of the text|a structure cannot decide): /,
  openLabel: 'open structure (undecided)',
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

/** What an answer says where it rests on positions: how open questions were answered, and by whom. */
export interface Positioned {
  readonly verdict: SetVerdict
  readonly ofSet?: { readonly verdict: SetVerdict } | undefined
  readonly positions?: readonly (Omit<UsedPosition, 'note'> & { readonly note?: string | undefined })[] | undefined
  /** The verdict by the words of the law alone. */
  readonly byWords?: SetVerdict | undefined
}

/** Positions in a few words; null if the answer rests on the words of the law alone. */
function positionWords({ verdict, positions, byWords }: Positioned): string | null {
  if (!positions) return null
  return verdict === byWords ? `your position ${textOf(positions)} changes nothing` : byPositionsWords(positions)
}

/** The same, with the verdict and what it would be without them. */
export function positionSentence(answer: Positioned): string | null {
  const said = positionWords(answer)
  const { verdict, byWords = verdict } = answer
  if (said === null || verdict === byWords) return said
  return `${verdict} ${said}. By the words of the law alone: ${byWords}.`
}

/** Marks a verdict that the words of the law alone do not give. */
export function positionMark(positioned: Positioned): string {
  const { byWords } = positioned
  return byWords !== undefined && byWords !== shownVerdict(positioned) ? words.byPosition : ''
}

/** What something rests on. */
export function byPositionsWords(positions: NonNullable<Positioned['positions']>): string {
  return `by your position ${textOf(positions)}`
}

function textOf(positions: NonNullable<Positioned['positions']>): string {
  return positions.map(positionText).join('; ')
}

function positionText({ question, answer, by, note }: NonNullable<Positioned['positions']>[number]): string {
  const who = [by, note].filter((part) => part !== null && part !== undefined).join('; ')
  return `${question} = ${answer}${who === '' ? '' : ` (${who})`}`
}

/** What is wrong with positions as given. */
export const positionErrors = {
  none: (text: string) =>
    `--position ${text}: neither an answer (QUESTION=ANSWER; coverage questions prints the questions) nor a file`,
  columns: (file: string, names: readonly string[]) => `${file}: no column ${names.join(', ')} (a table of decisions)`,
  bad: (place: string, field: string, message: string) => `${place}${field === '' ? '' : `: ${field}`}: ${message}`,
} as const
