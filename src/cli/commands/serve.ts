import type { AddCommand } from '../host.js'
import { InvalidArgumentError, Option } from 'commander'
import { asCount, withLawChoice, withPositions, type Given, type Options } from '../options.js'

const limits = { body: 16 * 1024 * 1024, rows: 1_000_000, open: 512, 'row-ms': 20_000 }

const about =
  'Serves answers over HTTP: JSON, streams of NDJSON, and agents at /mcp. Listens on this machine only, unless ' +
  '--port gives an address.'

export const add: AddCommand = (program, host, done) => {
  withLawChoice(withPositions(program.command('serve').description(about)))
    .addOption(
      new Option(
        '--port <[address:]n>',
        'port, on this machine only; 0.0.0.0:8080 listens on every address, and port 0 picks a free one',
      )
        .default({ host: '127.0.0.1', port: 8080 }, '127.0.0.1:8080')
        .argParser(asAddress),
    )
    .option('--workers <n>', 'threads (default: one less than there are processors)', asCount)
    .addOption(
      new Option(
        '--limit <what=n>',
        'body (bytes of a JSON body), rows (of one stream), open (requests at once) or row-ms (for one structure); ' +
          'can be repeated',
      )
        .default(
          limits,
          Object.entries(limits)
            .map(([what, n]) => `${what}=${n}`)
            .join(' '),
        )
        .argParser(asLimit),
    )
    .option('--log', 'log one JSON line per request to stderr, without structures')
    .action(async (options: Given<'limit' | 'port'>) => {
      // Loaded here so that the other commands start without it.
      const { serve } = await import('../run/serve-http.js')
      await serve(options, host)
      done(0)
    })
}

function asLimit(text: string, before: typeof limits): typeof limits {
  const [what = '', number = ''] = text.split('=')
  if (!(what in limits)) throw new InvalidArgumentError(`expected one of ${Object.keys(limits).join(', ')}, and =N.`)
  return { ...before, [what]: asNumber(number) }
}

/** `8080`, `0.0.0.0:8080` or `[::]:8080`. */
function asAddress(text: string): Options['port'] {
  const [, address = '127.0.0.1', number] = /^(?:(.+):)?(\d{1,5})$/.exec(text) ?? []
  if (number === undefined) throw new InvalidArgumentError('expected a port, or an address and a port: 0.0.0.0:8080.')
  return { host: address.replace(/^\[(.*)\]$/, '$1'), port: Number(number) }
}

function asNumber(text: string): number {
  if (!/^\d{1,10}$/.test(text)) throw new InvalidArgumentError('expected a number.')
  return Number(text)
}
