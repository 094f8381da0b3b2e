/** One spelling of the name of a recorded substance. */
export interface Spelling {
  /** Letters and digits only. */
  readonly bare: string
  readonly words: string
  /** The name displayed for it. */
  readonly shown: string
}

/** Maximum number of names offered. */
const most = 3
/** Shorter texts resemble too many names. */
const shortest = 4

/**
 * The recorded names nearest to a text: those that it contains as a word ("cocaine hydrochloride"), then those within a
 * few letter changes. Meant to help a person who mistyped; nothing is ever judged by it.
 */
export function namesLike(text: string, spellings: readonly Spelling[]): string[] {
  const words = ` ${text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()} `
  const bare = words.normalize('NFD').replace(/\p{M}|[\s,-]/gu, '')
  if (bare.length < shortest || bare.length > 80) return []
  const bound = Math.max(1, Math.floor(bare.length / 4))
  const own = lettersOf(bare)
  const found = new Map<string, number>()
  const meet = (shown: string, distance: number) => {
    if (distance < (found.get(shown) ?? Infinity)) found.set(shown, distance)
  }
  for (const spelling of spellings) {
    if (spelling.bare.length >= shortest && words.includes(` ${spelling.words} `)) meet(spelling.shown, 0)
    if (Math.abs(spelling.bare.length - bare.length) > bound) continue
    // Each letter change adds or removes at most two kinds of letter.
    if (ones(own ^ lettersOf(spelling.bare)) > 2 * bound) continue
    const distance = distanceOf(bare, spelling.bare, bound)
    if (distance <= bound) meet(spelling.shown, distance)
  }
  return [...found]
    .sort(([a, near], [b, far]) => near - far || a.length - b.length || (a < b ? -1 : 1))
    .slice(0, most)
    .map(([shown]) => shown)
}

/** Which letters and digits occur, one bit each. */
function lettersOf(text: string): number {
  let bits = 0
  for (let i = 0; i < text.length; i++) bits |= 1 << (text.charCodeAt(i) & 31)
  return bits
}

function ones(bits: number): number {
  let count = 0
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++
  return count
}

/**
 * Number of letters to insert, delete, replace or swap with their neighbour to turn one text into the other; more than
 * `bound` if the number exceeds it.
 */
function distanceOf(a: string, b: string, bound: number): number {
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    let least = i
    for (let j = 1; j <= b.length; j++) {
      let cost = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, before[j - 2]! + 1)
      row.push(cost)
      least = Math.min(least, cost)
    }
    if (least > bound) return bound + 1
    before = last
    last = row
  }
  return last[b.length]!
}
