import { Option, type Command } from 'commander'
import { toText, type Block } from '../../../report/law/index.js'
import type { Host } from '../../host.js'
import { withDataOptions, type DataOptions } from '../../law-files/law-data.js'
import { asDay } from '../../options.js'

export interface ReadOptions extends DataOptions {
  json?: boolean
  asOf?: string
}

export function reading(command: Command, description: string): Command {
  return withDataOptions(command.description(description))
    .addOption(
      new Option('--as-of <day>', 'count what is in force on this day (YYYY-MM-DD; default: today)').argParser(asDay),
    )
    .addOption(new Option('--json', 'as JSON'))
}

export function print(host: Host, options: ReadOptions, blocks: readonly Block[], json: () => unknown): void {
  host.stdout.write(options.json ? `${JSON.stringify(json(), null, 2)}\n` : toText(blocks, host.stdout.columns ?? 120))
}
