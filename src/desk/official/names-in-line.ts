/**
 * The names in a line of a list: the whole line, what precedes the first bracket or the words on salts, and each group
 * in brackets after a space. Brackets within a name ("1-(4-fluorobenzyl)") do not split it.
 */
export function namesIn(line: string): string[] {
  const text = line
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
  const bare = text.replace(tail, '').replace(/[-,;:.]+$/, '')
  const groups = topGroups(bare)
  const head = (groups.length > 0 ? bare.slice(0, groups[0]!.at - 1) : bare).replace(tail, '')
  const between = groups.map((g) => g.text)
  const rest = groups
    .reduceRight((left, g) => `${left.slice(0, g.at)} ${left.slice(g.at + g.text.length + 2)}`, bare)
    .replace(/\s+/g, ' ')
  const parts = [head, rest, ...between, ...between.flatMap((b) => b.split(/[;,] /))]
  return [
    ...new Set(
      [bare, ...parts, ...parts.flatMap((p) => p.split(/ or | oder |; ?/))]
        .map((n) => n.replace(/^(?:namely|auch|also known as|other names?:) /i, '').trim())
        .filter((n) => n.length > 1),
    ),
  ]
}

/** Words after a name that say how much it covers. */
const tail =
  /(?:,| and)? (?:its|their|any|the) (?:\w+, )*(?:salts?|preparations|derivatives|esters?|amides|optical|isomers?|analogues)\b.*$|, including:?$| as follows:?$|, salts, .*$/i

/** Bracketed groups that follow a space. */
function topGroups(text: string) {
  const groups: { at: number; text: string }[] = []
  const open = '([{'
  const close = ')]}'
  let depth = 0
  let start = 0
  for (let i = 0; i < text.length; i++) {
    if (open.includes(text[i]!)) {
      if (depth === 0) start = i
      depth++
    } else if (
      close.includes(text[i]!) &&
      depth > 0 &&
      --depth === 0 &&
      text[start - 1] === ' ' &&
      (i + 1 === text.length || /[\s,;.]/.test(text[i + 1]!))
    )
      groups.push({ at: start, text: text.slice(start + 1, i) })
  }
  return groups
}
