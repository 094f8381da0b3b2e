import type { SetVerdict } from '../../../matching/index.js'
import { withoutControls, aboutWords } from '../../../report/index.js'

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packaged = 'http://schemas.openxmlformats.org/package/2006'

/** Maximum characters in a cell. Source: Microsoft, Excel specifications and limits. */
const longestCell = 32_767

/** The name of the first sheet of results. */
export const resultsSheet = 'Results'

/** Colours of verdict cells. `uncontrolled` has none: green would promise more than the records can. */
const verdictFills = {
  listed: 'F8C9CE',
  class: 'FBE3B8',
  controlled: 'F8C9CE',
  depends: 'E4D5F5',
  undecided: 'E4D5F5',
  unreadable: 'E3E5E8',
  'not recorded': 'E3E5E8',
} satisfies Record<Exclude<SetVerdict, 'uncontrolled'> | 'unreadable' | 'not recorded', string>

/** Format number of the header; those of verdicts follow. */
const headerStyle = 1
const verdictStyles = new Map(Object.keys(verdictFills).map((verdict, i) => [verdict, i + 2]))

const frozenHeader =
  '<sheetViews><sheetView workbookViewId="0">' +
  '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>' +
  '</sheetView></sheetViews>'

export function sheetStart(header: readonly string[]): string {
  const columns = columnsXml(header.map((name) => Math.min(40, Math.max(12, name.length + 2))))
  return `${declaration}<worksheet xmlns="${main}">${frozenHeader}${columns}<sheetData>`
}

