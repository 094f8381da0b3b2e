import { words } from '../name-words.js'
import { groupsIn } from './described.js'

/** A name and what a laboratory says beside it: that its isomer is open, or which isomers it may be. */
export interface Qualified {
  readonly core: string
  /** "isomer unknown". */
  readonly open: boolean
  /** "one of", after which "and" divides alternatives too. */
  readonly oneOf: boolean
  /** "(2-, 3- or 4-isomer)". */
  readonly positions: readonly string[] | null
  /** "(2-, 3- or 4-MMC)". */
  readonly listed: string | null
  /** Groups of which it speaks: "(position of the methyl group unknown)". */
  readonly groups: readonly string[]
}

const wordsOf = (...kinds: (keyof typeof words)[]) => new Set(kinds.flatMap((kind) => words[kind].split(' ')))
const isomer = wordsOf('isomer')
const open = wordsOf('open')
const either = wordsOf('either')
const beside = wordsOf('isomer', 'open', 'beside', 'either')
const ofPositions = wordsOf('isomer', 'open', 'beside', 'chemistry', 'or')
const locant = /^(?:\d'?|ortho|orto|meta|para|[omp])$/

/** @returns the text itself as `core` where nothing is said beside it */
export function qualified(text: string): Qualified {
  const said = { open: false, oneOf: false, positions: null as string[] | null, listed: null as string | null }
  const groups: string[] = []
  const take = (part: string): boolean => {
    const own = plainWords(part)
    if (own.length === 0 || !own.every((word) => ofPositions.has(word) || locant.test(word))) return false
    // "o" also means "or" in Spanish and Italian.
    const positions = own.filter((word) => locant.test(word) && (word !== 'o' || own.includes('p')))
    if (positions.length > 1) said.positions = positions
    else if (positions.length === 1 || !own.some((word) => isomer.has(word) || open.has(word))) return false
    said.open ||= own.some((word) => isomer.has(word))
    groups.push(...groupsIn(own))
    return true
  }
  let core = text.trim()
  for (;;) {
    const [, before = '', inside = '', after = ''] = /^(.+?)\s*[([]([^()[\]]+)[)\]](.*)$/u.exec(core) ?? []
    if (inside === '') break
    if (!take(inside)) {
      if (after.trim() !== '' || !isList(inside)) break
      said.listed = inside
    }
    core = `${before}${after}`.trim()
  }
  const [, name, list = ''] = /^(.+?)\s*:\s+(.+)$/u.exec(core) ?? []
  if (isList(list)) [core, said.listed] = [name!, list]
  for (let rest = lastPart(core); rest !== null && take(rest.last); rest = lastPart(core)) core = rest.before
  const begun = withoutFirstWords(core)
  const ended = withoutLastWords(begun.core)
  return {
    ...said,
    groups: [...groups, ...ended.groups],
    core: ended.core,
    open: said.open || begun.open || ended.open,
    oneOf: begun.oneOf,
  }
}

const isList = (text: string) => /\/|,\s|\s(?:\S|\S{2,4})\s/u.test(text) && /\p{L}{2}/u.test(text)

/** What follows the last mark between parts of a text; null if there is none. */
function lastPart(text: string): { readonly before: string; readonly last: string } | null {
  const mark = [...text.matchAll(/\s*[,;:]\s+|\s+[-\u2013\u2014]\s+/gu)].at(-1)
  if (mark === undefined || mark.index === 0) return null
  return { before: text.slice(0, mark.index), last: text.slice(mark.index + mark[0].length) }
}

/** "unspecified isomer of methylmethcathinone", "either 3-MMC or 4-MMC". */
function withoutFirstWords(text: string) {
  const all = text.split(/\s+/)
  const length = all.findIndex((word) => !beside.has(plainWords(word).join(' ')))
  const first = all.slice(0, Math.max(0, length)).flatMap(plainWords)
  const isOpen = first.some((word) => isomer.has(word))
  const oneOf = first.some((word) => either.has(word))
  const isSaid = isOpen || oneOf || first.some((word) => open.has(word))
  return isSaid ? { core: all.slice(length).join(' '), open: isOpen, oneOf } : { core: text, open: false, oneOf: false }
}

/** "methylmethcathinone isomers", "fluorofentanyl position of fluorine unknown". */
function withoutLastWords(text: string) {
  const all = text.split(/\s+/)
  const last = all.findLastIndex((word) => !plainWords(word).every((own) => ofPositions.has(own))) + 1
  const from = all.findIndex((word, i) => i >= last && plainWords(word).some((own) => isomer.has(own) || open.has(own)))
  if (from <= 0) return { core: text, open: false, groups: [] }
  const own = all.slice(from).flatMap(plainWords)
  return {
    core: all
      .slice(0, from)
      .join(' ')
      .replace(/[,;:]$/, ''),
    open: own.some((word) => isomer.has(word)),
    groups: groupsIn(own),
  }
}

export function plainWords(text: string): string[] {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/ł/g, 'l')
    .replace(/\bn\.\s?[db]\.?/g, 'nd')
    .split(/[^a-z\d']+/)
    .filter((word) => word !== '')
}
