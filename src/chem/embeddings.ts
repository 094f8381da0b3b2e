/**
 * Sorts embeddings by their first atom, then by their second, and so on: if several explain a structure equally well,
 * the same one is chosen whichever matcher found them.
 */
export function inOrder(embeddings: number[][]): number[][] {
  return embeddings.sort(compare)
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return a[i]! - b[i]!
  return 0
}
