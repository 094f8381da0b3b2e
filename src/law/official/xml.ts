import { DOMParser, type Element, type Node } from '@xmldom/xmldom'
import { NotOfficial } from './official-text.js'

export type { Element } from '@xmldom/xmldom'

/** The root element of an XML text. @throws {NotOfficial} if it is not XML, or is truncated */
export function parseXml(text: string): Element {
  const from = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text
  let first: string | null = null
  const onError = (_level: string, message: string) => {
    first ??= message
  }
  try {
    const root = new DOMParser({ onError }).parseFromString(from, 'text/xml').documentElement
    if (root && first === null) return root
  } catch (error) {
    first ??= (error as Error).message
  }
  throw new NotOfficial(
    `XML that does not read (${String(first ?? 'no element').split('\n', 1)[0]})`,
    'a whole XML file, as it was downloaded',
  )
}

/** Child elements, optionally only those with a given name. */
export function children(parent: Element, name?: string): Element[] {
  const found: Element[] = []
  for (let node = parent.firstChild; node; node = node.nextSibling)
    if (isElement(node) && (name === undefined || node.localName === name)) found.push(node)
  return found
}

export function child(parent: Element, name: string): Element | null {
  return children(parent, name)[0] ?? null
}

/** Elements with a given name at any depth, in document order. */
export function all(parent: Element, name: string): Element[] {
  return [...parent.getElementsByTagNameNS('*', name)]
}

/** The text in an element, without that of the named elements; white space is collapsed. */
export function textOf(element: Element, without: readonly string[] = []): string {
  return raw(element, without).replace(/\s+/g, ' ').trim()
}

function raw(node: Node, without: readonly string[]): string {
  let text = ''
  for (let at = node.firstChild; at; at = at.nextSibling) {
    if (isElement(at))
      text += without.includes(at.localName ?? '')
        ? ' '
        : breaks.has(at.localName ?? '')
          ? ` ${raw(at, without)} `
          : raw(at, without)
    else if (ofText.has(at.nodeType)) text += at.nodeValue
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

/** Text and CDATA; comments are not words. */
const ofText = new Set([3, 4])

function isElement(node: Node): node is Element {
  return node.nodeType === 1
}
