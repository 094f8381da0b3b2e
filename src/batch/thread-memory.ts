/** A text in memory that all threads read without a copy of their own. */
export function sharedText(text: string): Uint8Array {
  const bytes = Buffer.from(text)
  const own = new Uint8Array(new SharedArrayBuffer(bytes.length))
  own.set(bytes)
  return own
}

/** Where a thread writes the place of the record that it judges; -1 until it does. */
export function nowhere(): Int32Array {
  return new Int32Array(new SharedArrayBuffer(4)).fill(-1)
}
