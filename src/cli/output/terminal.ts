import type { Writable } from 'node:stream'
import { withoutControls } from '../../report/index.js'
import type { Host } from '../host.js'

/** What our own text does to a terminal: it rewrites its line of progress, and colours. */
const ownProgress = /(^\r\u001b\[K)/
const ownColours = /(^\r\u001b\[K|\u001b\[(?:[127]|2[27]|3[13569])m)/

/**
 * The host, with streams on which quoted input cannot act on the terminal. All text of all commands passes here; rows
 * that are written as bytes are escaped where they are made.
 */
export function withSafeStreams(host: Host, colour: boolean): Host {
  const safe = <T extends Writable & { readonly isTTY?: boolean }>(stream: T): T =>
    safeStream(stream, wantsColour(host, stream, colour) ? ownColours : ownProgress)
  // Properties are inherited, not copied: to read stdin opens it.
  return Object.create(host, { stdout: { value: safe(host.stdout) }, stderr: { value: safe(host.stderr) } }) as Host
}

function safeStream<T extends Writable>(stream: T, own: RegExp): T {
  const write = (chunk: unknown, ...more: never[]) =>
    stream.write(typeof chunk === 'string' ? safeText(chunk, own) : chunk, ...more)
  return new Proxy(stream, {
    get(target, key) {
      if (key === 'write') return write
      const value: unknown = Reflect.get(target, key, target)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
}

function safeText(text: string, own: RegExp): string {
  return text
    .split(own)
    .map((part, i) => (i % 2 === 1 ? part : withoutControls(part)))
    .join('')
}

/** Colour only for a terminal, unless FORCE_COLOR is set; NO_COLOR and --no-color switch it off. */
export function wantsColour(host: Host, stream: { readonly isTTY?: boolean }, isWanted: boolean): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = host.env
  if (!isWanted || (NO_COLOR !== undefined && NO_COLOR !== '')) return false
  if (FORCE_COLOR !== undefined) return FORCE_COLOR !== '0'
  return stream.isTTY === true && TERM !== 'dumb'
}

/** Width in columns if that of the reader's window is unknown. */
const usual = 100

/**
 * Columns to write into: those of the terminal, or COLUMNS in a pipe.
 * @param unknown where nothing says it
 */
export function textWidth(host: Host, stream: { readonly columns?: number } = host.stdout, unknown = usual): number {
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
