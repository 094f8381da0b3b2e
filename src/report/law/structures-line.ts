import type { Structures } from '../../law/index.js'

/** How well established the structures of a law are, in one line. */
export function structuresLine({ drawn, fromName, confirmed, atomsAndBonds }: Structures): string {
  const none = drawn - confirmed - atomsAndBonds
  return (
    `${drawn} structures: ${fromName} reproduced from the systematic name in their record; ${confirmed} ` +
    `confirmed by a name printed in an official text, ${atomsAndBonds} more confirmed except for ` +
    `stereochemistry; ${none} without a second source`
  )
}
