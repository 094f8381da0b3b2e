import type { Edition } from '../law/index.js'

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

export function editionIn({ buffer, byteOffset, byteLength }: Uint8Array): Edition {
  return JSON.parse(Buffer.from(buffer, byteOffset, byteLength).toString()) as Edition
}

function sharedText(text: string): Uint8Array {
  const bytes = new Uint8Array(new SharedArrayBuffer(Buffer.byteLength(text)))
  Buffer.from(bytes.buffer).write(text)
  return bytes
}

/** What a task and its thread tell each other: the item it is at, -1 before the first; 1 once nobody waits. */
export function sharedPlace(): Int32Array {
  return new Int32Array(new SharedArrayBuffer(8)).fill(-1)
}

/** The view of the thread. */
export function watchOf(place: Int32Array): { reached(item: number): void; isStopped(): boolean } {
  return { reached: (item) => void (place[0] = item), isStopped: () => place[1] === 1 }
}

/** Tells the thread that nobody waits. */
export function stop(place: Int32Array): void {
  place[1] = 1
}
