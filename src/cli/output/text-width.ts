import type { Host } from '../host.js'

/** Width in columns if that of the reader's window is unknown. */
const unknown = 100

/** Columns to write into: those of the terminal, or COLUMNS in a pipe. */
export function textWidth(host: Host, stream: { readonly columns?: number } = host.stdout): number {
  const said = Number(host.env.COLUMNS)
  return stream.columns ?? (Number.isInteger(said) && said > 0 ? said : unknown)
}
