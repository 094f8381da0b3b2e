import { programWords } from '../../report/index.js'
import type { McpOptions } from '../run/program-options.js'
import type { AddCommand } from './add-command.js'
import { asCount, withLawChoice, withPositions } from '../options.js'

export const addMcp: AddCommand = (program, host, done) => {
  withLawChoice(withPositions(program.command('mcp').description(programWords.mcp)))
    .option('--workers <n>', 'threads (default: 1)', asCount)
    .action(async (options: McpOptions) => {
      // Loaded here so that the other commands start without it.
      const { serveMcp } = await import('../run/serve-mcp.js')
      await serveMcp(options, host)
      done(0)
    })
}
