const wide =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u
const zeroWidth = /\p{Mark}|\u200b/u

/** Text whose characters are one column wide, recognised without Unicode tables, which take a millisecond. */
const narrow = /^[\u0000-\u02ff\u2010-\u2027]*$/

/** Columns a text takes on a terminal; Chinese characters take two. */
export function columnsOf(text: string): number {
  if (narrow.test(text)) return text.length
  let columns = 0
  for (const c of text) columns += wide.test(c) ? 2 : zeroWidth.test(c) ? 0 : 1
  return columns
}

/** Breaks plain text into lines of at most `width` columns, between words if possible. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ').flatMap((w) => pieces(w, width))) {
    const joined = line === '' || word.glued ? line + word.text : `${line} ${word.text}`
    if (columnsOf(joined) <= width) line = joined
    else {
      lines.push(line)
      line = word.text
    }
  }
  return [...lines, line]
}

/** Breaks text into lines of at most `width` columns that begin with `first`, and then with `rest`. */
export function indented(text: string, width: number, first: string, rest = first): string[] {
  return wrap(text, width - rest.length).map((line, i) => (i === 0 ? first : rest) + line)
}

interface WordPiece {
  readonly text: string
  /** True if no space precedes it. */
  readonly glued: boolean
}

/** A word, split where allowed: at any Chinese character, after a slash or hyphen of a long word, or by force. */
function pieces(word: string, width: number): WordPiece[] {
  if (narrow.test(word) && word.length <= width) return [{ text: word, glued: false }]
  const parts: WordPiece[] = []
  let part = ''
  const close = () => {
    if (part !== '' || parts.length === 0) parts.push({ text: part, glued: parts.length > 0 })
    part = ''
  }
  const long = columnsOf(word) > width
  for (const c of word) {
    if (part !== '' && (wide.test(c) || columnsOf(part + c) > width)) close()
    part += c
    if (wide.test(c) || (long && /[/-]/.test(c))) close()
  }
  if (part !== '' || parts.length === 0) close()
  return parts
}

/** Maximum width of a table: longer lines are hard to read across. */
const widest = 140

/** The columns to write into, on a terminal of `columns`. */
export function widthOf(columns: number): number {
  return Math.min(widest, Math.max(60, columns))
}

/** The first `limit` characters, and how many there were. */
export function shortened(text: string, limit: number): string {
  return text.length <= limit ? text : `${text.slice(0, limit)}... (${text.length} characters)`
}
