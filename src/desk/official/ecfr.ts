import { itemOf, type OfficialItem, type OfficialText, textWith } from './official-text.js'
import { all, attribute, children, textOf, type Element } from './xml.js'

/**
 * Sections of the Code of Federal Regulations in the XML of ecfr.gov: paragraphs, and tables of names with their codes.
 */
export function readEcfr(root: Element): OfficialText {
  const sections = [
    ...(attribute(root, 'TYPE') === 'SECTION' ? [root] : []),
    ...all(root, 'DIV8').filter((d) => attribute(d, 'TYPE') === 'SECTION'),
  ]
  const items = sections.flatMap((section) => sectionItems(section, numberOf(section)))
  const [first] = sections
  const id = first ? `21 CFR ${numberOf(first).split('.')[0]}` : null
  return textWith(
    { id, format: 'eCFR XML', items },
    'no numbered paragraph',
    'DIV8 with N="1308.11" and TYPE="SECTION" > P',
  )
}

/** `1308.11`, also if it is written `§ 1308.11`. */
function numberOf(section: Element): string {
  return attribute(section, 'N')!.replace('§', '').trim()
}

function sectionItems(section: Element, part: string): OfficialItem[] {
  let at: string[] = []
  return lines(section).flatMap(({ text, code }): OfficialItem[] => {
    const { numbers, rest } = leading(text)
    if (numbers.length === 0) return []
    for (const n of numbers) at = [...at.slice(0, levelOf(n, at)), n]
    const path = at.map((n) => `(${n})`).join('')
    if (/^\[Reserved|^\[Removed/i.test(rest)) return []
    const isEntry = code !== null || (part === chemicals && at.length === 2)
    return [itemOf(part, [rest], { path, code, kind: isEntry ? 'entry' : 'heading' })]
  })
}

/** Section 1310.02 gives codes in the same way since it has had tables; before that, chemicals were in paragraphs. */
const chemicals = '1310.02'

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
  return withCode(
    children(row)
      .map((c) => textOf(c))
      .join(' ')
      .trim(),
  )
}

function withCode(text: string): { text: string; code: string | null } {
  const found = /(.*?)[\s.—–-]+(\d{4})$/.exec(text)
  return found ? { text: found[1]!, code: found[2]! } : { text, code: null }
}

function leading(text: string): { numbers: string[]; rest: string } {
  const numbers: string[] = []
  const number = /\s*\(([a-zA-Z]{1,5}|\d{1,3})\)/y
  let end = 0
  for (let found = number.exec(text); found; found = number.exec(text)) {
    numbers.push(found[1]!)
    end = number.lastIndex
  }
  return { numbers, rest: text.slice(end).trim() }
}

/** (a), (1), (i), (A): the level of a number, by its kind. A letter is roman only under an arabic number. */
function levelOf(number: string, at: readonly string[]): number {
  if (/\d/.test(number)) return 1
  if (/[A-Z]/.test(number)) return 3
  return !/[^ivxl]/.test(number) && at.length >= 2 ? 2 : 0
}
