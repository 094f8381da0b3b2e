import { join } from 'node:path'
import { Option } from 'commander'
import { writeWhole } from '../../../batch/index.js'
import { compileRecords, editionText } from '../../law-files/compile-edition.js'
import { jsonFiles, folderOf, loadRecords, refused, withDataOptions } from '../../law-files/law-data.js'
import type { AddCommand } from '../../host.js'
import { editionBelow } from '../../law-files/law-file.js'
import type { Given } from '../../options.js'
import { shippedData } from '../../shipped.js'
import { checkOverwrites } from '../../output/same-file.js'

/** `coverage law edition compile -o edition.json`: checks records and writes what `--edition` reads. */
export const addCompile: AddCommand = (edition, host, done) => {
  withDataOptions(
    edition
      .command('compile')
      .description('Check the records and write them to one edition file, for the option --edition of other commands.'),
  )
    .addOption(new Option('-o, --output <file>', 'file to write').makeOptionMandatory())
    .action(async (options: Given<'output'>) => {
      const { folder } = folderOf(options)
      const read = [...new Set([folder, shippedData])].flatMap((of) => jsonFiles(of).map((file) => join(of, file)))
      checkOverwrites({ 'a record': read }, { output: options.output })
      const records = loadRecords(options)
      try {
        const edition = await compileRecords(records, editionBelow(options))
        await writeWhole(options.output, editionText(edition))
        const codes = edition.jurisdictions.map((j) => j.jurisdiction.code).join(', ')
        host.stderr.write(
          `edition ${edition.id} ${edition.sha256.slice(0, 12)} (${codes}; ${edition.substances.length} substances) ` +
            `written to ${options.output}\n`,
        )
        done(0)
      } catch (error) {
        throw refused(error, 'no edition was written:\n')
      }
    })
}
