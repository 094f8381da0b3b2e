import { columnsOf } from './wrap.js'

const ansi = /\u001b\[[0-9;]*m/g

/** Two spaces: enough to separate columns, and less to print than a frame. */
export const gap = '  '

/**
 * Cells of one row next to each other. The lines of each cell are already wrapped; `widths` are the text widths of the
 * columns.
 */
export function sideBySide(cells: readonly (readonly string[])[], widths: readonly number[]): string[] {
  const height = Math.max(1, ...cells.map((lines) => lines.length))
  return Array.from({ length: height }, (_, at) =>
    widths
      .map((width, column) => padded(cells[column]?.[at] ?? '', width))
      .join(gap)
      .trimEnd(),
  )
}

function padded(line: string, width: number): string {
  return line + ' '.repeat(Math.max(0, width - columnsOf(line.replace(ansi, ''))))
}
