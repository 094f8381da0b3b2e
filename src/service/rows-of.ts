import type { Result } from '../report/result-schema.js'

/** The rows that a service wrote, as data. */
export function rowsOf(bytes: Buffer): Result[] {
  return bytes
    .toString()
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Result)
}
