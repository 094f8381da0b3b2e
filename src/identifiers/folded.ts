import { plain } from '../law/index.js'
import { letters, words } from '../name-words.js'

/** A name in the spelling that languages share, without the words for its salt and for the sample. */
export interface FoldedName {
  /** As the words follow one another, and in alphabetical order: "sulfate de morphine", "morphine sulfate". */
  readonly keys: readonly string[]
  /** The words left out, as they were given. */
  readonly label: string
}

const wordsOf = (kind: keyof typeof words) => new Set(words[kind].split(' '))

/** Words of fewer letters are abbreviations, in which each letter counts: PHP and PHPP are two substances. */
const run = /[\p{L}\p{M}]{5,}/gu

const between = wordsOf('between')
const english = new Map(words.english.split(' ').map((pair) => pair.split('=') as [string, string]))
const folded = (kind: keyof typeof words) => [...wordsOf(kind)].map((word) => foldedWord(word))
/** The salt at the end of a compound word: Amphetaminsulfat, Heroin-Base. */
const ends = new RegExp(
  `(?:(?<=[\\p{L}\\p{M}]{4})|(?<=\\p{L}{2})-)-?(?=(?:${words.joined.replaceAll(' ', '|')})e?$)`,
  'u',
)
/** "As", before a salt: "cocaïne sous forme de chlorhydrate". */
const asForm = new RegExp(
  `[ ,(]+(?:${words.form.toLowerCase().replaceAll(' ', '|').replaceAll('_', ' ')}) (?=\\S)`,
  'u',
)
let labels: ReadonlySet<string> | null = null

/**
 * How a name may be read where languages write it differently (`data/names/letters.tsv`): with all its words, and
 * without those of salts and samples.
 */
export function foldedNames(text: string): readonly FoldedName[] {
  labels ??= new Set([...folded('salt'), ...folded('sample')])
  const all = splitWords(text)
  const own = all.filter(({ word }) => !isLabel(word))
  const reading = (some: typeof all): FoldedName => ({
    keys: [...new Set([keyOf(some.map(({ word }) => word)), keyOf(some.map(({ word }) => word).sort())])],
    label: all.flatMap((one) => (some.includes(one) ? [] : one.given)).join(' '),
  })
  return own.length === 0 || own.length === all.length ? [reading(all)] : [reading(all), reading(own)]
}

/** The keys of a recorded name. */
export function foldedKeys(name: string): readonly string[] {
  const own = splitWords(name).map(({ word }) => word)
  return own.length === 1 ? [keyOf(own)] : [...new Set([keyOf(own), keyOf([...own].sort())])]
}

function isLabel(word: string): boolean {
  const letters = word.replace(/[^a-z]/g, '')
  return labels!.has(letters) || labels!.has(letters.replace(/^(?:bi|di|emi|mono|sesvi|tri)+/, ''))
}

function keyOf(some: readonly string[]): string {
  return some.join('').replace(/[\s,-]/g, '')
}

function splitWords(text: string): { readonly word: string; readonly given: readonly string[] }[] {
  const given = plain(text)
    .replace(asForm, ' ')
    .normalize('NFD')
    .replace(/\b(?:d|l|dell)'/g, '')
    .split(/ |-(?=acid\b|\p{L}*h[iy]drat\p{L}?(?!\p{L}))/u)
  const own = given.length > 1 ? given.filter((word) => !between.has(word)) : given
  return own.flatMap((word) =>
    word.split(ends).flatMap((part) =>
      foldedWord(english.get(part.replace(/\p{M}/gu, ''))?.replace('_', ' ') ?? part)
        .split(' ')
        .filter((own) => own !== '')
        .map((own, i) => ({ word: own, given: i === 0 ? [part] : [] })),
    ),
  )
}

function foldedWord(word: string): string {
  return word
    .normalize('NFD')
    .replace(run, (segment) => letters.reduce((text, [from, to]) => text.replace(from, to), segment))
    .replace(/(?<=[a-z]{4})[aeiou](?![a-z])|\p{M}/gu, '')
}
