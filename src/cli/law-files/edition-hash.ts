import { createHash, hash } from 'node:crypto'
import { contentText, type Edition } from '../../law/index.js'

const ending = /,"sha256":"([0-9a-f]{64})"\}\s*$/

export function contentHash(content: Omit<Edition, 'sha256'>): string {
  return hash('sha256', contentText(content))
}

/**
 * The actual hash of the content of an edition file. `law edition compile` writes the recorded hash last, so that the
 * bytes before it can be hashed as they are; a reformatted file is hashed by its parsed content.
 */
export function hashOfFile(bytes: Buffer, edition: Edition): string {
  if (hashTold(bytes) !== edition.sha256) return contentHash(edition)
  const end = bytes.lastIndexOf(',"sha256":')
  const sum = createHash('sha256').update(bytes.subarray(0, end)).update('}').digest('hex')
  return sum === edition.sha256 ? sum : contentHash(edition)
}

/** The hash that an edition file records at its end; null if it is a reformatted one. */
export function hashTold(bytes: Buffer): string | null {
  return ending.exec(bytes.toString('latin1', Math.max(0, bytes.length - 100)))?.[1] ?? null
}
