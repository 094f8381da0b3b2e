import { Option, type Command } from 'commander'
import { onlyKinds, inputFormats } from '../../batch/index.js'
import { outputFormats, type OutputFormat } from '../run/run-identity.js'
import { wroteWords } from '../../report/index.js'
import { CannotRun, stopCodes, type AddCommand, type Host } from '../host.js'
import { checkRows } from '../input/collection.js'
import { asShard, shardOf } from '../run/shard-option.js'
import {
  exitCode,
  queryOf,
  withColumns,
  withContent,
  withLawOptions,
  withOwnDays,
  type Options,
  withSpeedOptions,
} from '../options.js'
import { userRules } from '../law-files/user-rules.js'

export const add: AddCommand = (program, host, done) => {
  const command = program
    .command('batch')
    .description(
      'Checks every structure in files: SMILES (.smi .smiles .txt), tables (.csv .tsv), SD and mol files (.sdf .sd ' +
        '.mol), JSON lines (.ndjson .jsonl), each also .gz or .zst; Parquet (.parquet); Excel workbooks (.xlsx).',
    )
    .argument('<file...>', 'files or patterns ("part-*.smi"); - reads stdin and needs --input-format')
  withOwnDays(withColumns(withLawOptions(command)))
    .option('--lookup', 'the column of names may also hold structures or numbers; adds a column with the match')
    .addOption(
      new Option('--input-format <format>', 'read all files in this format, whatever their names').choices(
        inputFormats,
      ),
    )
    .option('--sheet <sheet>', 'sheet of a workbook, by name or number from 1 (default: the first)')
    .option('--no-header', 'the first line of a table is data')
    .addOption(
      new Option('--format <format>', 'what to write (default: ndjson; on a terminal: summary)').choices(outputFormats),
    )
    .option(
      '-o, --output <file>',
      'write to this file; .ndjson, .jsonl, .csv, .xlsx, .parquet, .sdf, .html, .sarif or .xml (JUnit) sets the ' +
        'format, .gz compresses',
    )
    .option(
      '--run-info <file>',
      'write the facts common to all rows (day, edition, options, known gaps) to this file (default: OUTPUT.run.json)',
    )
    .option('--statement', 'with -o FILE.html: one page for each sample, to print and sign, instead of a table')
    .option('--bom', 'begin a CSV with a byte order mark, so that Excel recognises UTF-8')
  withContent(command).addOption(
    new Option(
      '--only <rows>',
      'write only these rows; all are counted; hits-first writes all, and is for workbooks',
    ).choices(onlyKinds),
  )
  withSpeedOptions(withEarlierDecisions(command))
    .option('--resume', 'continue an interrupted run with the same output')
    .option(
      '--shard [part/parts]',
      'check one shard of the input, such as 2/8; without a part or value, the one given by SLURM_ARRAY_TASK_ID or ' +
        'JOB_COMPLETION_INDEX',
      asShard,
    )
    .option('--allow-empty', 'accept input without rows')
    .option('--log', 'progress and summary as JSON on stderr, with how many structures the quick screen cleared')
    .option('--quiet', 'no progress and no closing line on stderr')
    .option('--no-color', 'no colour (also: NO_COLOR)')
    .addHelpText('after', '\nWrites one row per input row, in order; unreadable rows are kept with a reason.')
    .action(async (files: string[], options: Options<OutputFormat>) => done(await batch(files, options, host)))
}

/** What was found and decided before. */
function withEarlierDecisions(command: Command): Command {
  return command
    .option(
      '--baseline <file>',
      'an earlier run (.sarif .ndjson .json): SARIF says which findings are new, unchanged or absent',
    )
    .option(
      '--waivers <file>',
      'findings that need no action until a day (.json .csv: id, or structure and law; reason, owner, until): shown ' +
        'as waived, and no reason for --fail-on',
    )
    .option(
      '--suggest <file.csv>',
      'also write the names that are not recorded, with recorded names like them; none is judged by one until you ' +
        'copy it to the column "name" and check that file',
    )
}

async function batch(given: readonly string[], options: Options<OutputFormat>, host: Host): Promise<number> {
  const format = outputFormat(options, host)
  // Loaded here so that the other commands start without it.
  const { runFiles } = await import('../run/run-files.js')
  const own = await userRules(options.rule)
  const { tally, stopped, stale } = await runFiles(
    given,
    withPart(options, host),
    format,
    queryOf(options, host.today, own.ids),
    own,
    host,
  )
  if (stopped !== null) return stopCodes[stopped]
  // A shard may be empty if there are more shards than rows.
  if (options.shard === undefined) checkRows(tally.total, given, options)
  if (options.output !== undefined && !options.quiet && !options.log)
    host.stderr.write(`${wroteWords(options.output)}\n`)
  return exitCode(new Set([...tally.occurred, ...stale]), options.failOn)
}

function withPart(options: Options<OutputFormat>, host: Host): Options<OutputFormat> {
  const part = shardOf(options, host.env)
  if (options.resume && options.output === undefined)
    throw new CannotRun('--resume needs -o: output to stdout cannot be resumed')
  if (part === null) return options
  if (options.output === undefined)
    throw new CannotRun('a shard needs -o, so that coverage merge can join it with the others')
  return { ...options, part }
}

function outputFormat(options: Options<OutputFormat>, host: Host): OutputFormat {
  if (options.format) return options.format
  if (options.output === undefined) return host.stdout.isTTY === true ? 'summary' : 'ndjson'
  const ending = /\.([^./\\]+)$/.exec(options.output.replace(/\.gz$/i, ''))?.[1]?.toLowerCase()
  const named = ending === 'jsonl' ? 'ndjson' : ending === 'xml' ? 'junit' : ending
  const format = outputFormats.find((own) => own === named && named !== 'summary' && named !== 'github')
  if (format && ending !== 'junit') return format
  throw new CannotRun(`the name ${options.output} has no known format; give --format ${outputFormats.join('|')}`)
}
