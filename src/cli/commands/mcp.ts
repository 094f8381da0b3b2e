import type { AddCommand } from '../host.js'
import { programWords } from '../../report/index.js'
import { asCount, withLawChoice, withPositions, type Options } from '../options.js'

export const add: AddCommand = (program, host, done) => {
  withLawChoice(withPositions(program.command('mcp').description(programWords.mcp)))
    .option('--workers <n>', 'threads (default: 1)', asCount)
    .action(async (options: Options) => {
      // Loaded here so that the other commands start without it.
      const { serveMcp } = await import('../run/serve-mcp.js')
      await serveMcp(options, host)
      done(0)
    })
}
