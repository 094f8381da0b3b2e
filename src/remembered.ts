/** What a map has for a key; if it has nothing, that is worked out and kept. */
export function remembered<K, V>(
  kept: { get(key: K): V | undefined; set(key: K, value: V): unknown },
  key: K,
  workOut: () => V,
): V {
  const known = kept.get(key)
  if (known !== undefined) return known
  const found = workOut()
  kept.set(key, found)
  return found
}

/** Adds to the list that a map has for a key. */
export function append<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const known = lists.get(key)
  if (known) known.push(value)
  else lists.set(key, [value])
}
