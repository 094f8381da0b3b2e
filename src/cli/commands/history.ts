import { type Source, isRegular, Histories } from '../../batch/index.js'
import { Resolver } from '../../identifiers/index.js'
import { Reader } from '../../chem/index.js'
import type { LawIndex } from '../../matching/index.js'
import { historyCsvHead, historyFooter, styledText, toMarkdown, type HistoryItem } from '../../report/documents.js'
import { wroteWords } from '../../report/index.js'
import { askedLaw, type AskedLaw } from '../asked-law.js'
import { CannotRun, stopCodes, type AddCommand, type Host } from '../host.js'
import { withLawChoice, withPositions, type Options, withSpeedOptions } from '../options.js'
import type { Output } from '../output/output.js'
import { formatOf, withOutput, withOutputOptions, type AnswerFormat } from '../output/output-choice.js'
import { runInfo } from '../output/run-info.js'
import { checkOverwrites, lawFiles } from '../output/same-file.js'
import {
  batchFiles,
  checkColumns,
  type BatchFile,
  isCollection,
  openTable,
  withColumnOptions,
  checkRows,
} from '../input/collection.js'
import { inputSource, structureInputs } from '../input/structure-input.js'
import { textStyle } from '../output/terminal.js'
import { besides } from '../run/lock.js'
import { choicesOf } from '../run/run-identity.js'
import { runResumable } from '../run/run-resumable.js'
import { warnOfColumns } from '../output/warnings.js'
import { runWork } from '../run/run-work.js'

export const add: AddCommand = (program, host, done) => {
  const command = program
    .command('history')
    .description('Every change in the legal status of a substance in each jurisdiction, with days and citations.')
    .argument(
      '<structure...>',
      'SMILES, or a recorded name, CAS number, code or InChIKey; - reads stdin, one per line; or one file of ' +
        'structures (.smi .csv .tsv .ndjson, also .gz)',
    )
  withSpeedOptions(withColumnOptions(withOutputOptions(withLawChoice(withPositions(command)))))
    .option('--resume', 'continue an interrupted run over a file with the same output')
    .option('--no-color', 'no colour (also: NO_COLOR)')
    .action(async (given: string[], options: Options<AnswerFormat>) => done(await history(given, options, host)))
}

async function history(given: readonly string[], options: Options<AnswerFormat>, host: Host): Promise<number> {
  const format = formatOf(options, host)
  const { output } = options
  checkOverwrites(
    { ...lawFiles(options), 'an input': isOfFile(given, options) ? given : given.filter(isCollection) },
    output === undefined ? {} : { output, ...besides(output) },
  )
  const asked = await askedLaw(options, host)
  const { law, query } = asked
  const run = runInfo(law, query, asked.own)
  const file = keptFile(given, options, format)
  if (file) return keptHistory(file, options, format === 'csv' ? 'csv' : 'json', asked, host)
  const source = await sourceOf(given, options, law, host)
  if (format === 'html') return withOutput(options.output, host, (output) => page(source, asked, options, output, host))
  const text = textStyle(host, options)
  return withOutput(options.output, host, async (output) => {
    if (format === 'csv') await output.write(historyCsvHead())
    let unreadable = 0
    const { rows, stopped } = await runWork({
      source,
      speed: options,
      edition: law.edition,
      setup: {
        kind: 'history',
        query,
        run,
        screen: options.screen,
        format: format === 'text' ? { is: format, ...text } : { is: format },
      },
      host,
      counted: ({ tally }) => void (unreadable += tally.verdicts.unreadable),
      write: (bytes) => output.write(bytes),
    })
    if (stopped !== null) return stopCodes[stopped]
    checkRows(rows, given, options)
    if ((format === 'text' || format === 'md') && rows > unreadable)
      await output.write(format === 'md' ? toMarkdown(historyFooter(run)) : styledText(historyFooter(run), text))
    return unreadable > 0 ? 3 : 0
  })
}

/**
 * The file of structures, if the histories of its rows go to a file of rows, which can be continued.
 * @throws {CannotRun} if such a run should be continued and is none
 */
function keptFile(given: readonly string[], options: Options<AnswerFormat>, format: AnswerFormat): BatchFile | null {
  const { output } = options
  const [file] = given
  if (
    isOfFile(given, options) &&
    (format === 'json' || format === 'csv') &&
    output !== undefined &&
    isRegular(output)
  ) {
    const [found] = batchFiles([file!], options.inputFormat)
    checkColumns([found!], options)
    return found!
  }
  if (options.resume)
    throw new CannotRun(
      '--resume continues the rows of a file of structures; give that file, and -o FILE.ndjson or .csv',
    )
  return null
}

async function keptHistory(
  file: BatchFile,
  options: Options<AnswerFormat>,
  format: 'json' | 'csv',
  { law, query, own }: AskedLaw,
  host: Host,
): Promise<number> {
  const { tally, stopped } = await runResumable({
    files: [file],
    options: { ...options, header: true, lookup: true },
    continued: true,
    edition: law.edition,
    query,
    choices: choicesOf(law, query, options, { history: format }),
    progress: host.stderr.isTTY === true ? 'line' : 'log',
    begin: (asked) => ({
      setup: {
        kind: 'history',
        query: asked,
        run: runInfo(law, asked, own),
        screen: options.screen,
        format: { is: format },
      },
      head: format === 'csv' ? historyCsvHead() : '',
    }),
    ended: ({ sources }) => warnOfColumns(sources, host),
    host,
  })
  if (stopped !== null) return stopCodes[stopped]
  checkRows(tally.total, [file.file], options)
  host.stderr.write(`${wroteWords(options.output!)}\n`)
  return tally.verdicts.unreadable > 0 ? 3 : 0
}

function isOfFile(given: readonly string[], { inputFormat }: Options<AnswerFormat>): boolean {
  return given.length === 1 && (inputFormat !== undefined || isCollection(given[0]!))
}

/** A file of structures by itself, or the structures that are given. @throws {CannotRun} */
async function sourceOf(
  given: readonly string[],
  options: Options<AnswerFormat>,
  law: LawIndex,
  host: Host,
): Promise<Source> {
  if (isOfFile(given, options)) return openTable(given[0]!, options, host)
  if (options.sheet !== undefined || options.columns !== undefined)
    throw new CannotRun('columns and sheets are those of a file; give one file of structures')
  return inputSource(await structureInputs(given, law.edition, host))
}

/** A page holds a drawing of each structure, so that its inputs are read on this thread. */
async function page(
  source: Source,
  { law, query, own }: AskedLaw,
  options: Options<AnswerFormat>,
  output: Output,
  host: Host,
): Promise<number> {
  const reader = await Reader.start()
  const histories = new Histories(new Resolver(law, async () => reader), query, options.screen)
  const items: HistoryItem[] = []
  for await (const record of source.records) {
    const { ref, lookup, text, found } = await histories.of(record, items.length + 1)
    await reader.ready()
    const drawing = found.histories && text !== null ? reader.read(text, (s) => s.drawing) : null
    items.push({ ref, lookup, histories: found.histories ?? [], drawing, problem: found.problem })
  }
  checkRows(items.length, [source.file], options)
  warnOfColumns([source], host)
  // Loaded only where a page is wanted: the others start without it.
  const [{ historyPage }, { pageAssets }] = await Promise.all([
    import('../../report/html/index.js'),
    import('../output/page-assets.js'),
  ])
  for (const part of historyPage(items, runInfo(law, query, own), pageAssets())) await output.write(part)
  return items.some(({ problem }) => problem !== null) ? 3 : 0
}
