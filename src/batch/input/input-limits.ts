/** Input limits; docs/batch.md states them. */

/** The longest line kept, in bytes: over twice what the structure reader accepts. */
export const longestLine = 1024 * 1024
/** Unpacked bytes without a line break. */
export const mostUnbroken = 256 * 1024 * 1024
/** Bytes of blank lines one after another, each of which is a row. */
export const mostBlank = 64 * 1024
/** Columns of a table, fields of an object, properties of an SD record: as many as a spreadsheet can have columns. */
export const mostColumns = 16_384
/** Lines that a table row may span before its quote is treated as a mistake. */
export const longestRow = 500
/**
 * An SD record longer than this, in characters with line ends, is damage (missing delimiters, another kind of file).
 */
export const longestRecord = 4 * 1024 * 1024
/** Levels of arrays and objects within a JSON value. */
export const deepestJson = 100
/** The largest window a Zstandard frame may request: the default limit of `zstd` itself. */
export const largestWindow = 128 * 1024 * 1024

/** Whether arrays and objects are nested more than this many levels deep. */
export function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return false
  return levels === 0 || Object.values(value).some((inner) => isDeeper(inner, levels - 1))
}
