import type { Host } from '../host.js'

/** Colour only for a terminal, unless FORCE_COLOR is set; NO_COLOR and --no-color switch it off. */
export function wantsColour(host: Host, stream: { readonly isTTY?: boolean }, isWanted: boolean): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = host.env
  if (!isWanted || (NO_COLOR !== undefined && NO_COLOR !== '')) return false
  if (FORCE_COLOR !== undefined) return FORCE_COLOR !== '0'
  return stream.isTTY === true && TERM !== 'dumb'
}
