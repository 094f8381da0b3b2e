import { append } from '../../remembered.js'
import { pathKey, type Candidate, comparableName } from './candidates.js'
import type { OfficialItem } from './official-text.js'

export interface Match {
  readonly item: OfficialItem
  /** Entries that match the item: several if one number has several substances. */
  readonly candidates: readonly Candidate[]
  readonly by: 'name and place' | 'name' | 'place' | 'code' | 'named again'
}

/**
 * Finds the entries for each item: by name if its place or code agrees as well, then by a place, code or CAS number
 * that only this item has, then by name at another place.
 */
export function matchItems(
  items: readonly OfficialItem[],
  candidates: readonly Candidate[],
  inPart: (item: OfficialItem, candidate: Candidate) => boolean,
): Match[] {
  const taken = new Set<Candidate>()
  const found = new Map<OfficialItem, Match>()
  const byName = new Map<string, Candidate[]>()
  for (const c of candidates) for (const name of c.names) append(byName, name, c)
  const namedBy = (item: OfficialItem) => {
    const own = new Set(item.names.flatMap((name) => byName.get(comparableName(name)) ?? []))
    return own.size === 0 ? [] : candidates.filter((c) => own.has(c))
  }
  const keep = (item: OfficialItem, own: readonly Candidate[], by: Match['by']) => {
    if (own.length === 0) return
    own.forEach((c) => taken.add(c))
    found.set(item, { item, candidates: own, by })
  }
  for (const item of items)
    keep(
      item,
      namedBy(item).filter((c) => inPart(item, c) && agrees(item, c)),
      'name and place',
    )
  for (const item of items) {
    if (found.has(item) || !placed(item)) continue
    const own = candidates.filter(
      (c) => !taken.has(c) && inPart(item, c) && isAt(item, c) && identifies(item, c, items),
    )
    keep(item, own, own.some((c) => hasCode(item, c)) ? 'code' : 'place')
  }
  for (const item of items) {
    if (found.has(item)) continue
    const own = nearest(item, namedBy(item), inPart, taken)
    // A law may name a substance twice; the records have one entry for both.
    if (own) keep(item, [own], taken.has(own) ? 'named again' : 'name')
  }
  // One number of the law can cover several substances: other entries with the same number belong to it.
  for (const match of found.values()) {
    if (!placed(match.item)) continue
    const others = candidates.filter(
      (c) => !taken.has(c) && inPart(match.item, c) && isAt(match.item, c) && identifies(match.item, c, items),
    )
    others.forEach((c) => taken.add(c))
    found.set(match.item, { ...match, candidates: [...match.candidates, ...others] })
  }
  return [...found.values()]
}

function placed(item: OfficialItem): boolean {
  return item.path !== '' || item.code !== null || item.cas !== null
}

/** A code or CAS number identifies one substance, whatever its name. */
function hasCode(item: OfficialItem, candidate: Candidate): boolean {
  return (item.code !== null && item.code === candidate.code) || hasCas(item, candidate)
}

function hasCas(item: OfficialItem, { substance }: Candidate): boolean {
  return substance?.cas?.some((cas) => cas === item.cas) === true
}

/** Whether a number, code or CAS number that both give is the same, and none that both give differs. */
function isAt(item: OfficialItem, candidate: Candidate): boolean {
  const { code, path } = candidate
  const [paths, codes] = [item.path !== '' && path !== '', item.code !== null && code !== null]
  if ((paths && !isPlace(item, path)) || (codes && item.code !== code)) return false
  return paths || codes || hasCas(item, candidate)
}

/** The same, or one of them gives none. */
function agrees(item: OfficialItem, candidate: Candidate): boolean {
  return isAt(item, candidate) || !placed(item) || (candidate.path === '' && candidate.code === null)
}

/** A record may give the part with the number if its list has several parts: "Table 3, 1". */
function isPlace(item: OfficialItem, path: string): boolean {
  const own = pathKey(item.path)
  return (
    own === path || (path.endsWith(own) && pathKey(`${item.part} ${item.path}`).endsWith(path) && /^[a-z]/.test(path))
  )
}

/**
 * Whether the place identifies the item: no other item has it. Several substances can share one customs code; a CAS
 * number then decides which of them the item is.
 */
function identifies(item: OfficialItem, candidate: Candidate, items: readonly OfficialItem[]): boolean {
  const others = items.filter(
    (other) => other !== item && other.part === item.part && other.path === item.path && other.code === item.code,
  )
  return others.length === 0 || (hasCas(item, candidate) && others.every((other) => other.cas !== item.cas))
}

function nearest(
  item: OfficialItem,
  named: readonly Candidate[],
  inPart: (item: OfficialItem, candidate: Candidate) => boolean,
  taken: ReadonlySet<Candidate>,
): Candidate | undefined {
  const rank = (c: Candidate) => (inPart(item, c) ? 0 : 2) + (taken.has(c) ? 1 : 0)
  return [...named].sort((a, b) => rank(a) - rank(b))[0]
}
