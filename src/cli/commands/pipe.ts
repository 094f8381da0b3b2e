import type { AddCommand } from '../host.js'
import { programWords } from '../../report/index.js'
import { withIdentifierOptions } from '../input/column-options.js'
import { asCount, withContent, withLawOptions, withOwnDays, exitCode, type Options } from '../options.js'

export const add: AddCommand = (program, host, done) => {
  const command = program.command('pipe').description(programWords.pipe)
  withOwnDays(withIdentifierOptions(withLawOptions(command))).option(
    '--lookup',
    'structures, names and numbers are mixed: a field for names may hold structures',
  )
  withContent(command)
    .option(
      '--run-info <file>',
      'write the facts common to all rows (day, edition, options, age of each law) to this file; - puts them ' +
        'before the rows',
    )
    .option('--workers <n>', 'threads (default: 1)', asCount)
    .addHelpText('after', `\n${programWords.pipeNote}`)
    .action(async (options: Options) => {
      // Loaded here so that the other commands start without it.
      const { pipe } = await import('../run/pipe-lines.js')
      done(exitCode(await pipe(options, host), options.failOn))
    })
}
