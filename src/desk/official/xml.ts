import { SaxesParser } from 'saxes'
import { mostOfficialElements } from '../../limits.js'
import { itemOf, NotOfficial, type OfficialItem, type OfficialText, textWith } from './official-text.js'

/** An element with what the readers use of it; comments and instructions are left out. */
export interface Element {
  /** Without its prefix. */
  readonly localName: string
  readonly parent: Element | null
  readonly attributes: Readonly<Record<string, string>>
  readonly content: (Element | string)[]
  /** Its place in the content of its parent. */
  readonly place: number
}

/** The readers recurse; laws are some 20 deep. */
const deepest = 500
const none: Readonly<Record<string, string>> = {}

/**
 * The root element of an XML text, which may be given in pieces.
 * @throws {NotOfficial} if it is not XML, is truncated, or is larger than any law
 */
export function parseXml(text: string | Iterable<string>): Element {
  const parser = new SaxesParser()
  const names = new Map<string, string>()
  let root: Element | null = null
  let at: Element | null = null
  let elements = 0
  let depth = 0
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => {
    if (++elements > mostOfficialElements)
      throw new NotOfficial(`more than ${mostOfficialElements} elements`, 'the part of a law that has the lists')
    const own = name.slice(name.indexOf(':') + 1)
    if (!names.has(own)) names.set(own, own)
    const given = Object.keys(attributes).length > 0 ? attributes : none
    const element: Element = {
      localName: names.get(own)!,
      parent: at,
      attributes: given,
      content: [],
      place: at?.content.length ?? 0,
    }
    at?.content.push(element)
    root ??= element
    at = element
    if (++depth > deepest) throw new NotOfficial(`elements nested more than ${deepest} deep`, 'a law')
  })
  const addText = (words: string) => void at?.content.push(words)
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.on('closetag', () => {
    depth--
    at = at?.parent ?? null
  })
  try {
    for (const piece of typeof text === 'string' ? [text] : text) parser.write(piece)
    parser.close()
    if (root !== null) return root
  } catch (error) {
    if (error instanceof NotOfficial) throw error
    throw unread((error as Error).message)
  }
  throw unread('no element')
}

function unread(why: string): NotOfficial {
  return new NotOfficial(`XML that does not read (${why.split('\n', 1)[0]})`, 'a whole XML file, as it was downloaded')
}

export function attribute(element: Element, name: string): string | null {
  return element.attributes[name] ?? null
}

/** Child elements, optionally only those with a given name. */
export function children(parent: Element, name?: string): Element[] {
  return parent.content.filter(
    (one): one is Element => typeof one !== 'string' && (name === undefined || one.localName === name),
  )
}

export function child(parent: Element, name: string): Element | null {
  return children(parent, name)[0] ?? null
}

/** Elements with a given name at any depth, in document order. */
export function all(parent: Element, name: string): Element[] {
  const found: Element[] = []
  const walk = (element: Element) => {
    for (const one of children(element)) {
      if (one.localName === name) found.push(one)
      walk(one)
    }
  }
  walk(parent)
  return found
}

/** The element that follows directly. */
export function next(element: Element): Element | null {
  const following = element.parent?.content[element.place + 1]
  return following === undefined || typeof following === 'string' ? null : following
}

/** The text in an element, without that of the named elements; white space is collapsed. */
export function textOf(element: Element, without: readonly string[] = []): string {
  return raw(element, without).replace(/\s+/g, ' ').trim()
}

function raw(element: Element, without: readonly string[]): string {
  let text = ''
  for (const one of element.content) {
    if (typeof one === 'string') text += one
    else if (without.includes(one.localName)) text += ' '
    else text += breaks.has(one.localName) ? ` ${raw(one, without)} ` : raw(one, without)
  }
  return text
}

/** Elements that are separated from the text before and after them. */
const breaks = new Set([
  'P',
  'BR',
  'LA',
  'DT',
  'DD',
  'entry',
  'ENT',
  'TD',
  'Text',
  'Label',
  'Item',
  'Pnumber',
  'ListItem',
  'CELL',
])

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
  const day = all(root, 'DATE')
    .map((d) => attribute(d, 'ISO'))
    .find((iso) => iso?.match(/^\d{8}$/))
  const on = day ? `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}` : null
  return textWith(
    { id: textOf(number), format: 'EUR-Lex XML', day: on, items },
    `${textOf(number)} without a table in an annex`,
    'ANNEX > TBL > CORPUS > ROW > CELL',
  )
}

function rowItem(row: Element, part: string): OfficialItem[] {
  const cells = children(row, 'CELL').map((cell) => textOf(cell))
  const name = cells[0]?.replace(/\(\d\)$/, '') ?? ''
  if (!/\p{L}/u.test(name)) return []
  const cas = cells.find((cell) => /^\d{2,7}-\d{2}-\d$/.test(cell)) ?? null
  const code = cells.find((cell) => /^(?:ex )?\d{4}(?: \d{2}){0,3}$/.test(cell)) ?? null
  return [itemOf(part, [name], { code, cas, words: cells.join(' | ') })]
}
