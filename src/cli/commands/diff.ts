import { Option } from 'commander'
import { isControlled } from '../../matching/index.js'
import { compareWords, rowJson, scenarioNames, type DiffMove, type DiffRow } from '../../report/index.js'
import { palette, printable, rowLines, widthOf } from '../../report/text/index.js'
import { CannotRun } from '../cannot-run.js'
import { withColumnOptions, type ColumnOptions } from '../input/collection.js'
import { checkRows } from '../input/no-rows.js'
import { wantsColour } from '../output/colour.js'
import { compareRows } from '../compare/compare-rows.js'
import { diffResults } from '../compare/diff-results.js'
import { stopCodes, type Host, type Stop } from '../host.js'
import type { AddCommand } from './add-command.js'
import { isResultFile } from '../input/ndjson.js'
import { asFailures, exitCode, failures, type FailOn } from '../options.js'
import { Output } from '../output/output.js'
import { withScenarioOptions, scenariosOf, type ScenarioOptions } from '../compare/scenarios.js'
import { withSpeedOptions, type SpeedOptions } from '../run/speed-options.js'
import { textWidth } from '../output/text-width.js'

interface DiffOptions extends ScenarioOptions, ColumnOptions, SpeedOptions {
  failOn?: FailOn[]
  json?: boolean
  color: boolean
}

/** Rows to compare, and how the two sides differ. */
interface Side {
  readonly names: readonly [string, string]
  readonly run: Record<string, unknown>
  /** Passes on rows that change or cannot be read, and possibly others. */
  readonly each: (take: (row: DiffRow) => Promise<void>) => Promise<Compared>
}

interface Compared {
  /** Rows that both sides have. */
  readonly rows: number
  readonly stopped: Stop | null
}

export const addDiff: AddCommand = (program, host, done) => {
  const command = program
    .command('diff')
    .description(
      'Which rows of a collection change between two days, editions or rules, or between two result files; intended for nightly jobs.',
    )
    .argument('<file>', 'structures (.smi .csv .tsv .sdf, also .gz; - reads stdin), or a result file (.ndjson)')
    .argument('[second]', 'the result file to compare with')
  withSpeedOptions(withColumnOptions(withScenarioOptions(command)))
    .addOption(
      new Option(
        '--fail-on <verdicts>',
        `exit with 1 when a row changes to one of these, or is new and is one: ${failures.join(', ')}`,
      ).argParser(asFailures),
    )
    .option('--json', 'write the rows that change as NDJSON')
    .option('--no-color', 'no colour (also: NO_COLOR)')
    .action(async (file: string, second: string | undefined, options: DiffOptions) =>
      done(await diff(file, second, options, host)),
    )
}

async function diff(file: string, second: string | undefined, options: DiffOptions, host: Host): Promise<number> {
  const side = second === undefined ? await ofScenarios(file, options, host) : ofResults(file, second, options, host)
  const colours = palette(wantsColour(host, host.stdout, options.color))
  const width = widthOf(textWidth(host))
  const output = new Output(host.stdout)
  const became = new Set<string>()
  const counts = { changed: 0, controlled: 0, free: 0, unsure: 0, unread: 0 }
  const only = { first: noneOf(), second: noneOf() }
  const write = (row: DiffRow, lines: () => string[]) =>
    output.write(options.json ? `${JSON.stringify({ ...rowJson(row), ...side.run })}\n` : `${lines().join('\n')}\n`)
  const { rows, stopped } = await side.each(async (row) => {
    if (row.after === 'unreadable') counts.unread++
    if (row.before === null || row.after === null) {
      const verdict = row.before ?? row.after!
      const kind = only[row.before === null ? 'second' : 'first']
      kind.rows++
      if (isControlled(verdict)) kind.controlled++
      if (verdict === 'undecided') kind.undecided++
      if (row.after !== null) for (const to of [row.after, ...row.moves.map((m) => m.to!)]) became.add(to)
      return write(row, () => rowLines(row, width, colours))
    }
    const turned = (row.before === 'unreadable') !== (row.after === 'unreadable')
    if (row.moves.length === 0 && !turned) return
    counts.changed++
    const some = (is: (move: DiffMove) => boolean) => row.moves.some(is)
    if (some((m) => isControlled(m.to!) && m.from === 'uncontrolled')) counts.controlled++
    if (some((m) => isControlled(m.from!) && m.to === 'uncontrolled')) counts.free++
    if (some((m) => (m.from === 'undecided') !== (m.to === 'undecided'))) counts.unsure++
    for (const move of row.moves) became.add(move.to!)
    if (turned) became.add(row.after)
    await write(row, () =>
      turned
        ? [printable(`  ${row.ref.id}: ${row.before} -> ${row.after}${row.problem ? ` (${row.problem})` : ''}`)]
        : rowLines(row, width, colours),
    )
  })
  const words = [
    `${compareWords.changed(counts.changed, rows, side.names)}: ${compareWords.became(counts.controlled, counts.free, counts.unsure)}`,
    ...(only.second.rows > 0 ? [compareWords.onlyIn('second', only.second)] : []),
    ...(only.first.rows > 0 ? [compareWords.onlyIn('first', only.first)] : []),
    ...(counts.unread > 0 ? [`${counts.unread} unreadable`] : []),
  ]
  const summary = `${words.join('; ')}\n`
  if (options.json) host.stderr.write(summary)
  else await output.write(summary)
  if (stopped !== null) return stopCodes[stopped]
  if (counts.unread > 0 && !became.has('unreadable') && !options.failOn?.includes('unreadable'))
    became.add('unreadable')
  return exitCode(became, options.failOn)
}

