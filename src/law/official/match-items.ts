import { isNamed, pathKey, type Candidate } from './candidates.js'
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
  const keep = (item: OfficialItem, own: readonly Candidate[], by: Match['by']) => {
    if (own.length === 0) return
    own.forEach((c) => taken.add(c))
    found.set(item, { item, candidates: own, by })
  }
  for (const item of items)
    keep(
      item,
      candidates.filter((c) => inPart(item, c) && agrees(item, c) && isNamed(item, c)),
      'name and place',
    )
  for (const item of items) {
    if (found.has(item) || !placed(item)) continue
    const own = candidates.filter(
      (c) => !taken.has(c) && inPart(item, c) && agrees(item, c) && identifies(item, c, items),
    )
    keep(item, own, own.some((c) => hasCode(item, c)) ? 'code' : 'place')
  }
  for (const item of items) {
    if (found.has(item)) continue
    const own = nearest(
      item,
      candidates.filter((c) => isNamed(item, c)),
      inPart,
      taken,
    )
    // A law may name a substance twice; the records have one entry for both.
    keep(item, own, own.some((c) => taken.has(c)) ? 'named again' : 'name')
  }
  // One number of the law can cover several substances: other entries with the same number belong to it.
  for (const match of found.values()) {
    if (match.by === 'name' || match.by === 'named again') continue
    const others = candidates.filter(
      (c) =>
        !taken.has(c) &&
        inPart(match.item, c) &&
        placed(match.item) &&
        agrees(match.item, c) &&
        identifies(match.item, c, items),
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
function hasCode(item: OfficialItem, { code, substance }: Candidate): boolean {
  return (
    (item.code !== null && item.code === code) || (item.cas !== null && substance?.cas?.includes(item.cas) === true)
  )
}

/** True unless a number, code or CAS number that both give differs. */
function agrees(item: OfficialItem, { code, path, substance }: Candidate): boolean {
  if (item.path !== '' && path !== '' && !isPlace(item, path)) return false
  if (item.code !== null && code !== null && item.code !== code) return false
  const shares =
    (item.path !== '' && path !== '') ||
    (item.code !== null && code !== null) ||
    (item.cas !== null && substance?.cas?.includes(item.cas))
  return Boolean(shares) || !placed(item) || (path === '' && code === null)
}

/** A record may give the part with the number if its list has several parts: "Table 3, 1". */
function isPlace(item: OfficialItem, path: string): boolean {
  const own = pathKey(item.path)
  return (
    own === path ||
    (path.length > own.length && pathKey(`${item.part} ${item.path}`).endsWith(path) && /^[a-z]/.test(path))
  )
}

/**
 * Whether the place identifies the item: no other item has it. Several substances can share one customs code; a CAS
 * number then decides which of them the item is.
 */
function identifies(item: OfficialItem, { substance }: Candidate, items: readonly OfficialItem[]): boolean {
  const others = items.filter(
    (other) => other !== item && other.part === item.part && other.path === item.path && other.code === item.code,
  )
  if (others.length === 0) return true
  return (
    item.cas !== null && substance?.cas?.includes(item.cas) === true && others.every((other) => other.cas !== item.cas)
  )
}

function nearest(
  item: OfficialItem,
  named: readonly Candidate[],
  inPart: (item: OfficialItem, candidate: Candidate) => boolean,
  taken: ReadonlySet<Candidate>,
): Candidate[] {
  const rank = (c: Candidate) => (inPart(item, c) ? 0 : 2) + (taken.has(c) ? 1 : 0)
  const best = Math.min(...named.map(rank))
  return named.filter((c) => rank(c) === best).slice(0, 1)
}
