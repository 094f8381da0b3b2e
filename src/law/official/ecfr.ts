import { namesIn } from './names-in-line.js'
import { entryItem, NotOfficial, type OfficialItem, type OfficialText } from './official-text.js'
import { all, children, textOf, type Element } from './xml.js'

/**
 * Sections of the Code of Federal Regulations in the XML of ecfr.gov: paragraphs, and tables of names with their codes.
 */
export function readEcfr(root: Element): OfficialText {
  const sections = [
    ...(root.getAttribute('TYPE') === 'SECTION' ? [root] : []),
    ...all(root, 'DIV8').filter((d) => d.getAttribute('TYPE') === 'SECTION'),
  ]
  const items = sections.flatMap((section) => sectionItems(section, section.getAttribute('N')!.replace(/^§ */, '')))
  const part = sections[0]?.getAttribute('N')?.replace(/^§ */, '').split('.')[0]
  if (part === undefined || items.length === 0)
    throw new NotOfficial('no numbered paragraph', 'DIV8 with N="1308.11" and TYPE="SECTION" > P')
  return {
    id: `21 CFR ${part}`,
    format: 'eCFR XML',
    day: null,
    items,
    repealed: 0,
  }
}

function sectionItems(section: Element, part: string): OfficialItem[] {
  let at: string[] = []
  return lines(section).flatMap(({ text, code }): OfficialItem[] => {
    const { numbers, rest } = leading(text)
    if (numbers.length === 0) return []
    for (const n of numbers) at = [...at.slice(0, levelOf(n, at)), n]
    const path = at.map((n) => `(${n})`).join('')
    if (/^\[Reserved|^\[Removed/i.test(rest)) return []
    const base = { ...entryItem, part, path, code, names: namesIn(rest), words: rest }
    return [{ ...base, kind: code !== null ? 'entry' : chemical.test(part) && at.length === 2 ? 'entry' : 'heading' }]
  })
}

/** Section 1310.02 gives codes in the same way since it has had tables; before that, chemicals were in paragraphs. */
const chemical = /^1310\.02$/

function lines(section: Element): { text: string; code: string | null }[] {
  const found: { text: string; code: string | null }[] = []
  const walk = (element: Element) => {
    for (const next of children(element)) {
      if (next.localName === 'TR' || next.localName === 'ROW') found.push(rowOf(next))
      else if (next.localName === 'P' || next.localName === 'FP') found.push(withCode(textOf(next)))
      else walk(next)
    }
  }
  walk(section)
  return found
}

function rowOf(row: Element): { text: string; code: string | null } {
  const cells = children(row)
    .map((c) => textOf(c))
    .filter((c) => c !== '')
  const code = /^\d{4}$/.test(cells.at(-1) ?? '') ? cells.pop()! : null
  return code === null ? withCode(cells.join(' ')) : { text: cells.join(' '), code }
}

function withCode(text: string): { text: string; code: string | null } {
  const found = /^(.*?)[\s.—–-]+(\d{4})$/.exec(text)
  return found ? { text: found[1]!, code: found[2]! } : { text, code: null }
}

function leading(text: string): { numbers: string[]; rest: string } {
  const numbers: string[] = []
  let rest = text.trim()
  for (
    let found = /^\(([a-zA-Z]{1,5}|\d{1,3})\)\s*/.exec(rest);
    found;
    found = /^\(([a-zA-Z]{1,5}|\d{1,3})\)\s*/.exec(rest)
  ) {
    numbers.push(found[1]!)
    rest = rest.slice(found[0].length)
  }
  return { numbers, rest }
}

/**
 * (a), (1), (i), (A): the level of a number, by its kind. A number that could be a letter counts as roman only under an
 * arabic number.
 */
function levelOf(number: string, at: readonly string[]): number {
  if (/^\d+$/.test(number)) return 1
  if (/^[A-Z]/.test(number)) return 3
  return /^[ivxl]+$/.test(number) && at.length >= 2 ? 2 : 0
}
