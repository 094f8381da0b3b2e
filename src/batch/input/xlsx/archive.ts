import type { Entry, ZipFile } from 'yauzl'

/** An entry of a zip file: its uncompressed size, which its reader enforces, and its bytes. */
export interface Part {
  readonly size: number
  bytes(): Promise<AsyncIterable<Uint8Array>>
}

export interface Archive {
  readonly parts: ReadonlyMap<string, Part>
  close(): void
}

const mostParts = 10_000

/** Opens a zip. Nothing is decompressed yet; an entry larger than its stated size ends in an error. */
export async function openArchive(file: string): Promise<Archive> {
  // Loaded here so that commands that read no spreadsheet start without it.
  const { open } = await import('yauzl')
  const zip = await new Promise<ZipFile>((resolve, reject) =>
    open(file, { lazyEntries: true, autoClose: false }, (error, opened) => (error ? reject(error) : resolve(opened))),
  )
  const parts = new Map<string, Part>()
  const add = (entry: Entry) =>
    parts.set(entry.fileName, {
      size: entry.uncompressedSize,
      bytes: () =>
        new Promise((resolve, reject) =>
          zip.openReadStream(entry, (error, stream) => (error ? reject(error) : resolve(stream))),
        ),
    })
  try {
    if (zip.entryCount > mostParts) throw new Error(`${zip.entryCount} parts; at most ${mostParts} are read`)
    await new Promise<void>((resolve, reject) => {
      zip.on('entry', (entry: Entry) => {
        add(entry)
        zip.readEntry()
      })
      zip.on('end', resolve)
      zip.on('error', reject)
      zip.readEntry()
    })
  } catch (error) {
    zip.close()
    throw error
  }
  return { parts, close: () => zip.close() }
}
