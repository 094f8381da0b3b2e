import type { AddCommand } from '../host.js'
import { asCount, withColumns, withContent, withLawOptions, withOwnDays, exitCode, type Options } from '../options.js'

const about =
  'Answers line by line: reads SMILES or JSON objects from stdin and writes one JSON row for each line ' +
  'as soon as it is checked.'

const note =
  'A line is a SMILES, optionally followed by a name, or a JSON object with fields as in batch. Rows ' +
  'are in input order;\nunreadable lines are kept with a reason. Ends when its input ends, or on ' +
  'SIGTERM.'

export const add: AddCommand = (program, host, done) => {
  const command = program.command('pipe').description(about)
  withOwnDays(withColumns(withLawOptions(command))).option(
    '--lookup',
    'a field for names may also hold structures or numbers',
  )
  withContent(command)
    .option(
      '--run-info <file>',
      'write the facts common to all rows (day, edition, options, age of each law) to this file; - puts them ' +
        'before the rows',
    )
    .option('--workers <n>', 'threads (default: 1)', asCount)
    .addHelpText('after', `\n${note}`)
    .action(async (options: Options) => {
      // Loaded here so that the other commands start without it.
      const { pipe } = await import('../run/pipe-lines.js')
      done(exitCode(await pipe(options, host), options.failOn))
    })
}
