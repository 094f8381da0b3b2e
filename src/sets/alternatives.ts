/** The inputs that bars separate: `A | B | C`. Null without such a bar; a CXSMILES block begins and ends with one. */
export function separatedByBars(text: string): readonly string[] | null {
  if (text.includes('\n')) return null
  const parts: string[] = []
  let begin = 0
  for (let at = text.indexOf('|'); at >= 0; at = text.indexOf('|', at)) {
    const end = endOfBlock(text, at)
    if (end === null) {
      parts.push(text.slice(begin, at).trim())
      begin = at + 1
    }
    at = end ?? at + 1
  }
  if (parts.length === 0) return null
  const all = [...parts, text.slice(begin).trim()]
  // One bar before or after a structure is what remains of a CXSMILES block.
  return all.filter((part) => part !== '').length > 1 || all.length > 2 ? all : null
}

/** The position after a CXSMILES block that begins at a bar; null if none does. */
function endOfBlock(text: string, at: number): number | null {
  const before = text[at - 1]
  const next = text[at + 1]
  if (before === undefined || !/\s/.test(before) || next === undefined || /[\s|]/.test(next)) return null
  return at + blockLength(text.slice(at))
}

/** The length of the CXSMILES block at the start; lists of R-groups in it have their own blocks in braces. */
export function blockLength(text: string): number {
  let depth = 0
  for (let i = 1; i < text.length; i++) {
    const c = text[i]!
    if (c === '{') depth++
    else if (c === '}') depth--
    else if (c === '|' && depth <= 0) return i + 1
  }
  return text.length
}
