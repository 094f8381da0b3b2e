import { itemOf, type OfficialItem, type OfficialText } from './official-text.js'

/** Lists of a law in Markdown or HTML: tables, or paragraphs that name a substance each, below a heading. */
export function readMarkdown(text: string): OfficialText {
  const { front, lines } = linesOf(text)
  const items = listItems(lines).filter((item) => item.part !== '')
  const heading = lines.find((line) => line.startsWith('#')) ?? ''
  const id = front.official_code ?? front.identifier ?? /\((\d+[:/]\d+)\)/.exec(heading)?.[1] ?? null
  return { id, format: 'Markdown', day: dayStated(text)?.day ?? null, items, repealed: 0 }
}

export interface Lines {
  /** What stands between the first two lines of hyphens. */
  readonly front: Readonly<Record<string, string>>
  readonly lines: readonly string[]
}

export function linesOf(text: string): Lines {
  const all = (/<\/t[dr]>/i.test(text) ? fromHtml(text) : text).split(/\r?\n/)
  const from = all.indexOf('---')
  const until = from >= 0 && from < 3 ? all.indexOf('---', from + 1) : -1
  const front = all.slice(from + 1, Math.max(until, 0)).flatMap((line) => {
    const found = /^(\w+): "?(.*?)"?$/.exec(line)
    return found ? [[found[1]!, found[2]!] as const] : []
  })
  return { front: { ...Object.fromEntries(front), ...swissFront(text) }, lines: all.slice(until + 1) }
}

const swissNumber = /class="srnummer[^>]*>\s*([\d.]+)/
const months = ['jan', 'feb', 'mär', 'apr', 'mai', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dez']

/** Number and day of a text of the Swiss compilation: "(Stand am 13. März 2026)". */
function swissFront(html: string): Lines['front'] {
  const number = swissNumber.exec(html)?.[1]
  const [, day, month = '', year] = /\(Stand am (\d+)\. (\p{L}{3})\p{L}*\.? (\d{4})\)/u.exec(html) ?? []
  if (number === undefined || day === undefined) return {}
  const from = [year, String(months.indexOf(month.toLowerCase()) + 1).padStart(2, '0'), day.padStart(2, '0')].join('-')
  return { official_code: number, effective_from: from }
}

/** Such a text prints a name in bold before others, or each in a paragraph, and has notes by number. */
function swissNames(html: string): string {
  return html.replace(/<sup>\s*<a\b[\s\S]*?<\/sup>|<\/b>\s*<b>/g, '').replace(/,?\s*<\/b>|<\/p>(?=\s*<p\b)/g, '; ')
}

/** A day stated in the first line or head of a text; `exact` if its words are law from then on. */
export function dayStated(text: string): { day: string; exact: boolean } | null {
  const first = text.slice(0, text.indexOf('\n'))
  const { effective_from: from, effectiveness_date: effective } = linesOf(text.slice(0, 5000)).front
  const inFirst = /\d{4}-\d{2}-\d{2}/.exec(first)?.[0]
  const day = inFirst ?? from ?? effective
  return day === undefined ? null : { day, exact: inFirst === undefined || from === day || /in force from/.test(first) }
}

/** The heading of a list: "Annex 4", "Příloha č. 4 k zákonu ...", "**II NIMEKIRI**". */
const partName =
  /^[ #„"]*((?:annex|anlage|anhang|appendix|bilaga|lisa|příloha|schedule|table|tabella|tabela|vedlegg)(?: č\.)?(?: (?:\d+[a-z]?|[ivxlc]+)\b)?|[ivx]+ nimekiri)(?![\p{L}\d])/iu

const columnName = /(?:název|nimetus|nazwa|bezeichnung|\bname|\binn\b|\bnom\b|\bnome\b)/i

function partIn(line: string): string | null {
  const name = line.length < 200 ? partName.exec(line.replace(/[\s*]+/g, ' '))?.[1] : undefined
  return name === undefined ? null : name[0]!.toUpperCase() + name.slice(1)
}

/** The rows of the tables, and the paragraphs of lists that have no table. */
export function listItems(lines: readonly string[], within = ''): OfficialItem[] {
  const found: (OfficialItem & { readonly row: boolean })[] = []
  let part = within
  let paragraph: string[] = []
  const end = () => {
    const words = paragraph
      .join(' ')
      .replace(/[\s*_\\]+/g, ' ')
      .trim()
    paragraph = []
    const next = partIn(words)
    part = next ?? part
    if (
      next !== null ||
      part === '' ||
      !/\p{L}/u.test(words) ||
      /^(?:\[|📎|\d+\) )/u.test(words) ||
      columnName.test(words)
    )
      return
    found.push({ ...itemOf(part, [words]), row: false })
  }
  for (const [i, line] of lines.entries()) {
    if (line.startsWith('|')) {
      end()
      const cells = cellsOf(line)
      const isHead = /^\|(?: ?:?-+:? ?\|)+/.test(lines[i + 1] ?? '') && columnName.test(line)
      if (!isHead && cells.some((cell) => /\p{L}/u.test(cell))) found.push({ ...rowOf(part, cells), row: true })
    } else if (line.startsWith('#') || line.trim() === '' || partIn(line) !== null) {
      end()
      part = partIn(line) ?? part
    } else paragraph.push(line.trim())
  }
  end()
  const tabled = new Set(found.filter((item) => item.row).map((item) => item.part))
  return found.filter((item) => item.row || !tabled.has(item.part)).map(({ row: _, ...item }) => item)
}

/** A row, whose cells are all taken for names: a remark is none that a record has. */
export function rowOf(part: string, cells: readonly string[]): OfficialItem {
  return itemOf(
    part,
    cells.filter((cell) => cell !== ''),
  )
}

function cellsOf(row: string): string[] {
  return row
    .replace(/^\||\|\s*$/g, '')
    .split(/(?<!\\)\|/)
    .map((cell) =>
      cell
        .replace(/<br ?\/?>|[*\\]/g, ' ')
        .replace(/\s+/g, ' ')
        .trim(),
    )
}

/** Rows, headings and paragraphs of an HTML page as lines of Markdown. */
function fromHtml(text: string): string {
  return (swissNumber.test(text) ? swissNames(text) : text)
    .replace(/<(script|style)\b[\s\S]*?<\/\1>/gi, '')
    .replace(/<tr\b[\s\S]*?<\/tr>/gi, (row) => {
      const cells = [...row.matchAll(/<t[dh]\b[^>]*>([\s\S]*?)<\/t[dh]>/gi)].map((c) => plainText(c[1]!))
      return `\n| ${cells.join(' | ')} |\n${/<th\b/i.test(row) ? '| --- |\n' : ''}`
    })
    .replace(
      /<h(\d)\b[^>]*>([\s\S]*?)<\/h\1>/gi,
      (_, level, words) => `\n${'#'.repeat(Number(level))} ${plainText(words)}\n`,
    )
    .replace(/<\/p>/gi, '\n\n')
    .replace(/<(?!!)[^|>]*>/g, '')
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ' }

function plainText(html: string): string {
  return html
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(\w+);/g, (all, name: string) => entities[name] ?? all)
    .replace(/\s+/g, ' ')
    .trim()
}
