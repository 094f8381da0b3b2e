import type { AddCommand } from '../host.js'
import { lawOf } from '../law-files/law-file.js'
import { withEdition, type Given } from '../options.js'
import { withOutput } from '../output/output-choice.js'
import { checkOverwrites, lawFiles } from '../output/same-file.js'

export const add: AddCommand = (program, host, done) => {
  withEdition(
    program
      .command('page')
      .description(
        'Writes an interactive page: draw, type or drop structures, and read the law, in a browser. One file that ' +
          'opens from disk and sends nothing.',
      )
      .requiredOption('-o, --output <file>', 'write the page to this file'),
  ).action(async (options: Given<'output'>) => {
    checkOverwrites(lawFiles(options), { output: options.output })
    // Loaded here so that the other commands start without it.
    const { privatePage } = await import('../output/private-page.js')
    const { edition } = await lawOf(options)
    const text = await privatePage(edition, options.edition === undefined && options.data === undefined)
    await withOutput(options.output, host, (output) => output.write(text))
    done(0)
  })
}
