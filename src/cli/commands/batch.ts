import { Option } from 'commander'
import { onlyKinds } from '../../batch/only.js'
import { inputFormats } from '../../batch/record.js'
import { outputFormats, type BatchOptions, type OutputFormat } from '../run/batch-options.js'
import { CannotRun } from '../cannot-run.js'
import type { Host } from '../host.js'
import type { AddCommand } from './add-command.js'
import { asShard, shardOf } from '../run/shard-option.js'
import { asCount, exitCode, queryOf, withLawOptions } from '../options.js'
import { ownRules } from '../law-files/own-rules.js'

export const addBatch: AddCommand = (program, host, done) => {
  const command = program
    .command('batch')
    .description(
      'Judges every structure of files: SMILES (.smi .smiles .txt), tables (.csv .tsv), SD and mol files (.sdf .sd .mol), JSON lines (.ndjson .jsonl), each also .gz or .zst; Parquet (.parquet).',
    )
    .argument('<file...>', 'files or patterns ("part-*.smi"); - reads stdin and needs --input-format')
  withLawOptions(command)
    .addOption(
      new Option('--input-format <format>', 'read all files as this, whatever their names').choices(inputFormats),
    )
    .option(
      '--smiles-col <column>',
      'column or field with the SMILES, by name or number from 1 (default: guessed from the header)',
    )
    .option('--id-col <column>', 'column, field or SD property that names the row')
    .option('--no-header', 'the first line of a table is data')
    .addOption(
      new Option('--format <format>', 'what to write (default: ndjson; on a terminal: summary)').choices(outputFormats),
    )
    .option(
      '-o, --output <file>',
      'write here; .ndjson, .jsonl, .csv, .parquet, .sdf or .html tells the format, .gz compresses',
    )
    .option('--identify', 'give canonical SMILES and InChIKey of every structure, not only of those found')
    .option('--no-identify', 'give them only of what a list names, which is faster')
    .option('--explain', 'add near misses and rules set aside to ndjson')
    .addOption(new Option('--only <rows>', 'write only these rows; all are counted').choices(onlyKinds))
    .addOption(
      new Option(
        '--workers <n>',
        'threads (default: one less than there are processors; 1 for small inputs)',
      ).argParser(asCount),
    )
    .option('--no-screen', 'take every structure down the full path; the rows are the same')
    .option('--stats', 'tell how many structures the screen cleared, and why not the others')
    .option('--resume', 'go on where an interrupted run with the same output stopped')
    .addOption(
      new Option(
        '--shard [part/parts]',
        'judge one part of the input; without a value, as SLURM_ARRAY_TASK_ID or JOB_COMPLETION_INDEX tells',
      ).argParser(asShard),
    )
    .addOption(
      new Option('--shards <n>', 'how many parts there are, where the environment tells only which').argParser(asCount),
    )
    .option('--log-json', 'progress and closing line as JSON on stderr')
    .option('--quiet', 'no progress and no closing line on stderr')
    .option('--no-color', 'write without colour (so does NO_COLOR)')
    .addHelpText(
      'after',
      '\nOne row is written for every row read, in order; what cannot be read is a row with its reason.\nIn CSV, a value that a spreadsheet would run as a formula gets an apostrophe before it.',
    )
    .action(async (files: string[], options: BatchOptions) => done(await batch(files, options, host)))
}

async function batch(given: readonly string[], options: BatchOptions, host: Host): Promise<number> {
  const format = outputFormat(options, host)
  // Loaded here so that the other commands start without it.
  const { runFiles } = await import('../run/run-files.js')
  const own = await ownRules(options.rule)
  const { occurred, stopped } = await runFiles(
    given,
    withPart(options, host),
    format,
    queryOf(options, host.today, own.ids),
    own,
    host,
  )
  if (stopped !== null) return stopCodes[stopped]
  return exitCode(occurred, options.failOn)
}

/** As a shell tells a process that a signal ended. */
const stopCodes = { SIGINT: 130, SIGTERM: 143 } as const

function withPart(options: BatchOptions, host: Host): BatchOptions {
  const part = shardOf(options, host.env)
  if (options.resume && options.output === undefined)
    throw new CannotRun('--resume needs -o: what was written to stdout cannot be taken up')
  if (part === null) return options
  if (options.output === undefined)
    throw new CannotRun('a part needs -o: it is put together with the others by coverage merge')
  return { ...options, part }
}

function outputFormat(options: BatchOptions, host: Host): OutputFormat {
  if (options.format) return options.format
  if (options.output === undefined) return host.stdout.isTTY === true ? 'summary' : 'ndjson'
  const extension = /\.([^./\\]+)$/.exec(options.output.replace(/\.gz$/i, ''))?.[1]?.toLowerCase()
  if (extension === 'csv' || extension === 'parquet' || extension === 'sdf' || extension === 'html') return extension
  if (extension === 'ndjson' || extension === 'jsonl') return 'ndjson'
  throw new CannotRun(`the name ${options.output} does not tell a format; give --format ${outputFormats.join('|')}`)
}
