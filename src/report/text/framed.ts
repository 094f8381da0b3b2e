import Table from 'cli-table3'

/**
 * A table in a frame.
 * @param right which columns hold numbers, aligned right
 * @param compact false for a line between any two rows
 */
export function framed(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  right: (column: number) => boolean,
  compact = true,
): string {
  const table = new Table({
    head: [...head],
    colAligns: head.map((_, i) => (right(i) ? 'right' : 'left')),
    style: { head: [], border: [], compact },
  })
  table.push(...rows.map((row) => [...row]))
  return table.toString()
}
