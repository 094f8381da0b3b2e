import type { Edition } from './edition.js'

/** JSON in ASCII: such a file is read and parsed in half the time, and its bytes can be hashed directly. */
export function asciiJson(value: unknown): string {
  return JSON.stringify(value).replace(/[\u0080-\uffff]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

/** The text that the SHA-256 of an edition is computed from: everything except the hash itself. */
export function contentText(edition: Omit<Edition, 'sha256'> & { readonly sha256?: string }): string {
  const { sha256: _, ...content } = edition
  return asciiJson(content)
}
