import { createHash } from 'node:crypto'
import { contentText, type Edition } from '../../law/index.js'

const ending = /,"sha256":"([0-9a-f]{64})"\}\s*$/

export function contentHash(content: Omit<Edition, 'sha256'>): string {
  return sha256(contentText(content))
}

/**
 * The actual hash of the content of an edition file. `law edition compile` writes the recorded hash last, so that the
 * bytes before it can be hashed as they are; a reformatted file is hashed by its parsed content.
 */
export function hashOfFile(bytes: Buffer, edition: Edition): string {
  const from = Math.max(0, bytes.length - 100)
  const end = ending.exec(bytes.toString('latin1', from))
  if (end?.[1] !== edition.sha256) return contentHash(edition)
  const hash = createHash('sha256')
    .update(bytes.subarray(0, from + end.index))
    .update('}')
    .digest('hex')
  return hash === end[1] ? hash : contentHash(edition)
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
