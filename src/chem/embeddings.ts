/**
 * Embeddings by their first atom, then by their second, and so on: where several explain a structure as well, the
 * same one is chosen, whichever matcher found them.
 */
export function inOrder(embeddings: number[][]): number[][] {
  return embeddings.length < 2 ? embeddings : embeddings.sort(compare)
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return a[i]! - b[i]!
  return 0
}
