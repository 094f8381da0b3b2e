import { remembered } from '../../remembered.js'
import type { WordTable } from '../../law/index.js'

export interface Translation {
  readonly name: string
  /** Stretches that match no word of the table, and where each starts (first character: 1). */
  readonly unknown: readonly { readonly text: string; readonly at: number }[]
}

/** The name in English, word by word. Without a table it is assumed to be English. */
export function translate(name: string, table: WordTable | null): Translation {
  const given = [...name].map(oneWidth)
  const words = wordsOf(table)
  const longest = Math.max(0, ...[...words.keys()].map((word) => [...word].length))
  const unknown: { text: string; at: number }[] = []
  let english = ''
  for (let at = 0; at < given.length; ) {
    const word = longestAt(given, at, words, longest)
    if (word !== null) {
      english += words.get(word)!
      at += [...word].length
      continue
    }
    const letter = given[at]!
    if (isPlain(letter)) english += letter
    else if (unknown.length > 0 && unknown.at(-1)!.at + [...unknown.at(-1)!.text].length === at + 1)
      unknown.at(-1)!.text += letter
    else unknown.push({ text: letter, at: at + 1 })
    at++
  }
  return { name: english.replace(/\s+/g, ' ').trim(), unknown }
}

/** A line without the scope words at its end. */
export function withoutEnding(line: string, table: WordTable | null): string {
  const ending = (table?.endings ?? []).find((e) => line.endsWith(e))
  return (ending === undefined ? line : line.slice(0, -ending.length)).trim()
}

/** The name in a line, and the other names marked by the table's brackets. */
export function givenNames(line: string, table: WordTable | null): string[] {
  if (!table?.also) return [line]
  const [open, close] = table.also
  const [first, ...parts] = line.split(open)
  const others = parts.map((part) => {
    const end = part.lastIndexOf(close)
    return end < 0 ? { name: part, rest: '' } : { name: part.slice(0, end), rest: part.slice(end + close.length) }
  })
  return [[first, ...others.map((o) => o.rest)].join(''), ...others.map((o) => o.name)].map((name) => name.trim())
}

const known = new WeakMap<WordTable, Map<string, string>>()

function wordsOf(table: WordTable | null): Map<string, string> {
  if (table === null) return new Map()
  return remembered(known, table, () => {
    const words = Object.entries(table.words)
    return new Map(words.map(([word, english]) => [[...word].map(oneWidth).join(''), english]))
  })
}

function longestAt(
  given: readonly string[],
  at: number,
  words: ReadonlyMap<string, string>,
  longest: number,
): string | null {
  for (let length = Math.min(longest, given.length - at); length > 0; length--) {
    const word = given.slice(at, at + length).join('')
    const known = [word, word.toLowerCase()].find((own) => words.has(own))
    if (known !== undefined) return known
  }
  return null
}

/** Full-width letters and typographic dashes in plain form; one character each, so that positions stay valid. */
function oneWidth(letter: string): string {
  if (/[\u2010-\u2015\u2212]/.test(letter)) return '-'
  const plain = letter.normalize('NFKC')
  return [...plain].length === 1 ? plain : letter
}

const isPlain = (letter: string) => /[\x20-\x7e\u0370-\u03ff\u2032′]/.test(letter)
