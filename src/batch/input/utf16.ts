/** The encoding of a text that begins as UTF-16, with a byte order mark or two ASCII characters; null for any other. */
export function utf16Of([a, b, c, d]: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if ((a === 0xff && b === 0xfe) || (a && b === 0 && c && d === 0)) return 'utf-16le'
  return (a === 0xfe && b === 0xff) || (a === 0 && b && c === 0 && d) ? 'utf-16be' : null
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
