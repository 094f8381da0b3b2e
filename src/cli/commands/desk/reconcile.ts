import { hash } from 'node:crypto'
import { Option } from 'commander'
import {
  isUnaccounted,
  NotOfficial,
  reconcile,
  reconcileWords as words,
  reconciliationBlocks,
  reconciliationCases,
  reconciliationJson,
  type Reconciliation,
} from '../../../desk/index.js'
import { jurisdictionCode } from '../../../identifiers/index.js'
import { buildReport, type Inspection } from '../../../report/index.js'
import { CannotRun, type AddCommand, type Host } from '../../host.js'
import { officialTexts } from './official-texts.js'
import { loadRecords, withDataOptions } from '../../law-files/law-data.js'
import { asDay, type Given } from '../../options.js'
import { tool } from '../../output/run-info.js'
import { chosen, jsonLines, print } from '../law/print.js'

const formats = ['plain', 'json', 'sarif', 'junit', 'github'] as const
type Format = (typeof formats)[number]

/** `coverage law reconcile`: exit code 0 if all is accounted for, 1 if not, 2 if a file is no text of that law. */
export const addReconcile: AddCommand = (law, host, done) => {
  withDataOptions(
    law
      .command('reconcile')
      .description(
        'Compares the records of a jurisdiction with official texts that you downloaded: what is missing, extra, ' +
          'moved or spelled differently, and whether class rules still have the wording they were written from.',
      ),
  )
    .argument('<jurisdiction>', 'code or name: CA, DE, Germany ...')
    .argument(
      '<file...>',
      'XML of Justice Laws, gesetze-im-internet.de, ecfr.gov, legislation.gov.uk or EUR-Lex, Markdown, HTML, or ' +
        'CSV with the columns entry,name[,code,cas,list]; or a folder of dated texts',
    )
    .option(
      '--as-of <day>',
      'compare with what is in force on this day (YYYY-MM-DD; default: the day given in the file)',
      asDay,
    )
    .option('--list <ids>', 'which lists the text is, if it does not say so (CSV), comma-separated', (ids: string) =>
      ids.split(','),
    )
    .addOption(new Option('--format <format>', 'output format').choices(formats).default('plain'))
    .option('--all', 'print every class item, not only those that changed, with its hash for recording with its rule')
    .action(async (jurisdiction: string, files: string[], options: Given<'format', Format>) =>
      done(await run(jurisdictionCode(jurisdiction), files, options, host)),
    )
}

async function run(
  code: string,
  files: readonly string[],
  options: Given<'format', Format>,
  host: Host,
): Promise<number> {
  if (files.length > 1 && (options.format === 'sarif' || options.format === 'junit'))
    throw new CannotRun(`--format ${options.format} writes one document; give one file`)
  const records = loadRecords(options)
  const own = chosen(records, [code])[0]!.lists
  const lists = own.map((l) => l.id)
  for (const id of options.list ?? []) if (!lists.includes(id)) throw new CannotRun(words.noList(id, lists))
  // All files are read and compared before anything is written: a file of another law must not leave half a report.
  const results: { file: string; sha256: string; result: Reconciliation }[] = []
  for (const path of files)
    try {
      for (const { file, text, day, sha256 } of await officialTexts(path, own, options.asOf ?? host.today)) {
        const asOf = options.asOf ?? day
        if (asOf === null) throw new CannotRun(words.noDay(file))
        const result = reconcile(records, code, text, {
          asOf,
          lists: options.list,
          sha256: (words) => hash('sha256', words),
        })
        results.push({ file, sha256, result })
      }
    } catch (error) {
      if (error instanceof NotOfficial) throw new CannotRun(words.notOfficial(path, code, error.found, error.expected))
      throw error
    }
  const edition = { id: records.edition.id, sha256: null }
  const inspection = ({ file, sha256, result }: (typeof results)[number]): Inspection => {
    const cases = reconciliationCases(result, file)
    return { file, suite: 'law reconcile', rows: cases.length, cases, tool: tool(), edition, sha256 }
  }
  if (options.format === 'json')
    host.stdout.write(jsonLines(results.map(({ file, result }) => reconciliationJson(result, file))))
  for (const one of results) {
    if (options.format === 'plain') print(host, {}, reconciliationBlocks(one.result, one.file, options.all ?? false))
    else if (options.format !== 'json') host.stdout.write(buildReport(options.format, inspection(one)))
  }
  return results.some(({ result }) => result.differences.some(isUnaccounted)) ? 1 : 0
}
