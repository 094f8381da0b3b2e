import type { Reader } from './reader.js'

/** Gives the reader of structures, ready for use; await it before each use. */
export type ReadyReader = () => Promise<Reader>

/** @param start starts the reader, when it is first needed */
export function readyReader(start: () => Promise<Reader>): ReadyReader {
  let started: Promise<Reader> | null = null
  return async () => {
    const reader = await (started ??= start())
    await reader.ready()
    return reader
  }
}
