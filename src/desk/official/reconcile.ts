import { type Day, type List, type Records, type Rule, isWithin, statusOn } from '../../law/index.js'
import { count } from '../../remembered.js'
import { candidatesOn, type Candidate, type Sha256 } from './candidates.js'
import { classWordsOf } from './class-words.js'
import { writtenFrom, type WrittenFrom } from './written-from.js'
import { matchItems, type Match } from './match-items.js'
import { NotOfficial, type OfficialItem, type OfficialText } from './official-text.js'
import { refOf, type Difference } from './reconciliation.js'

export type Reconciliation = ReturnType<typeof reconcile>

interface ReconcileOptions {
  readonly asOf: Day
  /** Ids of the lists that the text contains, if it does not say so itself. */
  readonly lists?: readonly string[] | undefined
  readonly sha256: Sha256
}

/** Compares an official text with one jurisdiction's records on a day. @throws {NotOfficial} if of another law */
export function reconcile(
  records: Records,
  jurisdiction: string,
  text: OfficialText,
  { asOf, lists: wanted, sha256 }: ReconcileOptions,
) {
  const own = records.jurisdictions.find((j) => j.jurisdiction.code === jurisdiction)!
  const lists = listsOf(own.lists, text, wanted)
  const candidates = candidatesOn(lists, new Map(records.substances.map((s) => [s.id, s])), asOf)
  const standing = text.items.filter(({ days = {} }) => isWithin(days, asOf))
  const compared = standing.filter(
    (item) => item.part === '' || lists.some((l) => isPart(text, item.part, l)) || item.kind === 'class',
  )
  const sources = writtenFrom(own, asOf)
  const classes = classWordsOf(text, compared, sources, sha256)
  const items = compared.filter((item) => item.kind === 'entry')
  const inPart = (item: OfficialItem, c: Candidate) => item.part === '' || isPart(text, item.part, c.list)
  const matches = matchItems(items, candidates, inPart)
  const headings = matchItems(
    compared.filter((item) => item.kind === 'heading'),
    candidates,
    inPart,
  ).filter((m) => m.by === 'name and place')
  const matched = new Set(matches.map((m) => m.item))
  const byRule = new Set(items.filter((item) => isRule(text, item, sources, own.rules)))
  const seen = new Set([...matches, ...headings].flatMap((m) => m.candidates))
  const differences: Difference[] = [
    ...items
      .filter((item) => !matched.has(item) && !byRule.has(item))
      .map((item): Difference => ({ kind: 'missing', item })),
    ...matches.flatMap(differenceOf),
    ...candidates
      .filter((c) => c.certain && !seen.has(c) && !c.entry.official_words && (c.code !== null || !byCodeAlone(items)))
      .map(({ list, entry }): Difference => ({ kind: 'extra', list, entry })),
    ...classes.differences,
  ]
  return {
    jurisdiction,
    text,
    asOf,
    lists,
    entries: items.length,
    matched: items.filter((item) => matched.has(item) || byRule.has(item)).length,
    /** Matched entries that are a plant, extract, mixture, preparation, biological or group. */
    notStructures: matches.filter((m) => m.candidates.every(isNoStructure)).length,
    classItems: classes.words.length,
    classItemsSame: classes.same,
    /** Items in parts of the text for which there is no list: not compared. */
    apart: apartOf(standing, compared),
    classWords: classes.words,
    /** Ids of rules in force for which no official words are recorded. */
    unworded: own.rules.filter((r) => isUnworded(r, asOf)).map((r) => r.id),
    differences,
  }
}

function differenceOf({ item, candidates, by }: Match): Difference[] {
  const { list, entry } = candidates[0]!
  // Something that is not a single structure is described rather than named.
  if (by === 'place' && candidates.every(isNoStructure)) return []
  if (by === 'name') return [{ kind: 'moved', item, list, entry }]
  return by === 'place' || by === 'code' ? [{ kind: 'spelling', item, list, entry, by }] : []
}

/** A table of codes omits everything to which the law gives no code. */
const byCodeAlone = (items: readonly OfficialItem[]) => items.every((item) => item.code !== null && item.path === '')

const isNoStructure = (c: Candidate) => c.substance?.not_a_structure !== undefined

/**
 * What a rule covers, by its code or the words it is based on, needs no entry. A table has no name, so only the
 * reference after the name is compared.
 */
function isRule(
  text: OfficialText,
  item: OfficialItem,
  sources: readonly WrittenFrom[],
  rules: readonly Rule[],
): boolean {
  const of = refOf(text, item)
  const isFrom = (own: string) => own === of || (text.id === null && of !== '' && own.endsWith(` ${of}`))
  return (
    sources.some((s) => s.words.some((w) => isFrom(w.of))) ||
    (item.code !== null && rules.some((r) => r.code === item.code))
  )
}

/** Whether the list is, or was, in that text. */
export function isOfLaw({ official }: List, text: string): boolean {
  return official !== undefined && [official.text, ...(official.formerly ?? [])].includes(text)
}

/** The lists that the text contains. A text that no list names belongs to another law. */
export function listsOf(
  all: readonly List[],
  text: Pick<OfficialText, 'id' | 'items'>,
  wanted?: readonly string[],
): readonly List[] {
  if (wanted) return all.filter((l) => wanted.includes(l.id))
  if (text.id === null) {
    const parts = new Set(text.items.map((item) => item.part))
    const named = all.filter((l) => [...parts].some((part) => isPart(text, part, l)))
    if (named.length === 0 && !parts.has(''))
      throw new NotOfficial(
        `the lists ${[...parts].slice(0, 3).join('; ')}`,
        `lists by their id or short name: ${all.map((l) => l.id).join(', ')}`,
      )
    return parts.has('') ? all : named
  }
  const own = all.filter((l) => isOfLaw(l, text.id!))
  if (own.length > 0) return own
  const known = [...new Set(all.flatMap((l) => (l.official ? [l.official.text] : [])))]
  throw new NotOfficial(
    `the text ${text.id}`,
    known.length > 0 ? `one of ${known.join(', ')}` : 'a CSV file: no list of this law says which text it is',
  )
}

/** A table may also name a list by its id or short name. */
export function isPart({ id }: Pick<OfficialText, 'id'>, part: string, list: List): boolean {
  const own = list.official?.parts ?? []
  return (
    own.includes(part) ||
    (id === null && (part === list.id || part === list.short || own.some((p) => isPartOf(p, part))))
  )
}

/** A table may call a list "SCHEDULE VI" that the text divides into "Schedule VI Part 1" and others. */
function isPartOf(part: string, of: string): boolean {
  return `${part} `.toLowerCase().startsWith(`${of} `.toLowerCase())
}

function isUnworded({ official_words: words, periods }: Rule, day: Day): boolean {
  return !words && periods.some((p) => p.status === 'in force' && statusOn(p, day) !== 'not in force')
}

function apartOf(items: readonly OfficialItem[], compared: readonly OfficialItem[]): { part: string; items: number }[] {
  const left = new Map<string, number>()
  const done = new Set(compared)
  for (const item of items) if (!done.has(item)) count(left, item.part)
  return [...left].map(([part, n]) => ({ part, items: n }))
}
