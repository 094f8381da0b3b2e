import type { Command } from 'commander'
import type { Records } from '../../../law/index.js'
import { UnknownName } from '../../../matching/index.js'
import { toText, type Block } from '../../../report/documents.js'
import type { Host } from '../../host.js'
import { withDataOptions } from '../../law-files/law-data.js'
import { asDay, everyLaw, type Options } from '../../options.js'
import { textWidth } from '../../output/terminal.js'

export function recordQuery(command: Command, description: string): Command {
  return withDataOptions(command.description(description))
    .option('--as-of <day>', 'count what is in force on this day (YYYY-MM-DD; default: today)', asDay)
    .option('--json', 'write one JSON object per line')
}

/** The jurisdictions chosen; all by default. @throws {UnknownName} for one that is not recorded */
export function chosen({ jurisdictions }: Records, codes: readonly string[] = [everyLaw]): Records['jurisdictions'] {
  if (codes.includes(everyLaw)) return jurisdictions
  const known = jurisdictions.map((j) => j.jurisdiction.code)
  for (const code of codes) if (!known.includes(code)) throw new UnknownName('jurisdiction', code, known)
  return jurisdictions.filter((j) => codes.includes(j.jurisdiction.code))
}

export function print(
  host: Host,
  { json: isJson }: Pick<Options, 'json'>,
  blocks: readonly Block[],
  json: () => unknown = () => [],
): void {
  host.stdout.write(isJson ? jsonLines(json()) : toText(blocks, textWidth(host, host.stdout, 120)))
}

/** One line for each element of an array, or one for anything else. */
export function jsonLines(value: unknown): string {
  return (Array.isArray(value) ? value : [value]).map((one) => `${JSON.stringify(one)}\n`).join('')
}
