import { type Day, isRealDay } from '../../law/index.js'
import type { OfficialItem, OfficialText } from './official-text.js'
import { linesOf, listItems, rowOf } from './read-markdown.js'

/** What a point of an amendment does to the rows of a part. */
export interface Change {
  /** Its place in the amendment: "I no. 3". */
  readonly point: string
  readonly part: string
  readonly does: 'replace' | 'add' | 'remove' | 'words' | 'text'
  /** The rows that come. */
  readonly items: readonly OfficialItem[]
  /** A name in the row that goes or whose words change, or words that change wherever they stand. */
  readonly row: string | null
}

export interface Amendment {
  /** The text that it amends; null for a table, which has no name. */
  readonly of: string | null
  /** The acts that amended it before, as far as this one names them. */
  readonly after: readonly string[]
  readonly day: Day
  readonly changes: readonly Change[]
  /** Points that change no list. */
  readonly elsewhere: number
  /** Points on a list that were not understood, or that the copy lacks. */
  readonly unread: readonly { readonly point: string; readonly words: string | null }[]
}

/**
 * The amendments in an amending act: in Czech prose ("above the row with the word X, a new row is inserted ..."), one
 * for each text and day. Points that come into force later are named in its last article.
 */
export function readAmendments(text: string, effective: Day): Amendment[] {
  const { front, lines } = linesOf(text)
  const title = front.title ?? ''
  if (!/kterým se mění/.test(title)) return []
  const days = deferred(lines.join('\n'))
  return articlesOf(lines).flatMap(({ name, head, points }) => {
    const of = act.exec(head)?.[1] ?? act.exec(/kterým se mění.*/.exec(title)![0])?.[1]
    if (of === undefined || points.length === 0) return []
    const after = head.split('ve znění').slice(1).join()
    const own = points.map(({ number, lines }) => ({ at: `${name} no. ${number}`, lines: lines as string[] | null }))
    const absent = [...days.keys()].filter((at) => at.startsWith(`${name} no. `) && own.every((p) => p.at !== at))
    const all = [...own, ...absent.map((at) => ({ at, lines: null }))].map(({ at, lines }) => ({
      at,
      words: lines?.[0] ?? null,
      change: lines === null ? ('unread' as const) : changeOf(lines, at),
      day: days.get(at) ?? effective,
    }))
    return [...new Set(all.map((p) => p.day))].sort().map((day): Amendment => {
      const now = all.filter((p) => p.day === day)
      return {
        of: `${of} Sb.`,
        after: [...after.matchAll(new RegExp(act, 'g'))].map((m) => `${m[1]} Sb.`),
        day,
        changes: now.flatMap(({ change }) => (typeof change === 'string' ? [] : change)),
        elsewhere: now.filter(({ change }) => change === 'elsewhere').length,
        unread: now.filter(({ change }) => change === 'unread').map(({ at, words }) => ({ point: at, words })),
      }
    })
  })
}

const act = /č\. (\d+\/\d{4}) Sb/

