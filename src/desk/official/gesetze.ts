import { itemOf, NotOfficial, type OfficialItem, type OfficialText, textWith } from './official-text.js'
import { all, attribute, child, children, next, textOf, type Element } from './xml.js'

/**
 * Annexes of a German act in the XML of gesetze-im-internet.de: tables of three name columns, or numbered definitions.
 */
export function readGesetze(root: Element): OfficialText {
  const id = all(root, 'jurabk')[0]
  if (!id) throw new NotOfficial('no jurabk', 'dokumente > norm > metadaten > jurabk')
  const items: OfficialItem[] = []
  for (const norm of children(root, 'norm')) {
    const data = child(norm, 'metadaten')
    const name = data && child(data, 'enbez')
    const part = name ? textOf(name) : ''
    if (!/^Anlage/.test(part)) continue
    const rows = all(norm, 'row')
      .map((row) => cellsOf(row))
      .filter((cells) => cells !== null)
    items.push(...(rows.some((r) => r.header) ? nameRows(rows, part) : definitions(norm, part)))
  }
  const built = attribute(root, 'builddate') ?? ''
  const day = built.length >= 8 ? `${built.slice(0, 4)}-${built.slice(4, 6)}-${built.slice(6, 8)}` : null
  return textWith(
    { id: textOf(id), format: 'gesetze-im-internet XML', day, items },
    `${textOf(id)} without an annex`,
    'norm > metadaten > enbez "Anlage ..."',
  )
}

function cellsOf(row: Element) {
  const texts = children(row, 'entry').map((entry) => textOf(entry))
  return texts.every((t) => t === '') ? null : { header: texts[0] === 'INN' || texts[0] === 'Stoffbezeichnung', texts }
}

/** INN, other name, chemical name; a dash if there is none. Rows with one cell give exceptions or head what follows. */
function nameRows(rows: readonly NonNullable<ReturnType<typeof cellsOf>>[], part: string): OfficialItem[] {
  const from = rows.findIndex((r) => r.header)
  return rows.slice(from + 1).flatMap((row): OfficialItem[] => {
    const { texts } = row
    if (row.header) return []
    const given = texts.filter((t) => !/^[-–—]?$/.test(t))
    const words = texts.join(' | ')
    if (texts.length < 3 || given.length === 0) return [itemOf(part, texts, { kind: 'heading', names: [] })]
    if (given.length === 1 && /^[-–—] *(?:ausgenommen|sofern|nur|die|der)\b/.test(given[0]!))
      return [itemOf(part, texts, { kind: 'exclusion', names: [] })]
    return [itemOf(part, given, { kind: /:$/.test(given[0]!) ? 'heading' : 'entry', words })]
  })
}

/**
 * Numbered definitions of groups of substances; drawings are not words. Lettered points within a number are part of it.
 */
function definitions(norm: Element, part: string): OfficialItem[] {
  return all(norm, 'DT').flatMap((number): OfficialItem[] => {
    const path = textOf(number).replace(/\.$/, '')
    const definition = next(number)
    if (!/^\d+(?:\.\d+)*$/.test(path) || !definition) return []
    return [itemOf(part, [textOf(definition)], { kind: 'class', path, names: [], hasClassWords: true })]
  })
}
