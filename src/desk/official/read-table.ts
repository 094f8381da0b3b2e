import { isRealDay } from '../../law/index.js'
import {
  columnsOf,
  itemOf,
  NotOfficial,
  type OfficialItem,
  type OfficialText,
  textWith,
  withoutColumns,
} from './official-text.js'

/** Columns of a table, by the headers they may have. The first one present counts; for names, all do. */
const columns = {
  entry: ['entry', 'item', 'paragraph', 'number', 'path', 'part', 'no'],
  name: ['name', 'inn', 'other_name', 'iupac', 'text', 'name_in_records'],
  code: ['code', 'cn_code'],
  cas: ['cas'],
  list: ['list', 'annex', 'schedule', 'category'],
  from: ['from'],
  until: ['until'],
  change: ['change'],
  day: ['inforce_start', 'day'],
  seen: ['pit_date'],
} as const

/** A list as a table: `entry,name[,code,cas,list,from,until]`. @throws {NotOfficial} if columns are missing */
export function readTable(rows: readonly (readonly string[])[]): OfficialText {
  const head = columnsOf(rows)
  const at = (column: keyof typeof columns) => columns[column].map((name) => head.indexOf(name)).filter((i) => i >= 0)
  const name = at('name')
  const dated = at('from').length + at('until').length > 0
  const changes = at('change').length > 0
  const keyed = at('entry').length + at('code').length + at('list').length > 0
  if (name.length === 0 || !keyed) throw withoutColumns(head, 'entry,name[,code,cas,list]')
  const cell = (row: readonly string[], column: keyof typeof columns) => row[at(column)[0] ?? -1]?.trim() ?? ''
  const items = rows.slice(1).flatMap((row): OfficialItem[] => {
    const given = name
      .map((i) => (row[i] ?? '').replaceAll('&amp;', '&').trim())
      .flatMap((text) => (changes ? text.split(' | ').filter((part) => /\p{L}/u.test(part)) : [text]))
      .filter((text) => !/^[-–—]?$/.test(text))
    if (given.length === 0) return []
    const part = head[at('list')[0] ?? -1] === 'category' ? category(cell(row, 'list')) : cell(row, 'list')
    const base = {
      // An example of what an item describes shares the number of the item.
      path: cell(row, 'entry').replace(/ \(example\)$|^row$|\//g, ''),
      code: cell(row, 'code') || null,
      cas: cell(row, 'cas') || null,
      ...(changes && { change: changeOf(cell(row, 'change'), cell(row, 'day'), cell(row, 'seen')) }),
      ...(dated && { days: { from: cell(row, 'from') || null, until: cell(row, 'until') || null } }),
    }
    if (/^(?:NOTE|EXEMPT):/.test(given[0]!) || /^[-–—] *ausgenommen/.test(given[0]!))
      return [itemOf(part, given, { ...base, kind: 'exclusion', names: [] })]
    if (/:$/.test(given[0]!) && given.length === 1)
      return [itemOf(part, given, { ...base, kind: 'heading', ...(!changes && { names: [] }) })]
    return [itemOf(part, given, base)]
  })
  return textWith(
    { id: null, format: 'CSV', items },
    'a table without rows',
    'CSV with the columns entry,name[,code,cas,list] and one row per entry',
  )
}

function changeOf(sign: string, day: string, seen: string): NonNullable<OfficialItem['change']> {
  const on = [day, seen].find(isRealDay)
  if (!/^[+-]$/.test(sign) || on === undefined)
    throw new NotOfficial(`a change "${sign}" on "${day || seen}"`, '+ or - in the column change, and a day')
  return { comes: sign === '+', day: on, exact: on === day }
}

/** The first category of a cell such as "2A (273/2004), 2 (111/2005)": one act subdivides what the other does not. */
function category(cell: string): string {
  const named = /^\d[A-Z]?/.exec(cell)
  return named ? `Category ${named[0]}` : cell
}
