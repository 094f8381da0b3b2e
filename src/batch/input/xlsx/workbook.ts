import type { Archive, Part } from './archive.js'

export interface Sheet {
  readonly name: string
  readonly part: Part
  readonly isHidden: boolean
}

export interface Workbook {
  readonly sheets: readonly Sheet[]
  readonly strings: readonly string[]
  /** For each cell format, whether it shows a number as a date. */
  readonly dates: readonly boolean[]
  readonly dateSystem: DateSystem
}

/** Maximum bytes of each entry that describes a workbook. */
const mostDescription = 16 * 1024 * 1024

/** Reads everything in a workbook except its sheets. @throws {Error} if it is not one */
export async function readWorkbook({ parts }: Archive, mostStrings: number): Promise<Workbook> {
  const described = (name: string): Part | undefined => {
    const part = parts.get(name)
    if (part && part.size > mostDescription) throw new Error(`${name} unpacks to ${part.size} bytes`)
    return part
  }
  const root = await targetsOf(described('_rels/.rels'), '')
  const path = [...root.values()].find(({ type }) => type.endsWith('/officeDocument'))?.path ?? 'xl/workbook.xml'
  const book = described(path)
  if (!book) throw new Error('it holds no workbook')
  const folder = path.slice(0, path.lastIndexOf('/') + 1)
  const targets = await targetsOf(described(`${folder}_rels/${path.slice(folder.length)}.rels`), folder)
  const sheets: Sheet[] = []
  let dateSystem: DateSystem = 1900
  for await (const { name, attributes } of tagsIn(book)) {
    if (name === 'workbookPr' && /^(1|true)$/.test(attributes.date1904 ?? '')) dateSystem = 1904
    if (name !== 'sheet') continue
    const id = Object.entries(attributes).find(([own]) => own.endsWith(':id'))?.[1] ?? ''
    const part = parts.get(targets.get(id)?.path ?? '')
    const isHidden = /hidden$/i.test(attributes.state ?? '')
    if (part && targets.get(id)!.type.endsWith('/worksheet'))
      sheets.push({ name: attributes.name ?? '', part, isHidden })
  }
  const byType = (type: string) => [...targets.values()].find((target) => target.type.endsWith(type))?.path ?? ''
  const strings = parts.get(byType('/sharedStrings'))
  if (strings && strings.size > mostStrings)
    throw new Error(`its texts unpack to ${strings.size} bytes, more than a file of its size can have`)
  const styles = described(byType('/styles'))
  return {
    sheets,
    strings: strings ? await stringsOf(strings) : [],
    dates: styles ? await datesOf(styles) : [],
    dateSystem,
  }
}

async function targetsOf(part: Part | undefined, folder: string) {
  const targets = new Map<string, { readonly type: string; readonly path: string }>()
  if (!part) return targets
  for await (const { name, attributes } of tagsIn(part)) {
    const { Id = '', Type = '', Target = '' } = attributes
    if (name === 'Relationship')
      targets.set(Id, { type: Type, path: new URL(Target, `zip:///${folder}`).pathname.slice(1) })
  }
  return targets
}

/** The tags that open elements. */
async function* tagsIn(part: Part) {
  for await (const events of xmlEvents(part)) for (const event of events) if (event.kind === 'open') yield event
}

/** The strings that cells refer to, without phonetic text. */
async function stringsOf(part: Part): Promise<string[]> {
  const strings: string[] = []
  let text = ''
  let inText = false
  let aloud = 0
  for await (const events of xmlEvents(part))
    for (const event of events) {
      if (event.kind === 'text') {
        if (inText && aloud === 0) text += event.text
        continue
      }
      const opens = event.kind === 'open'
      if (event.name === 't') inText = opens
      else if (event.name === 'rPh') aloud += opens ? 1 : -1
      else if (event.name === 'si' && opens) text = ''
      else if (event.name === 'si') strings.push(unescaped(text))
    }
  return strings
}

async function datesOf(part: Part): Promise<boolean[]> {
  const formats = new Map<string, string>()
  const dates: boolean[] = []
  let inCells = false
  for await (const events of xmlEvents(part))
    for (const event of events) {
      if (event.kind === 'text') continue
      if (event.name === 'cellXfs') inCells = event.kind === 'open'
      if (event.kind !== 'open') continue
      const { numFmtId = '', formatCode = '' } = event.attributes
      if (event.name === 'numFmt') formats.set(numFmtId, formatCode)
      if (event.name === 'xf' && inCells) dates.push(isDateFormat(Number(numFmtId), formats.get(numFmtId) ?? null))
    }
  return dates
}

/** Characters that XML cannot hold are written `_x000D_`. Source: ECMA-376, ST_Xstring. */
export function unescaped(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
}

/** Events of an XML text, in order; names without their prefix. */
type XmlEvent =
  | { readonly kind: 'open'; readonly name: string; readonly attributes: Readonly<Record<string, string>> }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'close'; readonly name: string }

/** Maximum characters without a tag: the parser holds a text until it ends. */
const longestText = 4 * 1024 * 1024

/** The events of an entry, a piece at a time: no more is decompressed before they are used. */
export async function* xmlEvents(part: Part, read: (share: number) => void = () => {}): AsyncGenerator<XmlEvent[]> {
  const { SaxesParser } = await import('saxes')
  const parser = new SaxesParser()
  let events: XmlEvent[] = []
  let waiting = 0
  let done = 0
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => void events.push({ kind: 'open', name: bare(name), attributes }))
  parser.on('text', (text) => void events.push({ kind: 'text', text }))
  parser.on('cdata', (text) => void events.push({ kind: 'text', text }))
  parser.on('closetag', ({ name }) => void events.push({ kind: 'close', name: bare(name) }))
  const decoder = new TextDecoder('utf-8', { fatal: true })
  for await (const piece of await part.bytes()) {
    parser.write(decoder.decode(piece, { stream: true }))
    waiting = events.length > 0 ? 0 : waiting + piece.length
    if (waiting > longestText) throw new Error(`a text of over ${longestText} characters`)
    done += piece.length
    read(part.size === 0 ? 1 : done / part.size)
    yield events
    events = []
  }
  parser.write(decoder.decode())
  parser.close()
  yield events
}

function bare(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

/** The year from which days are counted. */
type DateSystem = 1900 | 1904

const dayMs = 24 * 60 * 60 * 1000
/** Built-in date formats of every workbook. Source: ECMA-376, numFmt. */
const builtIn: readonly (readonly [number, number])[] = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
]

export function isDateFormat(id: number, code: string | null): boolean {
  if (code === null) return builtIn.some(([from, to]) => id >= from && id <= to)
  return /[dmyhs]/i.test(code.replace(/"[^"]*"|\[[^\]]*\]|\\.|_.|General/gi, ''))
}

/** `2018-02-06`, with its time if it has one; null for a number that is not a date. */
export function dayOf(number: number, system: DateSystem): string | null {
  // Day 60 of 1900 is 29 February, which did not exist.
  const days = system === 1904 ? number + 1462 : number < 60 ? number + 1 : number
  const time = Date.UTC(1899, 11, 30) + Math.round(days * dayMs)
  if (number < 0 || days > 2_958_466) return null
  const text = new Date(time).toISOString()
  return Number.isInteger(number) ? text.slice(0, 10) : text.slice(0, 19)
}
