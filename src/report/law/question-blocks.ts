import { csvLine } from '../csv.js'
import { andMore } from '../words/finding-words.js'
import type { OpenQuestion, PlaceOfQuestion } from '../../law/index.js'
import { wantedWords } from '../words/wanted-words.js'
import { heading, items, text, type Block } from '../document/model.js'

/** A structure that depends on an open question. */
export interface Depending {
  readonly name: string
  readonly smiles: string
  /** Why it may be a medicinal product; none for a recorded substance. */
  readonly medicine?: string
}

/** An open question, and the structures of some sets that depend on it. */
export interface QuestionAsked extends OpenQuestion {
  readonly depending: readonly (readonly [set: string, structures: readonly Depending[]])[]
}

/**
 * A table of decisions to be made, as `--position` reads it: a row without an answer decides nothing. That a substance
 * is approved somewhere is offered as an answer to the question whether it is a medicinal product, and not applied.
 */
export function decisionRows(
  questions: readonly QuestionAsked[],
  day: string,
  inchikeyOf: (smiles: string) => string | null,
): string {
  const rows = questions.flatMap(({ id, depending }) => {
    const asksMedicine = id.endsWith('/medicine')
    const structures = new Map(depending.flatMap(([, own]) => own.map((one) => [inchikeyOf(one.smiles), one] as const)))
    structures.delete(null)
    return [...structures].map(([inchikey, { name, smiles, medicine = '' }]) =>
      csvLine([inchikey!, id, asksMedicine && medicine !== '' ? 'yes' : '', medicine, day, name, smiles]),
    )
  })
  return csvLine(['inchikey', 'question', 'answer', 'source', 'day', 'name', 'smiles']) + rows.join('')
}

/** The open questions of some law on a day, those on which most structures depend first in each jurisdiction. */
export function questionBlocks(questions: readonly QuestionAsked[], on: string): Block[] {
  if (questions.length === 0) return [text(`The words of these laws leave no question open that the records name.`)]
  const hasYes = questions.some(({ places }) => places.some(({ yes }) => yes !== null))
  return [
    text(
      `Questions that the law leaves open on ${on}. Answer one with --position ID=controlled or "ID=not ` +
        `controlled"${hasYes ? ', yes or no' : ''}, or in coverage.config.json; every answer that rests on it says so.`,
    ),
    ...[...questions].sort((a, b) => order(a, b)).flatMap(questionBlock),
  ]
}

function order(a: QuestionAsked, b: QuestionAsked): number {
  return a.jurisdiction < b.jurisdiction ? -1 : a.jurisdiction > b.jurisdiction ? 1 : total(b) - total(a)
}

function total({ depending }: QuestionAsked): number {
  return depending.reduce((sum, [, structures]) => sum + structures.length, 0)
}

function questionBlock({ id, places, depending }: QuestionAsked): Block[] {
  const [first] = places
  const isSame = places.every(({ question }) => question === first.question)
  return [
    heading(id),
    ...(isSame ? [text(`${first.question} (${citesOf(places)})`)] : []),
    ...items(
      [
        ...(isSame ? [meaningOf(first)] : places.map((place) => `${place.id}: ${place.question} (${place.cite})`)),
        `Depend on it: ${depending.map(([set, structures]) => `${structures.length} ${set}`).join(', ')}`,
        ...(isSame && places.length > 1 ? [askedIn(places)] : []),
        ...wantedIn(places),
      ].filter((line) => line !== null),
    ),
  ]
}

/** Documents that would settle it, with the places if it is asked in others too. */
function wantedIn(places: readonly PlaceOfQuestion[]): string[] {
  const all = places.flatMap(({ wanted = [] }) => wanted)
  return wantedWords(all, (own) => {
    const at = places.filter(({ wanted }) => wanted?.includes(own))
    return at.length < places.length ? ` (${at.map(({ id }) => id).join(', ')})` : ''
  })
}

function meaningOf({ yes }: PlaceOfQuestion): string | null {
  if (yes === null) return 'Not a question of yes or no: controlled, or not controlled'
  return yes === 'covers' ? null : 'A yes means: not controlled'
}

/** Up to this many places are all named; `--json` has the others. */
const fewPlaces = 6

function askedIn(places: readonly PlaceOfQuestion[]): string {
  const ids = places.map(({ id }) => id)
  return `Asked in ${andMore(ids, fewPlaces)}`
}

function citesOf(places: readonly PlaceOfQuestion[]): string {
  return andMore([...new Set(places.map(({ cite }) => cite))], 2, '; ')
}
