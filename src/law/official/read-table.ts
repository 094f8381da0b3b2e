import { namesIn } from './names-in-line.js'
import { entryItem, NotOfficial, type OfficialItem, type OfficialText } from './official-text.js'

/** Columns of a table, by the headers they may have. The first one present counts; for names, all do. */
const columns = {
  entry: ['entry', 'item', 'paragraph', 'number', 'part', 'path', 'no'],
  name: ['name', 'inn', 'other_name', 'iupac', 'text', 'name_in_records'],
  code: ['code', 'cn_code'],
  cas: ['cas'],
  list: ['list', 'annex', 'schedule', 'category'],
  from: ['from'],
  until: ['until'],
} as const

/**
 * A list that is not XML, as a table: `entry,name[,code,cas,list,from,until]`. @throws {NotOfficial} if columns are
 * missing
 */
export function readTable(rows: readonly (readonly string[])[]): OfficialText {
  const head = (rows[0] ?? []).map((name) =>
    name
      .replace(/^\ufeff/, '')
      .trim()
      .toLowerCase(),
  )
  const at = (names: readonly string[]) => names.map((name) => head.indexOf(name)).filter((i) => i >= 0)
  const [entry, name, code, cas, list] = [
    at(columns.entry),
    at(columns.name),
    at(columns.code),
    at(columns.cas),
    at(columns.list),
  ]
  const [from, until] = [at(columns.from), at(columns.until)]
  const dated = from.length + until.length > 0
  const keyed = entry.length > 0 || code.length > 0 || list.length > 0
  if (name.length === 0 || !keyed)
    throw new NotOfficial(
      `columns ${
        head
          .filter((h) => h !== '')
          .join(', ')
          .slice(0, 200) || '(none)'
      }`,
      'CSV with the columns entry,name[,code,cas,list]',
    )
  const cell = (row: readonly string[], [first]: readonly number[]) =>
    first === undefined ? '' : (row[first]?.trim() ?? '')
  const items = rows.slice(1).flatMap((row): OfficialItem[] => {
    const given = name
      .map((i) => (row[i] ?? '').replaceAll('&amp;', '&').trim())
      .filter((text) => !/^[-–—]?$/.test(text))
    if (given.length === 0) return []
    const base = {
      ...entryItem,
      part: head[list[0] ?? -1] === 'category' ? category(cell(row, list)) : cell(row, list),
      // An example of what an item describes shares the number of the item.
      path: cell(row, entry).replace(/ \(example\)$/, ''),
      code: cell(row, code) || null,
      cas: cell(row, cas) || null,
      words: given.join(' | '),
      ...(dated && { days: { from: cell(row, from) || null, until: cell(row, until) || null } }),
    }
    if (/^(?:NOTE|EXEMPT):/.test(given[0]!) || /^[-–—] *ausgenommen/.test(given[0]!))
      return [{ ...base, kind: 'exclusion', names: [] }]
    if (/:$/.test(given[0]!) && given.length === 1) return [{ ...base, kind: 'heading', names: [] }]
    return [{ ...base, names: [...new Set(given.flatMap(namesIn))] }]
  })
  if (items.length === 0)
    throw new NotOfficial(
      'a table without rows',
      'CSV with the columns entry,name[,code,cas,list] and one row per entry',
    )
  return { id: null, format: 'CSV', day: null, items, repealed: 0 }
}

/** The first category of a cell such as "2A (273/2004), 2 (111/2005)": one act subdivides what the other does not. */
function category(cell: string): string {
  const named = /^\d[A-Z]?/.exec(cell)
  return named ? `Category ${named[0]}` : cell
}
