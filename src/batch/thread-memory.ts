/** A text in memory that all threads share without copies. */
export function sharedText(text: string): Uint8Array {
  const bytes = Buffer.from(text)
  const own = new Uint8Array(new SharedArrayBuffer(bytes.length))
  own.set(bytes)
  return own
}

/** Where a thread writes the position of the record that it judges; -1 before that. */
export function nowhere(): Int32Array {
  return new Int32Array(new SharedArrayBuffer(4)).fill(-1)
}
