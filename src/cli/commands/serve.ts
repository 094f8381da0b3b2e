import { InvalidArgumentError, Option } from 'commander'
import { httpWords } from '../../report/words/http-words.js'
import type { ServeOptions } from '../run/program-options.js'
import type { AddCommand } from './add-command.js'
import { asCount, withData, withLawChoice } from '../options.js'

export const addServe: AddCommand = (program, host, done) => {
  withData(withLawChoice(program.command('serve').description(httpWords.serve)))
    .addOption(new Option('--port <n>', 'port; 0 picks a free one').default(8080).argParser(asNumber))
    .option('--host <address>', 'address to listen on', '127.0.0.1')
    .option('--token <token>', 'answer only requests with this bearer token (also: COVERAGE_TOKEN)')
    .addOption(new Option('--workers <n>', 'threads (default: one less than there are processors)').argParser(asCount))
    .addOption(
      new Option('--max-body <bytes>', 'largest JSON body').default(16 * 1024 * 1024, '16 MB').argParser(asNumber),
    )
    .addOption(new Option('--max-rows <n>', 'rows of one stream').default(1_000_000, 'a million').argParser(asNumber))
    .addOption(new Option('--max-open <n>', 'requests open at once').default(512).argParser(asNumber))
    .addOption(new Option('--row-ms <n>', 'time for one structure, ms').default(20_000).argParser(asNumber))
    .option('--log', 'log one JSON line per request to stderr, without structures')
    .action(async (options: ServeOptions) => {
      // Loaded here so that the other commands start without it.
      const { serve } = await import('../run/serve-http.js')
      await serve(options, host)
      done(0)
    })
}

function asNumber(text: string): number {
  if (!/^\d{1,10}$/.test(text)) throw new InvalidArgumentError('expected a number.')
  return Number(text)
}
