import { words } from '../name-words.js'
import { deniesMore } from './described.js'
import { plainWords, qualified } from './qualified.js'

/** Ways to write one position: by number, or by place on a benzene ring. */
const written = [
  ['2', 'ortho', 'o'],
  ['3', 'meta', 'm'],
  ['4', 'para', 'p'],
] as const

const locant = "(?:\\d'?|ortho|meta|para|o|m|p|alpha|beta|α|β)"
const or = `(?:(?:${words.and.replaceAll(' ', '|')})/)?(?:${words.or.replaceAll(' ', '|')})`
const divided = `\\s*(?:/|,?\\s*${or}\\s|,)\\s*`
const positions = new RegExp(`^(${locant}(?:-?${divided}${locant})+)-(?=.*\\p{L}{2})(.+)$`, 'iu')
const divider = new RegExp(`-?${divided}`, 'iu')
/** "Mixture of": "of" is no Dutch "or" there. */
const mixture = new RegExp(`^(?:an? |une? |eine? )?(?:${words.mixture.replaceAll(' ', '|')})\\s`, 'iu')
const byWords = new RegExp(`-?,?\\s+${or}\\s+`, 'iu')
const wordDivider = new RegExp(`\\s*/\\s*|-?,?\\s+${or}\\s+|-?,\\s+`, 'iu')
const anyDivider = new RegExp(`${wordDivider.source}|,?\\s+(?:${words.and.replaceAll(' ', '|')})\\s+`, 'iu')
const anyPosition = /^[x?]-(?=.*\p{L}{2})(.+)$/iu
/** After a name, in brackets or not: what of it is not known. */
const notKnown = (what: string) =>
  new RegExp(
    `^(.+?)(?:,\\s*|\\s*\\(|\\s+)((${what})\\s+(?:(?:was |is )?not (?:determined|specified|identified|known|resolved|assigned|differentiated)|undetermined|unspecified|unidentified|unknown|n\\.?\\s?d\\.?))\\)?$`,
    'iu',
  )
const saltOpen = notKnown('salts?(?: form)?|salt or base|counter-?ion')
const stereoOpen = notKnown(
  'stereo(?:chemistry|isomers?| ?configuration)?|(?:optical isomer|enantiomer|diastereomer)s?|chirality|(?:absolute )?configuration',
)

const racemate =
  /^(?:racemic\s+|(?:\(?rac\)?|\(?d[,/]?l\)?|\((?:±|\+[/,]?[-\u2212])\))-\s*|±-?)(?=.*\p{L}{2})(.+)$|^(.+?)[,\s(]+racem(?:ic|ate)\)?((?:\s.*)?)$/iu
const bothForms = /^\(?(?:R[,/]?S|S[,/]?R)\)?-(?=.*\p{L}{2})(.+)$/u

export type OpenForm = 'any salt' | 'any stereo' | 'racemate'

/** Names whose isomer, position or group was left open, as laboratories write them. Null if a text is none of these. */
export type ReportedNames = AlsoSaid & Names

type Names =
  /** `positions` of one name; alternatives where the text does not say which positions it means. */
  | { readonly kind: 'positions'; readonly lists: readonly (readonly string[])[]; readonly rest: string }
  /** `words`: with "or". A slash may also divide the ingredients of a mixture. */
  | { readonly kind: 'alternatives'; readonly parts: readonly string[]; readonly words: boolean }

/** Positions on a benzene ring, and on the benzene ring of a benzofuran or indole. */
export const openPositions = [
  ['2', '3', '4'],
  ['4', '5', '6', '7'],
]

export function reportedNames(text: string): ReportedNames | null {
  if (text.length > longest || /[=#@\\|\n]/.test(text) || mixture.test(text)) return null
  if (deniesMore(plainWords(text)) || singleAtom.test(text)) return null
  const { core, open: isOpen, oneOf, positions: own, listed, groups } = qualified(text)
  const said = { ...(listed !== null && { of: core }), ...(groups.length > 0 && { groups }) }
  if (own) return { kind: 'positions', lists: [own.map(plainLocant)], rest: core, ...said }
  const stated = statedNames(listed ?? core, oneOf)
  if (stated) return { ...stated, ...said, ...(isOpen && stated.kind === 'alternatives' && { isOpen }) }
  return isOpen && listed === null ? { kind: 'positions', lists: openPositions, rest: core, ...said } : null
}

/** "The D isomer", "on N". */
const singleAtom = /(?:^|\s)[DLNORS](?=[\s,]|$)/

/** What a text says besides. */
interface AlsoSaid {
  /** The name before a list: "methylmethcathinone (3-MMC or 4-MMC)". */
  readonly of?: string
  /** Groups whose position is not known, as a name has them in English. */
  readonly groups?: readonly string[]
  /** That they are isomers. */
  readonly isOpen?: boolean
}

function statedNames(text: string, oneOf: boolean): Names | null {
  const [, list, rest] = positions.exec(text) ?? []
  // "2,3-dimethyl" has both: commas alone divide positions only where each has its hyphen.
  if (list !== undefined && !/\d,\s*\d/.test(list))
    return { kind: 'positions', lists: [list.split(divider).map(plainLocant)], rest: rest! }
  const unsaid = anyPosition.exec(text)
  if (unsaid) return { kind: 'positions', lists: openPositions, rest: unsaid[1]!.trim() }
  const isWords = oneOf || byWords.test(text)
  const parts = text
    .split(isWords ? (oneOf ? anyDivider : wordDivider) : /\s*\/\s*/)
    .map((part) => part.replace(/-$/, '').trim())
  return parts.length > 1 && parts.every((part) => part.length > 1 && /\p{L}/u.test(part))
    ? { kind: 'alternatives', parts, words: isWords }
    : null
}

/** A name, and of which form it is one, or what is not known of it: `racemic ketamine`, `MDMA (salt unknown)`. */
export function undeterminedForm(text: string): { name: string; words: string; form: OpenForm } | null {
  if (text.length > longest) return null
  const [, whole, before, after = ''] = racemate.exec(text) ?? []
  if (whole ?? before) return { name: (whole ?? before + after).trim(), words: 'racemic', form: 'racemate' }
  const salt = saltOpen.exec(text)
  const [, name, words = '(RS)'] = salt ?? stereoOpen.exec(text) ?? bothForms.exec(text) ?? []
  return name === undefined ? null : { name: name.trim(), words, form: salt ? 'any salt' : 'any stereo' }
}

/** A longer text is no name. */
const longest = 300

function plainLocant(text: string): string {
  const small = text.toLowerCase()
  return { α: 'alpha', β: 'beta' }[small] ?? small
}

/** How else a name may write a position. `same` mean the same always; `other` may not (3-methyl-, meta-methyl-). */
export function spellingsOf(position: string): { readonly same: readonly string[]; readonly other: readonly string[] } {
  const [digit, ...words] = written.find((row) => (row as readonly string[]).includes(position)) ?? [position]
  return position === digit ? { same: [digit], other: words } : { same: words, other: [digit] }
}
