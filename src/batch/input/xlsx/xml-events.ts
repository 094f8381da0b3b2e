import type { Part } from './archive.js'

/** Events of an XML text, in order; names without their prefix. */
export type XmlEvent =
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