function noneOf() {
  return { rows: 0, controlled: 0, undecided: 0 }
}

async function ofScenarios(file: string, options: DiffOptions, host: Host): Promise<Side> {
  if (isResultFile(file)) throw new CannotRun(`${file} is a result file; also give the one to compare it with`)
  const scenarios = await scenariosOf(options, host)
  const { before, after } = scenarios
  const scenario = ({ run }: typeof before) => ({ asOf: run.asOf, edition: run.edition, query: run.query })
  return {
    names: scenarioNames(before.run, after.run),
    run: { tool: before.run.tool, scenario: { before: scenario(before), after: scenario(after) } },
    async each(take) {
      const wanted = { rows: 'notable', firstSeen: null, assumedFrom: null, draft: null } as const
      const { rows, stopped } = await compareRows(file, options, scenarios, wanted, host, take)
      if (stopped === null) checkRows(rows, [file], options)
      return { rows, stopped }
    },
  }
}

/** Options for judging structures: two result files already have their answers. */
const unasked = {
  asOf: '--as-of',
  jurisdiction: '-j',
  assume: '--assume',
  rule: '--rule',
  edition: '--edition',
  against: '--against',
  againstJurisdiction: '--against-jurisdiction',
  againstEdition: '--against-edition',
  inputFormat: '--input-format',
  smilesCol: '--smiles-col',
  idCol: '--id-col',
} as const satisfies { readonly [option in keyof DiffOptions]?: string }

/** @throws {CannotRun} if options have no effect on two result files */
function checkUnasked(options: DiffOptions): void {
  const given = [
    ...Object.entries(unasked)
      .filter(([option]) => options[option as keyof typeof unasked] !== undefined)
      .map(([, name]) => name),
    ...(options.precursors ? [] : ['--no-precursors']),
    ...(options.chemicalWeapons ? [] : ['--no-chemical-weapons']),
  ]
  if (given.length > 0)
    throw new CannotRun(
      `two result files are compared as they are, so omit ${given.join(' and ')}, or give one file of structures`,
    )
}

function ofResults(first: string, second: string, options: DiffOptions, host: Host): Side {
  checkUnasked(options)
  return {
    async each(take) {
      const rows = { first: 0, second: 0, both: 0 }
      for await (const row of diffResults(first, second, host)) {
        if (row.before !== null) rows.first++
        if (row.after !== null) rows.second++
        if (row.before !== null && row.after !== null) rows.both++
        await take(row)
      }
      checkRows(rows.first, [first], options)
      checkRows(rows.second, [second], options)
      return { rows: rows.both, stopped: null }
    },
    names: [first, second],
    run: { scenario: { before: { file: first }, after: { file: second } } },
  }
}
