/** The year from which days are counted. */
export type DateSystem = 1900 | 1904

const dayMs = 24 * 60 * 60 * 1000
/** Built-in date formats of every workbook. Source: ECMA-376, numFmt. */
const builtIn: readonly (readonly [number, number])[] = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
]

export function isDateFormat(id: number, code: string | null): boolean {
  if (code === null) return builtIn.some(([from, to]) => id >= from && id <= to)
  return /[dmyhs]/i.test(code.replace(/"[^"]*"|\[[^\]]*\]|\\.|_.|General/gi, ''))
}

/** `2018-02-06`, with its time if it has one; null for a number that is not a date. */
export function dayOf(number: number, system: DateSystem): string | null {
  // Day 60 of 1900 is 29 February, which did not exist.
  const days = system === 1904 ? number + 1462 : number < 60 ? number + 1 : number
  const time = Date.UTC(1899, 11, 30) + Math.round(days * dayMs)
  if (number < 0 || days > 2_958_466) return null
  const text = new Date(time).toISOString()
  return Number.isInteger(number) ? text.slice(0, 10) : text.slice(0, 19)
}
