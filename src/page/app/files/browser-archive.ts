import { unzipSync } from 'fflate'
import type { Archive, Part } from '../../../batch/input/xlsx/archive.js'

const mostParts = 10_000

/** The entries of a zip file in memory; each is decompressed when read, up to its stated size. */
export async function archiveOf(file: File): Promise<Archive> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  const parts = new Map<string, Part>()
  unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      parts.set(name, {
        size: originalSize,
        bytes: async () => pieces(unzipSync(bytes, { filter: (part) => part.name === name })[name] ?? new Uint8Array()),
      })
      if (parts.size > mostParts) throw new Error(`over ${mostParts} parts`)
      return false
    },
  })
  return { parts, close: () => {} }
}

/** In pieces, so that the page can show progress. */
async function* pieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536)
}
