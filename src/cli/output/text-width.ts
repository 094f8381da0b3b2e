import type { Host } from '../host.js'

/** Columns where nobody knows how wide the reader's window is. */
const unknown = 100

/** Columns to write into: of the terminal, or in a pipe what COLUMNS says. */
export function textWidth(host: Host, stream: { readonly columns?: number } = host.stdout): number {
  const said = Number(host.env.COLUMNS)
  return stream.columns ?? (Number.isInteger(said) && said > 0 ? said : unknown)
}
