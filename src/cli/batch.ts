import { Option } from 'commander'
import { inputFormats, type InputFormat } from '../batch/record.js'
import { CannotRun } from './cannot-run.js'
import type { Host } from './host.js'
import type { AddCommand } from './main.js'
import { exitCode, queryOf, withLawOptions, type LawOptions } from './options.js'

const outputFormats = ['ndjson', 'csv', 'summary'] as const
type OutputFormat = (typeof outputFormats)[number]

export interface BatchOptions extends LawOptions {
  inputFormat?: InputFormat
  smilesCol?: string
  idCol?: string
  header: boolean
  format?: OutputFormat
  output?: string
  identify?: boolean
  explain?: boolean
  quiet?: boolean
  color: boolean
}

export const addBatch: AddCommand = (program, host, done) => {
  const command = program
    .command('batch')
    .description('Judges every structure of files: SMILES (.smi .smiles .txt), tables (.csv .tsv), SD and mol files (.sdf .sd .mol), each also .gz.')
    .argument('<file...>', 'files; - reads stdin and needs --input-format')
  withLawOptions(command)
    .addOption(new Option('--input-format <format>', 'read all files as this, whatever their names').choices(inputFormats))
    .option('--smiles-col <column>', 'column with the SMILES, by name or number from 1 (default: guessed from the header)')
    .option('--id-col <column>', 'column or SD property that names the row')
    .option('--no-header', 'the first line of a table is data')
    .addOption(new Option('--format <format>', 'what to write (default: ndjson; on a terminal: summary)').choices(outputFormats))
    .option('-o, --output <file>', 'write here; .ndjson, .jsonl or .csv tells the format, .gz compresses')
    .option('--identify', 'compute canonical SMILES and InChIKey of every structure, not only of those found')
    .option('--explain', 'add near misses and rules set aside to ndjson')
    .option('--quiet', 'no progress and no closing line on stderr')
    .option('--no-color', 'write without colour (so does NO_COLOR)')
    .addHelpText('after', '\nOne row is written for every row read, in order; what cannot be read is a row with its reason.\nIn CSV, a value that a spreadsheet would run as a formula gets an apostrophe before it.')
    .action(async (files: string[], options: BatchOptions) => done(await batch(files, options, host)))
}

async function batch(given: readonly string[], options: BatchOptions, host: Host): Promise<number> {
  const format = outputFormat(options, host)
  // Loaded here so that the other commands start without it.
  const { runFiles } = await import('./run-files.js')
  const occurred = await runFiles(given, options, format, queryOf(options, host.today), host)
  return exitCode(occurred, options.failOn)
}

function outputFormat(options: BatchOptions, host: Host): OutputFormat {
  if (options.format) return options.format
  if (options.output === undefined) return host.stdout.isTTY === true ? 'summary' : 'ndjson'
  const extension = /\.([^./\\]+)$/.exec(options.output.replace(/\.gz$/i, ''))?.[1]?.toLowerCase()
  if (extension === 'csv') return 'csv'
  if (extension === 'ndjson' || extension === 'jsonl') return 'ndjson'
  throw new CannotRun(`the name ${options.output} does not tell a format; give --format ${outputFormats.join('|')}`)
}
