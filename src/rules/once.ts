/** Calls `make` on first use and returns the same result afterwards. */
export function once<T extends object>(make: () => T): () => T {
  let made: T | null = null
  return () => (made ??= make())
}
