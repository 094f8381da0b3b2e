import type { Host } from '../host.js'
import { wantsColour } from './terminal.js'

/** Width in columns if that of the reader's window is unknown. */
const unknown = 100

/** Columns to write into: those of the terminal, or COLUMNS in a pipe. */
export function textWidth(host: Host, stream: { readonly columns?: number } = host.stdout): number {
  const said = Number(host.env.COLUMNS)
  return stream.columns ?? (Number.isInteger(said) && said > 0 ? said : unknown)
}

/** How text is written: in colour only where a person reads it. */
export function textStyle(
  host: Host,
  { output, color }: { readonly output?: string | undefined; readonly color: boolean },
  stream: Host['stdout'] = host.stdout,
): { readonly colour: boolean; readonly width: number } {
  return { colour: output === undefined && wantsColour(host, stream, color), width: textWidth(host, stream) }
}