function columnsXml(widths: readonly number[]): string {
  const columns = widths.map((width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`)
  return `<cols>${columns.join('')}</cols>`
}

/** @param rows with the header */
export function sheetEnd(columns: number, rows: number): string {
  return `</sheetData><autoFilter ref="A1:${letters(columns - 1)}${rows}"/></worksheet>`
}

export function headerRow(header: readonly string[]): string {
  return rowXml(header, 1, () => headerStyle)
}

/** @param verdicts the columns that are coloured */
export function sheetRow(cells: readonly string[], row: number, verdicts: ReadonlySet<number>): string {
  return rowXml(cells, row, (cell, i) => (verdicts.has(i) ? (verdictStyles.get(cell) ?? 0) : 0))
}

function rowXml(cells: readonly string[], row: number, styleOf: (cell: string, i: number) => number): string {
  const own = cells.map((cell, i) => {
    const at = `${letters(i)}${row}`
    const style = styleOf(cell, i)
    return style === 0 && isPlainNumber(cell) ? `<c r="${at}"><v>${cell}</v></c>` : textCell(cell, style, at)
  })
  return `<row r="${row}">${own.join('')}</row>`
}

/** A number that a spreadsheet shows exactly as written. */
function isPlainNumber(cell: string): boolean {
  return cell.length < 15 && /^-?(0|[1-9]\d*)(\.\d*[1-9])?$/.test(cell)
}

/** Written as text whatever it begins with, so that nothing is run as a formula. */
function textCell(text: string, style: number, at: string): string {
  const kept = text.length > longestCell ? `${text.slice(0, longestCell - 3)}...` : text
  const format = ` r="${at}"${style === 0 ? '' : ` s="${style}"`}`
  return kept === ''
    ? `<c${format}/>`
    : `<c t="inlineStr"${format}><is><t xml:space="preserve">${escaped(kept)}</t></is></c>`
}

/** 0 is `A`, 27 is `AB`. */
function letters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26))
  return column < 26 ? last : letters(Math.floor(column / 26) - 1) + last
}

function escaped(text: string): string {
  return withoutControls(text)
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(/[\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
}

const shownWidth = { least: 12, most: 60 }

/**
 * A sheet of a few words and tables: the first row is its title, and what stands first in a row says what the row is.
 * @param heads rows that head a table
 */
function plainSheet(rows: readonly (readonly string[])[], heads: ReadonlySet<number>): string {
  const columns = Math.max(...rows.map((row) => row.length))
  // A sentence alone in its row runs on over the next columns.
  const width = (i: number) => Math.max(...rows.filter((row) => row.length > 1).map((row) => row[i]?.length ?? 0)) + 2
  const widths = Array.from({ length: columns }, (_, i) =>
    Math.min(shownWidth.most, Math.max(shownWidth.least, width(i))),
  )
  const body = rows.map((cells, r) =>
    rowXml(cells, r + 1, (_, i) => (heads.has(r) || r === 0 || (i === 0 && cells.length > 1) ? headerStyle : 0)),
  )
  const data = `${columnsXml(widths)}<sheetData>${body.join('')}</sheetData>`
  return `${declaration}<worksheet xmlns="${main}">${data}</worksheet>`
}

function relations(targets: readonly (readonly [type: string, target: string])[]): string {
  const all = targets.map(
    ([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${office}/${type}" Target="${target}.xml"/>`,
  )
  return `${declaration}<Relationships xmlns="${packaged}/relationships">${all.join('')}</Relationships>`
}

function contentTypes(sheets: number): string {
  const own = 'application/vnd.openxmlformats-'
  const of = (part: string, type: string) =>
    `<Override PartName="/xl/${part}.xml" ContentType="${own}officedocument.spreadsheetml.${type}+xml"/>`
  const all = [
    `<Default Extension="rels" ContentType="${own}package.relationships+xml"/>`,
    '<Default Extension="xml" ContentType="application/xml"/>',
    of('workbook', 'sheet.main'),
    ...numbers(sheets).map((n) => of(`worksheets/sheet${n}`, 'worksheet')),
    of('styles', 'styles'),
  ]
  return `${declaration}<Types xmlns="${packaged}/content-types">${all.join('')}</Types>`
}

/** @param about the name of a sheet, the last of the parts, that comes before the results */
function workbook(sheets: number, about: string | null): string {
  const of = (name: string, n: number) => `<sheet name="${name}" sheetId="${n}" r:id="rId${n}"/>`
  const results = about === null ? sheets : sheets - 1
  const named = [
    ...(about === null ? [] : [of(about, sheets)]),
    ...numbers(results).map((n) => of(`${resultsSheet}${n === 1 ? '' : ` ${n}`}`, n)),
  ]
  return `${declaration}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${named.join('')}</sheets></workbook>`
}

const fills = Object.values(verdictFills)

const font = (bold: string) => `<font>${bold}<sz val="11"/><name val="Calibri"/></font>`

const styles = [
  `${declaration}<styleSheet xmlns="${main}">`,
  `<fonts count="2">${font('')}${font('<b/>')}</fonts>`,
  `<fills count="${fills.length + 2}"><fill><patternFill patternType="none"/></fill>`,
  '<fill><patternFill patternType="gray125"/></fill>',
  ...fills.map((colour) => `<fill><patternFill patternType="solid"><fgColor rgb="FF${colour}"/></patternFill></fill>`),
  '</fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>',
  `<cellXfs count="${fills.length + 2}"><xf/><xf fontId="1" applyFont="1"/>`,
  ...fills.map((_, i) => `<xf fillId="${i + 2}" applyFill="1"/>`),
  '</cellXfs></styleSheet>',
].join('')

function numbers(count: number): number[] {
  return Array.from({ length: count }, (_, i) => i + 1)
}

/** The rows that head a table, by their position, are those that begin as its header does. */
export function aboutXml(rows: readonly (readonly string[])[]): string {
  return plainSheet(rows, new Set(rows.flatMap(([first], i) => (first === aboutWords.law ? [i] : []))))
}

/** The files of a workbook besides its sheets, by name. @param about as for `workbook` */
export function frameOf(sheets: number, about: string | null): Record<string, string> {
  return {
    '[Content_Types].xml': contentTypes(sheets),
    '_rels/.rels': relations([['officeDocument', 'xl/workbook']]),
    'xl/workbook.xml': workbook(sheets, about),
    'xl/_rels/workbook.xml.rels': relations([
      ...numbers(sheets).map((n) => ['worksheet', `worksheets/sheet${n}`] as const),
      ['styles', 'styles'],
    ]),
    'xl/styles.xml': styles,
  }
}
