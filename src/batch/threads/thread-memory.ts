import type { Edition } from '../../law/index.js'

/** Texts of editions as read from their files. */
const texts = new WeakMap<Edition, Uint8Array>()

/** Records the text of an edition, in memory that threads share, so that it is not written a second time. */
export function keepText(edition: Edition, bytes: Uint8Array): void {
  texts.set(edition, bytes)
}

/** An edition as JSON in memory that all threads read without a copy of their own. */
export function sharedEdition(edition: Edition): Uint8Array {
  let bytes = texts.get(edition)
  if (!bytes) texts.set(edition, (bytes = sharedText(JSON.stringify(edition))))
  return bytes
}

/** The edition that another thread shares. */
export function editionIn({ buffer, byteOffset, byteLength }: Uint8Array): Edition {
  return JSON.parse(Buffer.from(buffer, byteOffset, byteLength).toString()) as Edition
}

function sharedText(text: string): Uint8Array {
  const bytes = new Uint8Array(new SharedArrayBuffer(Buffer.byteLength(text)))
  Buffer.from(bytes.buffer).write(text)
  return bytes
}

/** Where a thread writes the position of the record that it judges, -1 before that; and where it reads, as 1, that nobody waits for its rows. */
export function nowhere(): Int32Array {
  return new Int32Array(new SharedArrayBuffer(8)).fill(-1)
}

/**
 * Heap of one thread, MB; it uses some 35. V8 collects when the heap is four times its live data, but at less than
 * twice if it may not grow beyond 2 GB. Nearly all new objects die young, and more room for them takes 20 MB and is no
 * quicker.
 */
export const threadHeap = { maxOldGenerationSizeMb: 1536, maxYoungGenerationSizeMb: 8 } as const
