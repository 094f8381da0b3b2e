import { namesIn } from './names-in-line.js'
import { entryItem, NotOfficial, type OfficialItem, type OfficialText } from './official-text.js'
import { all, attribute, children, textOf, type Element } from './xml.js'

/**
 * Annexes of an act of the European Union in Formex, as published on EUR-Lex: tables of name, CN code and CAS number.
 */
export function readFormex(root: Element): OfficialText {
  const number = all(root, 'NO.CELEX')[0]
  if (!number)
    throw new NotOfficial(
      'no NO.CELEX',
      'an act or consolidated act with NO.CELEX and ANNEX > TBL > CORPUS > ROW > CELL',
    )
  const annexes = [...(root.localName === 'ANNEX' ? [root] : []), ...all(root, 'ANNEX')]
  const items = annexes.flatMap((annex, i) => {
    const title = all(annex, 'TI')[0]
    const part = title ? textOf(title) : `Annex ${i + 1}`
    return all(annex, 'ROW')
      .filter((row) => attribute(row, 'TYPE') !== 'HEADER')
      .flatMap((row) => rowItem(row, part))
  })
  if (items.length === 0)
    throw new NotOfficial(`${textOf(number)} without a table in an annex`, 'ANNEX > TBL > CORPUS > ROW > CELL')
  const day = all(root, 'DATE')
    .map((d) => attribute(d, 'ISO'))
    .find((iso) => iso?.match(/^\d{8}$/))
  return {
    id: textOf(number),
    format: 'EUR-Lex XML',
    day: day ? `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}` : null,
    items,
    repealed: 0,
  }
}

function rowItem(row: Element, part: string): OfficialItem[] {
  const cells = children(row, 'CELL').map((cell) => textOf(cell))
  const name = cells[0]?.replace(/\(\d\)$/, '') ?? ''
  if (!/\p{L}/u.test(name)) return []
  const cas = cells.find((cell) => /^\d{2,7}-\d{2}-\d$/.test(cell)) ?? null
  const code = cells.find((cell) => /^(?:ex )?\d{4}(?: \d{2}){0,3}$/.test(cell)) ?? null
  return [{ ...entryItem, part, code, cas, names: namesIn(name), words: cells.join(' | ') }]
}
