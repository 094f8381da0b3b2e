import type { Row } from '../delimited.js'
import { longestLine, mostColumns } from '../input-limits.js'
import { dayOf } from './dates.js'
import { unescaped, type Sheet, type Workbook } from './workbook.js'
import { xmlEvents } from './xml-events.js'

/** The rows of a sheet as text, except those without values. A formula is read as its saved value. */
export async function* sheetRows({ part }: Sheet, book: Workbook, read: (share: number) => void): AsyncGenerator<Row> {
  const state = new RowState(book)
  for await (const events of xmlEvents(part, read))
    for (const event of events) {
      if (event.kind === 'open') state.open(event.name, event.attributes)
      else if (event.kind === 'text') state.text(event.text)
      else if (event.name === 'row') {
        const row = state.row()
        if (row) yield row
      } else state.close(event.name)
    }
}

class RowState {
  #cells: string[] = []
  #length = 0
  #column = 0
  #type = ''
  #style = -1
  #value = ''
  #within: 'value' | 'text' | null = null
  #aloud = false
  /** Whether a cell of the row refers to a shared text that the workbook lacks: it must not pass for an empty one. */
  #lost = false

  constructor(readonly book: Workbook) {}

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'row') {
      this.#cells = []
      this.#length = 0
      this.#column = 0
      this.#lost = false
    } else if (name === 'c') {
      const at = /^[A-Za-z]{1,3}/.exec(attributes.r ?? '')
      if (at) this.#column = columnOf(at[0])
      this.#type = attributes.t ?? 'n'
      this.#style = Number(attributes.s ?? -1)
      this.#value = ''
    } else if (name === 'v') this.#within = 'value'
    else if (name === 't' && !this.#aloud) this.#within = 'text'
    else if (name === 'rPh') this.#aloud = true
  }

  text(text: string): void {
    if (this.#within === null || this.#value.length > longestLine) return
    this.#value += text
  }

  close(name: string): void {
    if (name === 'v' || name === 't') this.#within = null
    else if (name === 'rPh') this.#aloud = false
    else if (name === 'c') {
      const cell = this.#cell()
      this.#length += cell.length
      if (cell !== '' && this.#column < mostColumns && this.#length <= longestLine) {
        while (this.#cells.length < this.#column) this.#cells.push('')
        this.#cells[this.#column] = cell
      }
      this.#column++
    }
  }

  row(): Row | null {
    if (this.#length > longestLine)
      return { kind: 'broken', text: this.#cells.join(' ').slice(0, 200), why: 'too-long', bytes: this.#length }
    if (this.#lost) return { kind: 'broken', text: this.#cells.join(' '), why: 'lost-text', bytes: this.#length }
    return this.#cells.length === 0 ? null : { kind: 'cells', cells: this.#cells }
  }

  #cell(): string {
    const value = this.#value
    switch (this.#type) {
      case 's': {
        const text = this.book.strings[Number(value)]
        if (text === undefined || value.trim() === '') this.#lost = true
        return text ?? ''
      }
      case 'b':
        return value === '' ? '' : value === '1' ? 'TRUE' : 'FALSE'
      case 'n': {
        const number = Number(value)
        if (value.trim() === '' || Number.isNaN(number)) return value.trim()
        return (this.book.dates[this.#style] ? dayOf(number, this.book.dateSystem) : null) ?? String(number)
      }
      default:
        return unescaped(value)
    }
  }
}

/** `A` is 0, `AB` is 27. */
function columnOf(letters: string): number {
  return [...letters.toUpperCase()].reduce((n, letter) => n * 26 + letter.charCodeAt(0) - 64, 0) - 1
}
