import { columnsOf } from './wrap.js'

const ansi = /\u001b\[[0-9;]*m/g

/**
 * A table with borders from lines that are wrapped already: `rows[row][column]` is the lines of
 * a cell, `widths` the columns of text in each. A general table library measures every cell
 * again for each line it draws, which took longer than judging a structure.
 */
export function grid(rows: readonly (readonly (readonly string[])[])[], widths: readonly number[]): string {
  const border = (left: string, middle: string, right: string) =>
    left + widths.map((w) => '─'.repeat(w + 2)).join(middle) + right
  const drawn = rows.map((cells) => {
    const height = Math.max(1, ...cells.map((lines) => lines.length))
    return Array.from(
      { length: height },
      (_, at) => `│${widths.map((w, column) => ` ${padded(cells[column]?.[at] ?? '', w)} `).join('│')}│`,
    ).join('\n')
  })
  return [border('┌', '┬', '┐'), drawn.join(`\n${border('├', '┼', '┤')}\n`), border('└', '┴', '┘')].join('\n')
}

function padded(line: string, width: number): string {
  return line + ' '.repeat(Math.max(0, width - columnsOf(line.replace(ansi, ''))))
}
