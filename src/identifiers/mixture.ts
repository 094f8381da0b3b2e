import { words } from '../name-words.js'
import type { Lookup } from './lookup.js'

const anyOf = (kind: 'and' | 'cut' | 'mixture') => words[kind].replaceAll(' ', '|').replaceAll('_', '\\s+')
const cut = `(?:${anyOf('cut')})`
const divider = new RegExp(
  `\\s*[+/&]\\s*|,?\\s+(?:${cut}\\s+)?(?:${anyOf('and')})\\s+(?:de\\s+la\\s+|du\\s+)?|\\s*[;,]\\s+`,
  'iu',
)
const ratio = '\\(?\\d{1,2}(?:\\s*:\\s*\\d{1,2})+\\)?'
const mixtureFirst = new RegExp(
  `^(?:(?:${ratio}|(?:${anyOf('mixture')}|an?|the|eine?|une?)\\s*:?)\\s+)+(?:d['’])?(?=\\S)|:\\s+`,
  'iu',
)
const amount = '\\d[\\d.,]*\\s*(?:[mµ]?g|mcg|ml|%)?'
const mixtureLast = new RegExp(`\\s+(?:${cut}|${ratio}|mix|mixture|${amount}(?:\\s*/\\s*${amount})+)$`, 'iu')

/** More are a list of a catalogue, not of a sample. */
const mostParts = 6

/** The names that a text joins as those of a mixture: "heroin and fentanyl", "codeine + paracetamol". */
export function mixtureParts(text: string): readonly string[] | null {
  if (text.length > 300 || /[=#@\\|\n]/.test(text)) return null
  const parts = text.replace(mixtureLast, '').replace(mixtureFirst, '').split(divider)
  const isList = parts.length > 1 && parts.length <= mostParts
  // A number alone may belong to the next name: caffeine 2/3-FA.
  return isList && parts.every((part) => /\p{L}{2}|\d\p{L}-\p{L}/u.test(part) && !/\s\d[\d.,]*$/.test(part))
    ? parts.map((part) => part.trim())
    : null
}

/** All named substances of a mixture as one input. Null unless each has a structure and they differ. */
export function mixtureOf(parts: readonly Lookup[]): Lookup | null {
  const structures = parts.flatMap(({ structure }) => structure ?? [])
  if (structures.length < parts.length || new Set(structures).size < 2) return null
  const name = parts.map((part) => part.name).join(' and ')
  return { by: 'mixture', substance: null, name, structure: structures.join('.'), why: null }
}
