import { remembered } from '../remembered.js'
import { startOf, withEntriesLater, type Edition, type EditionStart } from '../law/index.js'

/** An edition as JSON in memory that all threads read without a copy of their own. */
export interface SharedEdition {
  readonly text: Uint8Array
  /** Given only with the text that was compiled, which is ASCII. */
  readonly start: EditionStart | null
}

const shared = new WeakMap<Edition, SharedEdition>()

/** Records the text of an edition as read from its file, in memory that threads share, so that it is not written anew. */
export function shareText(edition: Edition, text: Uint8Array): void {
  shared.set(edition, { text, start: startOf(edition) })
}

export function sharedEdition(edition: Edition): SharedEdition {
  return remembered(shared, edition, () => {
    const written = JSON.stringify(edition)
    const text = Buffer.from(new SharedArrayBuffer(Buffer.byteLength(written)))
    text.write(written)
    return { text, start: null }
  })
}

export function editionIn({ text, start }: SharedEdition): Edition {
  const bytes = Buffer.from(text.buffer, text.byteOffset, text.byteLength)
  if (!start) return JSON.parse(bytes.toString()) as Edition
  return withEntriesLater({ slice: (from, to) => bytes.toString('latin1', from, to) }, start)
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
