/** The encoding named by a byte order mark at the start of a text; null for any other text. */
export function utf16Of(head: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  return head[0] === 0xfe && head[1] === 0xff ? 'utf-16be' : null
}

/** Passes bytes through, converting those that begin as UTF-16 to UTF-8. */
export async function* asUtf8(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let decoder: InstanceType<typeof TextDecoder> | null = null
  let head: Buffer | null = Buffer.alloc(0)
  for await (const piece of bytes) {
    let own = piece
    if (head !== null) {
      head = own = Buffer.concat([head, piece])
      if (own.length < 2) continue
      const encoding = utf16Of(own)
      if (encoding) decoder = new TextDecoder(encoding)
      head = null
    }
    yield decoder ? Buffer.from(decoder.decode(own, { stream: true })) : own
  }
  if (head !== null && head.length > 0) yield head
  const rest = decoder?.decode()
  if (rest) yield Buffer.from(rest)
}
