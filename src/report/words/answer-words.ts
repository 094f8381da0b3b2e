import type { SetVerdict, UsedPosition } from '../../matching/index.js'
import { shownVerdict } from '../shown-verdict.js'

/** Columns of tables of answers. */
export const headings = {
  verdict: 'verdict',
  by: 'by',
  since: 'controlled since',
  cite: 'citation',
  jurisdiction: 'jurisdiction',
  reviewed: 'law reviewed to',
  until: 'until',
  notes: 'notes',
  row: 'name and input',
} as const

/** Texts that belong to no single finding. */
export const words = {
  waived: ({ reason, owner, until }: { reason: string; owner: string; until: string }) =>
    `waived until ${until} by ${owner}: ${reason}`,
  nothingFound: 'No recorded entry or rule covers it',
  wouldBeCovered: 'would be covered by',
  proposed: 'proposed',
  assumed: 'in force as assumed (--assume)',
  leansOn: 'depends on an open question:',
  reachedBy: 'covered by',
  why: 'why',
  note: 'note',
  limits: 'limits:',
  /** Findings that a line does not show. @param kinds other kinds of control than that of the finding shown */
  more: (counted: number, proposed: number, kinds: readonly string[]) => {
    const parts = [
      ...(counted > 0 ? [[`+${counted}`, ...(kinds.length > 0 ? [kinds.join(' and ')] : [])].join(' ')] : []),
      ...(proposed > 0 ? [`+${proposed} proposed`] : []),
    ]
    return parts.length === 0 ? '' : ` (${parts.join(', ')})`
  },
  inFull: 'In full: --explain.',
  notKnown: 'not known',
  sinceUnknown: 'first day not known',
  inForceSince: (day: string) => `in force since ${day}`,
  controlledSince: (day: string) => `controlled since ${day}`,
  orEarlier: (day: string) => `${day} or earlier`,
  between: (first: string, last: string) => `a day between ${first} and ${last}`,
  thisEntry: (day: string) => `this entry: ${day}`,
  notInForce: 'not in force',
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
  byReading: ' (by reading)',
  firstDayUnknown: '<= controlled by then, first day not recorded',
  /** In a list, for a finding that has no such text. */
  noText: '-',
  openQuestion: /^(open question of the text|a structure cannot decide): /,
  openLabel: 'open structure (undecided)',
  gapCouldReach: 'A law that is not recorded here may cover it',
  gapReads: 'A provision as read here',
  edition: 'Edition',
  footer: 'This answer covers only the law in this edition. A substance not found here may still be controlled.',
  stillControlled: 'A substance not found may be controlled. ',
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

/** @param asked what is open for every structure, and documents that are wanted; each a sentence with a space */
export function footerWords(edition: string, gaps: number, asked: string): string {
  const known = gaps === 0 ? '' : `${gaps} known ${gaps === 1 ? 'gap' : 'gaps'} (law gaps). `
  return `${known}${asked}${words.edition} ${edition}.`
}

type Said = { readonly [K in keyof UsedPosition]: UsedPosition[K] | undefined } & Pick<
  UsedPosition,
  'question' | 'answer' | 'by'
>

/** What an answer says where it rests on positions: how open questions were answered, and by whom. */
export interface Positioned {
  readonly verdict: SetVerdict
  readonly ofSet?: { readonly verdict: SetVerdict } | undefined
  readonly positions?: readonly Said[] | undefined
  /** The verdict by the words of the law alone. */
  readonly byWords?: SetVerdict | undefined
}

/** Positions in a few words; null if the answer rests on the words of the law alone. */
function positionWords({ verdict, positions, byWords }: Positioned, brief: boolean): string | null {
  if (!positions) return null
  const own = positions.filter(({ origin }) => origin === undefined)
  return verdict === byWords && own.length > 0
    ? `your position ${textOf(own)} changes nothing`
    : byPositionsWords(positions, brief)
}

/**
 * The same, with the verdict and what it would be without them.
 * @param brief names a recorded reading by its id alone
 */
export function positionSentence(answer: Positioned, brief = false): string | null {
  const said = positionWords(answer, brief)
  const { verdict, byWords = verdict } = answer
  if (said === null || verdict === byWords) return said
  return `${verdict} ${said}. By the words of the law alone: ${byWords}.`
}

/** Marks a verdict that the words of the law alone do not give. */
export function positionMark(positioned: Positioned): string {
  const { byWords, positions = [] } = positioned
  if (byWords === undefined || byWords === shownVerdict(positioned)) return ''
  return positions.every(({ origin }) => origin !== undefined) ? words.byReading : words.byPosition
}

/** What something rests on. */
export function byPositionsWords(positions: NonNullable<Positioned['positions']>, brief = false): string {
  const own = positions.filter(({ origin }) => origin === undefined)
  const recorded = positions.flatMap((said) => (said.origin === undefined ? [] : readingText(said.origin, said, brief)))
  return [...recorded, ...(own.length > 0 ? [`by your position ${textOf(own)}`] : [])].join('; ')
}

function textOf(positions: NonNullable<Positioned['positions']>): string {
  return positions.map(positionText).join('; ')
}

function positionText({ question, answer, by, note }: NonNullable<Positioned['positions']>[number]): string {
  const who = [by, note].filter((part) => part !== null && part !== undefined).join('; ')
  return `${question} = ${answer}${who === '' ? '' : ` (${who})`}`
}

/** On what a recorded reading rests, what it says, and how it is answered otherwise. */
function readingText(
  origin: NonNullable<UsedPosition['origin']>,
  { by, day, note, members, cite, reading }: Said,
  brief: boolean,
): string {
  const said = `${note!.replace(/\.$/, '')}${members ? ` (as ${members.join(', ')} show)` : ''}`
  const source = {
    example: 'by the examples of the item',
    'earlier text': 'as continued from an earlier text',
    authority: `as read by ${by}, ${day ?? 'day not seen'} (not binding)`,
    fact: `by a recorded fact (${cite})`,
  }[origin]
  return brief ? `${source} [${reading}]` : `${source}: ${said} [${reading}]`
}