/** The articles that amend something; one without numbers is a single point. */
function articlesOf(lines: readonly string[]) {
  const starts = lines.flatMap((line, i) => (/^#+ Čl\. [IVX]+\s*$/.test(line) ? [i] : []))
  return starts.flatMap((start, n) => {
    const own = lines.slice(start + 1, starts[n + 1]).filter((line) => line.trim() !== '')
    const name = /[IVX]+\s*$/.exec(lines[start]!)![0].trim()
    const at = own.flatMap((line, i) => (/^(?:- )?\d+\. /.test(line) ? [i] : []))
    const head = own.slice(0, at[0]).join('\n')
    if (/nabývá účinnosti|bylo oznámeno|^#+ (?:Technický|Účinnost)/i.test(own.slice(0, 3).join('\n'))) return []
    if (at.length === 0)
      return [{ name, head, points: [{ number: '1', lines: own.filter((l) => !/mění takto:$/.test(l)) }] }]
    const points = at.map((from, k) => ({
      number: /\d+/.exec(own[from]!)![0],
      lines: [own[from]!.replace(/^(?:- )?\d+\. /, ''), ...own.slice(from + 1, at[k + 1])],
    }))
    return [{ name, head, points }]
  })
}

const months = 'led únor březn dubn květn červn červenc srpn září říj listopad prosin'.split(' ')

/** The points that come into force on a day of their own. */
function deferred(text: string): ReadonlyMap<string, Day> {
  const days = new Map<string, Day>()
  const exception =
    /čl\. ([IVX]+) bod\p{L}+ ([\d, a]+?),? kter\p{L}+ nabýv\p{L}+ účinnosti dnem (\d+)\. (\p{L}+) (\d{4})/gu
  for (const [, article, points, day, word, year] of text.matchAll(exception)) {
    const month = months.findLastIndex((name) => word!.startsWith(name)) + 1
    const on = `${year}-${String(month).padStart(2, '0')}-${day!.padStart(2, '0')}`
    if (isRealDay(on)) for (const n of points!.match(/\d+/g)!) days.set(`${article} no. ${n}`, on)
  }
  return days
}

/** Column and content of a cell: 've sloupci s názvem „Column“ uvedeno slovo „Content“'. */
const cell =
  /ve sloupci s názvem [„"][^“"]*[“"] (?:jsou |je )?(?:uveden\p{L}* |doplňuj\p{L}+ )(?:slov\p{L}*|text|vět\p{L}*) [„"]([^“]*?)[“"]/gu

function changeOf(lines: readonly string[], point: string): Change[] | 'elsewhere' | 'unread' {
  const words = lines[0]!
  const annex = /^(?:V (?:tabulce )?)?příl(?:oh|oz)\p{L}+(?: č\. (\d+))?/iu.exec(words)
  if (!annex) return 'elsewhere'
  const part = `Příloha${annex[1] === undefined ? '' : ` č. ${annex[1]}`}`
  const change = (does: Change['does'], items: readonly OfficialItem[], row: string | null): Change[] => [
    { point, part, does, items, row },
  ]
  if (/ zn(?:í|ějí):\s*$/.test(words)) {
    const items = listItems(lines.slice(1), part)
    const parts = [...new Set(items.map((item) => item.part))]
    return parts.length === 0
      ? 'unread'
      : parts.map((own) => ({
          point,
          part: own,
          does: 'replace',
          items: items.filter((i) => i.part === own),
          row: null,
        }))
  }
  const cells = [...words.matchAll(cell)].map((m) => m[1]!)
  const whole = /který zní: [„"](.*)[“"]\.?\s*$/.exec(words)?.[1]
  if (/nový řádek/.test(words)) {
    const given = whole === undefined ? cells.slice(/řádek, ve kterém/.test(words) ? 1 : 0) : runTogether(whole)
    return given.length === 0 ? 'unread' : change('add', [rowOf(part, given)], null)
  }
  if (/řád(?:ek|ky), ve kter/.test(words) && /zrušuj/.test(words) && cells.length > 0)
    return cells.flatMap((row) => change('remove', [], row))
  if (/v řádku, ve kterém/.test(words) && cells.length > 0) return change('words', [], cells[0]!)
  if (/poznámce pod/.test(words)) return 'elsewhere'
  const replaced = /(?:slova?|text) [„"]([^“"]*)[“"].*nahrazuj/.exec(words)?.[1]
  if (replaced !== undefined) return change('text', [], replaced)
  return 'unread'
}

/** The cells of a row that the copy prints without a space between them. */
function runTogether(row: string): string[] {
  return [row, ...row.split(/(?<=\p{Ll})(?=[A-Z(])|(?<=[A-Z])(?=\(|N-\[)|(?<=[A-Z]{2})(?=\p{Ll}{3})/u).slice(0, 2)]
}

/** The amendments in a table with a column `change`, one for each day; they have no text of their own. */
export function amendmentsIn({ items }: OfficialText): Amendment[] {
  const dated = items.flatMap((item, i) => (item.change ? [{ item, ...item.change, point: `row ${i + 2}` }] : []))
  return [...new Set(dated.map(({ day }) => day))].sort().map((day) => ({
    of: null,
    after: [],
    day,
    changes: dated
      .filter((d) => d.day === day)
      // What goes is taken out first: a row whose words change goes and comes on one day.
      .sort((a, b) => Number(a.comes) - Number(b.comes))
      .map(({ item, comes, point }) => ({
        point,
        part: item.part,
        does: comes ? 'add' : 'remove',
        items: [item],
        row: comes ? null : (item.words.split(' | ')[0] ?? ''),
      })),
    elsewhere: 0,
    unread: [],
  }))
}
