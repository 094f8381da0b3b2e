import { Verified, verifyWords as words } from '../../batch/index.js'
import { editionName } from '../../report/index.js'
import { CannotRun, stopCodes, type AddCommand, type Host } from '../host.js'
import { resultSource, runOf } from '../input/ndjson.js'
import { checkRows } from '../input/collection.js'
import { lawOf } from '../law-files/law-file.js'
import { userRules } from '../law-files/user-rules.js'
import { collect, withEdition, type Options, withSpeedOptions, withAllowEmpty } from '../options.js'
import { Output } from '../output/output.js'
import { version } from '../output/run-info.js'
import { runWork } from '../run/run-work.js'

export const add: AddCommand = (program, host, done) => {
  const command = program
    .command('verify')
    .description(
      'Re-checks every result in a file written by check --json or batch, and reports whether each row is still right.',
    )
    .argument('<results>', 'a result file (.ndjson, also .gz); - reads stdin')
    .option('--rule <file>', 'a rule file that was used in the run; can be repeated', collect)
    .option('--json', 'write one JSON object for each row')
    .option('--run-info <file>', 'facts of the run, if they are not in RESULTS.run.json')
  withSpeedOptions(withEdition(withAllowEmpty(command))).action(async (file: string, options: Options) =>
    done(await verify(file, options, host)),
  )
}

async function verify(file: string, options: Options, host: Host): Promise<number> {
  if (/\.(csv|tsv|xlsx|parquet|sdf)(\.gz)?$/i.test(file))
    throw new CannotRun(`${file} does not have all that was found; verify the .ndjson that batch writes`)
  const rules = await userRules(options.rule)
  const law = await lawOf(options)
  const own = rules.ids.length === 0 ? null : await rules.over(law)
  const output = new Output(host.stdout)
  const verified = new Verified()
  const { rows, stopped } = await runWork({
    source: resultSource(file, host),
    speed: options,
    edition: law.edition,
    other: own?.edition ?? null,
    setup: {
      kind: 'verify',
      file,
      rules: rules.ids,
      version: version(),
      run: await runOf(file, options.runInfo),
      screen: options.screen,
      json: options.json ?? false,
    },
    host,
    counted: ({ verified: more }) => verified.merge(more!),
    write: (bytes) => output.write(new TextDecoder().decode(bytes)),
  })
  if (stopped === null) checkRows(rows, [file], options)
  const { holds, differs, 'not checked': left } = verified.states
  const summary = [
    words.closing(holds, differs, left, editionName(law.edition)),
    ...[...verified.editions].map(([edition, n]) => words.otherEdition(n, edition)),
    ...[...verified.versions].map(([v, n]) => words.otherVersion(n, v)),
  ].join('\n')
  if (options.json) host.stderr.write(`${summary}\n`)
  else await output.write(`${summary}\n`)
  if (stopped !== null) return stopCodes[stopped]
  return differs > 0 ? 1 : left > 0 ? 3 : 0
}
