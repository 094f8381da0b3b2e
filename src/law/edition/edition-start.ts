import { cacheNeeds, needsOf, type PatternNeeds } from '../../chem/index.js'
import { remembered } from '../../remembered.js'
import type { Entry, List } from '../schema/list.js'
import { asciiJson, type Edition } from './edition-records.js'

/**
 * What a build works out of the edition that it ships, so that a check starts sooner. The entries are nearly half of
 * the text, and an answer on one structure needs a few: they are read one by one when asked for, the rest at once.
 */
export interface EditionStart {
  /** Hash of the edition. */
  readonly sha256: string
  /**
   * For each list in order: where its first entry begins in the text, their lengths in characters, and the places of
   * their substances.
   */
  readonly lists: readonly (readonly [from: number, lengths: readonly number[], substances: readonly number[]])[]
  /** What `LawIndex` calls parents: to work them out takes all entries. */
  readonly parents: readonly string[]
  /** What a molecule must have for each pattern to match: reading a pattern costs more than trying it. */
  readonly needs: Readonly<Record<string, PatternNeeds>>
}

const begin = '"entries":['

/** @param text of the edition, as `asciiJson` writes it */
export function editionStart(
  text: string,
  edition: Edition,
  { parents, patterns }: { readonly parents: Iterable<string>; readonly patterns: Iterable<string> },
): EditionStart {
  const places = new Map(edition.substances.map(({ id }, i) => [id, i]))
  let at = 0
  const lists = listsOf(edition).map(({ entries }) => {
    const from = text.indexOf(begin, at) + begin.length
    const lengths = entries.map((entry) => asciiJson(entry).length)
    at = from
    return [from, lengths, entries.map(({ substance }) => places.get(substance)!)] as const
  })
  const needs = Object.fromEntries([...new Set(patterns)].map((smarts) => [smarts, needsOf(smarts)]))
  return { sha256: edition.sha256, lists, parents: [...parents], needs }
}

/** The edition of a text, or of what gives it piece by piece, whose entries are read when asked for. */
export function withEntriesLater(text: Pick<string, 'slice'>, start: EditionStart): Edition {
  const { lists: places, needs } = start
  cacheNeeds(needs)
  const between: string[] = []
  let at = 0
  for (const [from, lengths] of places) {
    between.push(text.slice(at, from))
    at = from + lengths.reduce((sum, length) => sum + length + 1, lengths.length > 0 ? -1 : 0)
  }
  const edition = JSON.parse(between.join('') + text.slice(at)) as Edition
  listsOf(edition).forEach((list, i) => {
    const [from, lengths, own] = places[i]!
    const substances = own.map((place) => edition.substances[place]!.id)
    held.set(list, new HeldEntries(list, text, from, lengths, substances))
  })
  starts.set(edition, start)
  return edition
}

class HeldEntries {
  readonly #starts: readonly number[]
  readonly #read = new Map<number, Entry>()
  #all: readonly Entry[] | null = null

  constructor(
    list: List,
    readonly text: Pick<string, 'slice'>,
    from: number,
    readonly lengths: readonly number[],
    readonly substances: readonly string[],
  ) {
    let at = from
    this.#starts = lengths.map((length) => (at += length + 1) - length - 1)
    const all = () => (this.#all ??= this.#readAll(from, at - 1))
    Object.defineProperty(list, 'entries', { enumerable: true, get: all })
  }

  at(i: number): Entry {
    const from = this.#starts[i]!
    return (
      this.#all?.[i] ??
      remembered(this.#read, i, () => JSON.parse(this.text.slice(from, from + this.lengths[i]!)) as Entry)
    )
  }

  #readAll(from: number, to: number): Entry[] {
    const entries = JSON.parse(`[${this.text.slice(from, Math.max(from, to))}]`) as Entry[]
    for (const [i, entry] of this.#read) entries[i] = entry
    return entries
  }
}

const held = new WeakMap<List, HeldEntries>()
const starts = new WeakMap<Edition, EditionStart>()

/** The substances of the entries of a list, without reading these. */
export function substancesOf(list: List): readonly string[] {
  return held.get(list)?.substances ?? list.entries.map(({ substance }) => substance)
}

export function entryAt(list: List, i: number): Entry {
  return held.get(list)?.at(i) ?? list.entries[i]!
}

/** What was worked out when an edition was compiled; null if nothing was. */
export function startOf(edition: Edition): EditionStart | null {
  return starts.get(edition) ?? null
}

function listsOf({ jurisdictions }: Edition): List[] {
  return jurisdictions.flatMap(({ lists }) => lists)
}
