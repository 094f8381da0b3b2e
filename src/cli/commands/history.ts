import { checkQuery, type JurisdictionHistory } from '../../matching/index.js'
import {
  historyBlocks,
  historyCsvHead,
  historyCsvProblem,
  historyCsvRows,
  toMarkdown,
} from '../../report/answers/index.js'
import { historyJson, notRecordedHint, problemText, toJson } from '../../report/index.js'
import type { HistoryItem } from '../../report/html/index.js'
import { historyFooter, historyText, printable } from '../../report/text/index.js'
import { timeline } from '../../batch/one-history.js'
import { resolverFor } from '../../batch/one-answer.js'
import { wantsColour } from '../output/colour.js'
import type { Host } from '../host.js'
import { readerAndLaw } from '../law-files/law-file.js'
import type { AddCommand } from './add-command.js'
import { queryOf, withLawChoice, type LawChoice } from '../options.js'
import { formatOf, withOutput, withOutputOptions, type OutputOptions } from '../output/output-choice.js'
import { ownRules } from '../law-files/own-rules.js'
import { runInfo } from '../output/run-info.js'
import { checkOverwrites, lawFiles, outputOf } from '../output/same-file.js'
import { structureInputs } from '../input/structure-input.js'
import { textWidth } from '../output/text-width.js'

interface HistoryOptions extends LawChoice, OutputOptions {
  color: boolean
}

export const addHistory: AddCommand = (program, host, done) => {
  const command = program
    .command('history')
    .description('Every change in the legal status of a substance in each jurisdiction, with days and citations.')
    .argument('<structure...>', 'SMILES, or a recorded name, CAS number, code or InChIKey; - reads stdin, one per line')
  withOutputOptions(withLawChoice(command), 'write one JSON object per line')
    .option('--no-color', 'no colour (also: NO_COLOR)')
    .action(async (given: string[], options: HistoryOptions) => done(await history(given, options, host)))
}

async function history(given: readonly string[], options: HistoryOptions, host: Host): Promise<number> {
  const format = formatOf(options, host)
  checkOverwrites(lawFiles(options), outputOf(options.output))
  const own = await ownRules(options.rule)
  const query = queryOf(options, host.today, own.ids)
  const [reader, shipped] = await readerAndLaw(options)
  const law = own.over(shipped, reader)
  checkQuery(law, query)
  const resolver = resolverFor(law, reader)
  const run = runInfo(law, query, own.ids)
  const text = {
    colour: options.output === undefined && wantsColour(host, host.stdout, options.color),
    width: textWidth(host),
  }
  const items: HistoryItem[] = []
  let shown: readonly JurisdictionHistory[] = []
  let unreadable = false
  await withOutput(options.output, host, async (output) => {
    if (format === 'csv') await output.write(historyCsvHead())
    for (const ref of await structureInputs(given, host)) {
      await reader.ready()
      const { meaning: meant } = await resolver.resolve({ structure: ref.input, lookUp: true })
      const found = timeline(meant, await resolver.reader(), law, query)
      const lookup = meant.kind === 'unreadable' ? null : meant.lookup
      if (Array.isArray(found)) {
        shown = found
        if (format === 'html')
          items.push({
            ref,
            lookup,
            histories: found,
            drawing: meant.kind === 'structure' ? reader.read(meant.text, (s) => s.drawing) : null,
            problem: null,
          })
        else if (format === 'csv') await output.write(historyCsvRows(ref, found))
        else if (format === 'md') await output.write(`${toMarkdown(historyBlocks(ref, found))}\n`)
        else
          await output.write(
            format === 'json'
              ? `${JSON.stringify(historyJson(ref, found, run, lookup))}\n`
              : `${historyText(ref, found, lookup, text)}\n`,
          )
      } else {
        unreadable = true
        const message =
          meant.kind === 'structure' && !meant.lookup
            ? `${found.problem.message}; ${notRecordedHint}`
            : found.problem.message
        const problem = { ...found.problem, message }
        if (format === 'html') items.push({ ref, lookup, histories: [], drawing: null, problem: problemText(problem) })
        else if (format === 'csv') await output.write(historyCsvProblem(ref, problemText(problem)))
        else
          await output.write(
            format === 'json'
              ? `${JSON.stringify(toJson(ref, { kind: 'unreadable', problem }, run))}\n`
              : `${printable(ref.input)}\n  unreadable: ${problemText(problem)}\n\n`,
          )
      }
    }
    if (format === 'html') {
      // Loaded only where a page is wanted: the others start without it.
      const [{ historyPage }, { pageAssets }] = await Promise.all([
        import('../../report/html/index.js'),
        import('../output/page-assets.js'),
      ])
      for (const part of historyPage(items, run, pageAssets())) await output.write(part)
    } else if ((format === 'text' || format === 'md') && shown.length > 0)
      await output.write(historyFooter(shown, run, text))
  })
  return unreadable ? 3 : 0
}
