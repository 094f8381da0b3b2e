import type { Structures } from '../../law/index.js'

/** How well established the structures of a law are, in one line. */
export function structuresLine({ drawn, fromName, confirmed, atomsAndBonds }: Structures): string {
  const none = drawn - confirmed - atomsAndBonds
  return `${drawn} structures: ${fromName} read back from the systematic name of their record; ${confirmed} confirmed by a name that an official text prints, ${atomsAndBonds} more in atoms and bonds but not in stereo; ${none} without such a second source`
}
