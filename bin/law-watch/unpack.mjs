// The one XML file of a zip archive, within the limits of a text.
import { promisify } from 'node:util'
import yauzl from 'yauzl'
import { limits, NotLooked } from './client.mjs'

/** @throws {NotLooked} if it is no archive, or has no XML file or several */
export async function xmlIn(bytes) {
  const zip = await promisify(yauzl.fromBuffer)(bytes, { lazyEntries: true }).catch(({ message }) => {
    throw new NotLooked(`no zip archive (${message})`)
  })
  const found = []
  for await (const entry of entriesOf(zip)) if (/\.xml$/i.test(entry.fileName)) found.push(entry)
  if (found.length !== 1) throw new NotLooked(`${found.length} XML files in the archive, not one`)
  if (found[0].uncompressedSize > limits.bytes) throw new NotLooked(`larger than ${limits.bytes} bytes`)
  const stream = await promisify(zip.openReadStream.bind(zip))(found[0])
  const parts = []
  for await (const part of stream) parts.push(part)
  zip.close()
  return Buffer.concat(parts)
}

async function* entriesOf(zip) {
  let next = resolvers()
  zip.on('entry', (entry) => next.resolve(entry))
  zip.on('end', () => next.resolve(null))
  zip.on('error', (error) => next.reject(new NotLooked(`no zip archive (${error.message})`)))
  for (;;) {
    zip.readEntry()
    const entry = await next.promise
    if (entry === null) return
    next = resolvers()
    yield entry
  }
}

function resolvers() {
  const own = {}
  own.promise = new Promise((resolve, reject) => Object.assign(own, { resolve, reject }))
  return own
}
