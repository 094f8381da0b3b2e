import { appWords } from '../../report/documents.js'
import type { AddCommand } from './add-command.js'
import { lawOf, type EditionChoice } from '../law-files/law-file.js'
import { withEdition } from '../options.js'
import { withOutput } from '../output/output-choice.js'
import { checkOverwrites, lawFiles, outputOf } from '../output/same-file.js'

interface PageOptions extends EditionChoice {
  output: string
}

export const addPage: AddCommand = (program, host, done) => {
  withEdition(
    program
      .command('page')
      .description(appWords.command)
      .requiredOption('-o, --output <file>', 'write the page to this file'),
  ).action(async (options: PageOptions) => {
    checkOverwrites(lawFiles(options), outputOf(options.output))
    // Loaded here so that the other commands start without it.
    const { privatePage } = await import('../output/private-page.js')
    const { edition } = await lawOf(options)
    const text = await privatePage(edition, options.edition === undefined && options.data === undefined)
    await withOutput(options.output, host, (output) => output.write(text))
    done(0)
  })
}
