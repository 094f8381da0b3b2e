import { type Day, isRealDay } from '../../law/index.js'
import { amendmentsIn, readAmendments } from './amendment.js'
import { NotOfficial, type OfficialText } from './official-text.js'
import { dayStated, linesOf, readMarkdown, type Lines } from './read-markdown.js'
import { readTable } from './read-table.js'
import { readOfficialXml } from './read-xml.js'
import type { DatedText } from './series.js'

/** An official text in any format, by the ending of its name. @throws {NotOfficial} */
export function readOfficial(file: string, text: string | Iterable<string>, rowsOf: RowsOf): OfficialText {
  if (/\.xml$/i.test(file)) return readOfficialXml(text)
  const whole = typeof text === 'string' ? text : [...text].join('')
  if (/\.csv$/i.test(file)) return readTable(rowsOf(withoutRemarks(whole)))
  const read = readMarkdown(whole)
  if (read.items.length > 0) return read
  throw new NotOfficial('no list', 'tables or names below the heading of an annex or list')
}

type RowsOf = (text: string) => string[][]

/** A file of a series. Its day is that which it states, otherwise that in its name. @throws {NotOfficial} */
export function readDated(file: string, text: string, rowsOf: RowsOf, given: Given | undefined): DatedText {
  const isText = /\.(?:md|html?)$/i.test(file)
  const { front } = isText ? linesOf(text) : { front: {} as Lines['front'] }
  const stated = given ? { day: given.day, exact: true } : dayStated(text)
  const amendments = stated === null || !isText ? [] : readAmendments(text, stated.day)
  const read = amendments.length > 0 ? null : isText ? readMarkdown(text) : readOfficial(file, text, rowsOf)
  const changes = read === null ? amendments : amendmentsIn(read)
  const day = stated?.day ?? dayIn(file) ?? read?.day ?? changes[0]?.day
  if (day === undefined) throw new NotOfficial('no day', 'a day in the name or the first line of the file')
  const begun = front.original_effective_date ?? front.effectiveness_date
  return {
    file,
    id: front.official_code ?? front.identifier ?? null,
    day,
    exact: stated?.exact ?? false,
    original: begun === day,
    until: given?.until ?? null,
    text: changes.length > 0 ? null : read,
    amendments: changes,
  }
}

/** What a list of the series says of a file. */
export interface Given {
  readonly day: Day
  readonly until: Day | null
}

/** The last date in a file name. */
export function dayIn(file: string): Day | null {
  return (
    file
      .match(/\d{4}-\d{2}-\d{2}/g)
      ?.filter(isRealDay)
      .at(-1) ?? null
  )
}

/** Lines before the header that begin with #. */
function withoutRemarks(text: string): string {
  return text.replace(/^(?:\ufeff?"?#.*\r?\n)+/, '')
}
