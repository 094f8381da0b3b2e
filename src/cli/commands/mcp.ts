import type { AddCommand } from '../host.js'
import { asCount, withLawChoice, withPositions, type Options } from '../options.js'

const about =
  'Answers agents over the Model Context Protocol on stdin and stdout: tools that check structures and ' +
  'read the law. All are read-only.'

export const add: AddCommand = (program, host, done) => {
  withLawChoice(withPositions(program.command('mcp').description(about)))
    .option('--workers <n>', 'threads (default: 1)', asCount)
    .action(async (options: Options) => {
      // Loaded here so that the other commands start without it.
      const { serveMcp } = await import('../run/serve-mcp.js')
      await serveMcp(options, host)
      done(0)
    })
}
