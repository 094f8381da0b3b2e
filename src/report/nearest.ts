/** Words most like the given one, best first: those that contain all its parts, then those a few letters away. */
export function nearest(given: string, known: readonly string[], most = 5): string[] {
  const wanted = given.toLowerCase()
  const parts = wanted.split(/[^a-z0-9]+/).filter((part) => part !== '')
  const scored = known.map((word) => {
    const text = word.toLowerCase()
    const held = parts.filter((part) => text.includes(part)).length
    return { word, held: parts.length > 0 && held === parts.length, away: distance(wanted, text) }
  })
  return scored
    .filter(({ word, held, away }) => held || away <= Math.max(2, Math.floor(Math.max(wanted.length, word.length) / 3)))
    .sort((a, b) => a.away - b.away)
    .slice(0, most)
    .map(({ word }) => word)
}

/** Letters to insert, delete or replace (Levenshtein). */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++)
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)))
    row = next
  }
  return row[b.length]!
}
