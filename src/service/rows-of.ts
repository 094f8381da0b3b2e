import type { Result } from '../report/result-schema.js'

/** Parses the rows that a service wrote. */
export function rowsOf(bytes: Buffer): Result[] {
  return bytes
    .toString()
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Result)
}
