/** What a map has for a key; if it has nothing, that is worked out and cached. */
export function remembered<K, V>(
  cache: { get(key: K): V | undefined; set(key: K, value: V): unknown },
  key: K,
  workOut: () => V,
): V {
  const cached = cache.get(key)
  if (cached !== undefined) return cached
  const value = workOut()
  cache.set(key, value)
  return value
}

/** The value cached under two keys, worked out on first use. */
export function rememberedBy<K extends object, L, V>(
  caches: WeakMap<K, Map<L, V>>,
  key: K,
  further: L,
  workOut: () => V,
): V {
  return remembered(remembered(caches, key, () => new Map<L, V>()) as Map<L, V>, further, workOut)
}

/** Adds to the number that a map has for a key. */
export function count<K>(counts: Map<K, number>, key: K, n = 1): void {
  counts.set(key, (counts.get(key) ?? 0) + n)
}

/** Adds to the list that a map has for a key. */
export function append<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key)
  if (list) list.push(value)
  else lists.set(key, [value])
}
