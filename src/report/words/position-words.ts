import type { SetVerdict, UsedPosition } from '../../matching/index.js'
import { shownVerdict } from '../shown-verdict.js'

/** What an answer says where it rests on positions: how open questions were answered, and by whom. */
interface Positioned {
  readonly verdict: SetVerdict
  readonly ofSet?: { readonly verdict: SetVerdict }
  readonly positions?: readonly (Omit<UsedPosition, 'note'> & { readonly note?: string | undefined })[] | undefined
  /** The verdict by the words of the law alone. */
  readonly byWords?: SetVerdict | undefined
}

/** Positions in a few words; null if the answer rests on the words of the law alone. */
export function positionWords({ verdict, positions, byWords }: Positioned): string | null {
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
  return byWords !== undefined && byWords !== shownVerdict(positioned) ? ' (by position)' : ''
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
