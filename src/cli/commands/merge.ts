import { CannotRun, type AddCommand } from '../host.js'
import { Option } from 'commander'
import { partialPath, mergeShards, journalPaths, isRegular, runFilePath } from '../../batch/index.js'
import { closingLine } from '../../report/documents.js'
import { checkRows } from '../input/collection.js'
import { asFailures, exitCode, failures, type Given, withAllowEmpty } from '../options.js'
import { lockOutput } from '../run/lock.js'
import { checkOverwrites } from '../output/same-file.js'

/** `coverage merge part-*.ndjson -o whole.ndjson`. */
export const add: AddCommand = (program, host, done) => {
  const command = program
    .command('merge')
    .description(
      'Joins the outputs of all shards of a batch (--shard), in input order, into the output that a single run ' +
        'would have written.',
    )
    .argument('<part...>', 'outputs of all shards, in any order; each with its journal next to it')
    .addOption(new Option('-o, --output <file>', 'write here; .gz compresses').makeOptionMandatory())
    .option('--fail-on <verdicts>', `exit with 1 when one of these occurs: ${failures.join(', ')}`, asFailures)
    .option('--quiet', 'no closing line on stderr')
  withAllowEmpty(command).action(async (parts: string[], options: Given<'output'>) => {
    const { output } = options
    if (options.failOn?.includes('stale'))
      throw new CannotRun('merge reads no law; give --fail-on stale to the runs of the shards')
    checkOverwrites(
      { 'a part': parts.flatMap((part) => [part, ...journalPaths(part), runFilePath(part)]) },
      { 'the output': output, 'a file next to the output': [partialPath(output), runFilePath(output)] },
    )
    const lock = isRegular(output) ? lockOutput(output) : null
    try {
      const { tally } = await mergeShards(parts, output)
      checkRows(tally.total, parts, options)
      if (!options.quiet) host.stderr.write(closingLine(tally, 0))
      done(exitCode(tally.occurred, options.failOn))
    } finally {
      lock?.release()
    }
  })
}
