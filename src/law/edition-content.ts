import type { Edition } from './edition.js'

/** JSON in ASCII: a file of it is read and parsed in half the time, and its bytes can be hashed as they are. */
export function asciiJson(value: unknown): string {
  return JSON.stringify(value).replace(/[\u0080-\uffff]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

/** The text over which the SHA-256 of an edition is taken: all of it except the hash itself. */
export function contentText(edition: Omit<Edition, 'sha256'> & { readonly sha256?: string }): string {
  const { sha256: _, ...content } = edition
  return asciiJson(content)
}
