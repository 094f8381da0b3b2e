/**
 * What a part would have to be to be used between `before` and `after`; null if it fits. Expanded text must mean the
 * same there as by itself: alternatives are not cut apart, and the rings of a part do not join others. It may close a
 * ring that is open where it is used.
 */
export function whyNot(whole: string, before: string, after: string): string | null {
  const between = alone(whole)
  if (/[,;]/.test(between)) {
    const joins = between.includes(';') ? ';' : ';,'
    return new RegExp(`(?:^|[[${joins}])$`).test(before) && new RegExp(`^(?:$|[\\]:${joins}])`).test(after)
      ? null
      : `alternatives that stand between [ ] or ${joins.split('').join(' and ')}`
  }
  if (depthAt(before) > 0) return null
  const open = openRings(before)
  const ends = openRings(whole)
  if ([...ends].some((n) => !open.has(n))) return 'a part that opens no ring for others to close'
  return ringNumbers(whole).some((n) => open.has(n) && !ends.has(n)) ? 'ring numbers that are not open there' : null
}

/** A pattern without the contents of brackets and parentheses. */
function alone(smarts: string): string {
  let depth = 0
  return [...smarts]
    .filter((c) => {
      if (c === '[' || c === '(') depth++
      const kept = depth === 0
      if (c === ']' || c === ')') depth--
      return kept
    })
    .join('')
}

function depthAt(before: string): number {
  return before.split('[').length - before.split(']').length
}

function openRings(smarts: string): Set<string> {
  const open = new Set<string>()
  for (const n of ringNumbers(smarts)) if (!open.delete(n)) open.add(n)
  return open
}

function ringNumbers(smarts: string): string[] {
  let depth = 0
  const outside = [...smarts].map((c) => {
    if (c === '[') depth++
    const kept = depth === 0 ? c : ' '
    if (c === ']') depth--
    return kept
  })
  return [...outside.join('').matchAll(/%\d\d|\d/g)].map(([n]) => n)
}
