import { Option } from 'commander'
import { Reader, readyReader } from '../../chem/index.js'
import { questionsAsked } from '../../impact/index.js'
import { checkQuery } from '../../matching/index.js'
import { questionBlocks, toText } from '../../report/law/index.js'
import { shippedSets } from '../impact/shipped-sets.js'
import { lawOf } from '../law-files/law-file.js'
import { asCodes, asDay, queryOf, withEdition, type LawOptions } from '../options.js'
import { textWidth } from '../output/text-width.js'
import type { AddCommand } from './add-command.js'
import { jsonLines } from './law/print.js'

export const addQuestions: AddCommand = (program, host, done) => {
  withEdition(program.command('questions'))
    .description(
      'Open questions of the law, with their ids, words, citations, and how many recorded substances and medicines depend on each. --position answers them in other commands.',
    )
    .addOption(
      new Option('-j, --jurisdiction <codes>', 'only these, comma-separated, by code or name, or all').argParser(
        asCodes,
      ),
    )
    .addOption(new Option('--as-of <day>', 'count on this day (YYYY-MM-DD; default: today)').argParser(asDay))
    .addOption(new Option('--json', 'write one JSON object per line'))
    .action(async (options: LawOptions & { json?: boolean }) => {
      const law = await lawOf(options)
      const query = queryOf(options, host.today, [])
      checkQuery(law, query)
      const recorded = law.edition.substances.flatMap(({ smiles }) => smiles ?? [])
      const medicines = shippedSets().find(({ kind }) => kind === 'medicines')!
      const sets = [
        { name: 'recorded substances', structures: recorded },
        { name: 'medicines', structures: medicines.items.map(({ smiles }) => smiles) },
      ]
      const total = recorded.length + medicines.items.length
      const questions = await questionsAsked(
        readyReader(() => Reader.start()),
        law,
        query,
        sets,
        (structures) => {
          if (host.stderr.isTTY && structures % 100 === 0) host.stderr.write(`\r${structures} of ${total} structures`)
        },
      )
      if (host.stderr.isTTY) host.stderr.write('\r\x1b[K')
      host.stdout.write(
        options.json
          ? jsonLines(
              questions.map(({ depending, ...q }) => ({
                ...q,
                asOf: query.asOf,
                depending: Object.fromEntries(depending),
              })),
            )
          : toText(questionBlocks(questions, query.asOf), textWidth(host)),
      )
      done(0)
    })
}
