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
 * The recorded names nearest to a text: those that say the same with other numbers or in another order, those that it
 * contains as a word ("cocaine hydrochloride"), then those within a few letter changes, same numbers first.
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
  const digits = digitsOf(bare)
  const parts = partsOf({ bare, words })
  for (const spelling of spellings) {
    if (spelling.bare.length >= shortest && words.includes(` ${spelling.words} `)) meet(spelling.shown, 0)
    if (Math.abs(spelling.bare.length - bare.length) > bound) continue
    if (parts !== null && spelling.bare.length === bare.length && partsOf(spelling) === parts) meet(spelling.shown, -1)
    // Each letter change adds or removes at most two kinds of letter.
    if (ones(own ^ lettersOf(spelling.bare)) > 2 * bound) continue
    const distance = distanceOf(bare, spelling.bare, bound)
    if (distance > bound) continue
    const sameDigits = digitsOf(spelling.bare) === digits
    meet(spelling.shown, sameDigits ? distance : distance + otherDigits)
    if (sameDigits) continue
    for (const name of renumbered(bare, spelling, spellings)) meet(name, -1)
  }
  return [...found]
    .sort(([a, near], [b, far]) => near - far || a.length - b.length || (a < b ? -1 : 1))
    .slice(0, most)
    .map(([shown]) => shown)
}

/** A name with other numbers is another substance: it stands after names with a few more letters changed. */
const otherDigits = 4

function digitsOf(bare: string): string {
  return bare.replace(/\D/g, '')
}

/**
 * Substituents in alphabetical order with the letters of the whole name, so that 2,5-dimethoxy-4-bromoamphetamine is
 * 4-bromo-2,5-dimethoxyamphetamine; null for a name without several numbered substituents.
 */
function partsOf({ bare, words }: Pick<Spelling, 'bare' | 'words'>): string | null {
  const parts = words.match(/\d[\d,]*-[a-z]{4}/g)
  return parts === null || parts.length < 2 ? null : [...parts.sort(), ...[...bare].sort()].join('')
}

/**
 * Names of substances that are to the text as a record with other numbers is to one of its names: 2-FA for
 * 2-fluoroamphetamine, because 4-FA is also called 4-fluoroamphetamine.
 */
function renumbered(bare: string, { bare: like, shown }: Spelling, spellings: readonly Spelling[]): string[] {
  if (like.length !== bare.length || like.replace(/\d/g, '#') !== bare.replace(/\d/g, '#')) return []
  const changed = [...like].flatMap((digit, i) => (digit === bare[i] ? [] : [`${digit}${bare[i]}`]))
  const [from, to] = changed[0] ?? ''
  if (from === undefined || to === undefined || changed.some((each) => each !== changed[0])) return []
  const wanted = new Set(
    spellings.flatMap((s) => (s.shown === shown && s.bare.includes(from) ? [s.bare.replaceAll(from, to)] : [])),
  )
  return spellings.filter((s) => s.shown !== shown && wanted.has(s.bare)).map((s) => s.shown)
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

/** Letters to insert, delete, replace or swap to turn one text into the other; more than `bound` if over it. */
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
