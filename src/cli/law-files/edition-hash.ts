import { createHash } from 'node:crypto'
import { contentText, type Edition } from '../../law/index.js'

const ending = /,"sha256":"([0-9a-f]{64})"\}\s*$/

/** SHA-256 over the content of an edition. */
export function contentHash(content: Omit<Edition, 'sha256'>): string {
  return sha256(contentText(content))
}

/**
 * The actual hash of the content of an edition file. `law compile` writes the recorded hash last, so that the text
 * before it can be hashed as it is; a reformatted file is hashed by its parsed content.
 */
export function hashOfFile(text: string, edition: Edition): string {
  const end = ending.exec(text.slice(-100))
  const content = end && `${text.slice(0, Math.max(0, text.length - 100) + end.index)}}`
  if (content && end[1] === edition.sha256 && sha256(content) === end[1]) return end[1]!
  return contentHash(edition)
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
