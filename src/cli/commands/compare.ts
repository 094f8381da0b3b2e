import { Reader, readyReader } from '../../chem/index.js'
import { factsOf } from '../../impact/index.js'
import { comparisonCsv, comparisonDocument, styledText, toMarkdown, type Block } from '../../report/documents.js'
import {
  compareWords,
  comparisonCases,
  comparisonJson,
  buildReport,
  isChanged,
  type ComparedFile,
  type ComparedRow,
  type Comparison,
  type Inspection,
} from '../../report/index.js'
import { CannotRun, stopCodes, type AddCommand, type Host } from '../host.js'
import { withScenarioOptions, scenariosOf, type Scenarios, scenarioNames } from '../compare/scenarios.js'
import { FileSet, readingsOf } from '../compare/file-set.js'
import { GatheredRows, gatherResults, gatherRows } from '../compare/gather.js'
import { withColumnOptions } from '../input/collection.js'
import { asDay, asFailures, exitCode, failures, type Options, withSpeedOptions } from '../options.js'
import type { Output } from '../output/output.js'
import { formatOf, withOutput, withOutputOptions } from '../output/output-choice.js'
import { tool } from '../output/run-info.js'
import { checkOverwrites, lawFiles } from '../output/same-file.js'
import { textStyle } from '../output/terminal.js'

const formats = ['text', 'json', 'csv', 'xlsx', 'html', 'md', 'sarif', 'junit', 'github'] as const
type Format = (typeof formats)[number]

export const add: AddCommand = (program, host, done) => {
  const command = program
    .command('compare')
    .description(
      'Which verdicts change: of one collection under two states of the law (days, jurisdictions, editions, with ' +
        'and without a rule), or between two result files.',
    )
    .argument(
      '[file]',
      'structures or names (.smi .csv .tsv .sdf; - reads stdin), or a result file; without one, what changed in the ' +
        'law between two days',
    )
    .argument('[second]', 'the result file to compare the first with')
  withSpeedOptions(withOutputOptions(withColumnOptions(withScenarioOptions(command)), formats))
    .option('--all', 'write all rows, not only those that change')
    .option(
      '--fail-on <verdicts>',
      `exit with 1 when a row changes to, or is new and is, ${failures.join(', ')} (the later law ` +
        'was reviewed over a year before its day, or over maxAge days of the settings)',
      asFailures,
    )
    .option('--assume-from <day>', 'count assumed rules from this day on (default: their own first day)', asDay)
    .option('--no-color', 'no colour (also: NO_COLOR)')
    .action(async (file: string | undefined, second: string | undefined, options: Options<Format>) =>
      done(await compare(file, second, options, host)),
    )
}

/** Compares one collection under two states of the law, or two result files. */
async function compare(
  first: string | undefined,
  second: string | undefined,
  options: Options<Format>,
  host: Host,
): Promise<number> {
  if (first === undefined) {
    const { compareDays } = await import('../compare/compare-days.js')
    checkOverwrites(lawFiles(options), { output: options.output })
    return compareDays(await scenariosOf(options, host), formatOf<Format>(options, host, formats), options, host)
  }
  const results = second === undefined ? null : ([first, second] as const)
  const files = results ?? [first]
  if (results) checkUnasked(options)
  const format = formatOf<Format>(options, host, formats)
  checkOverwrites({ input: files, ...(results ? {} : lawFiles(options)) }, { output: options.output })
  const scenarios = results ? null : await scenariosOf(options, host)
  const reader = readyReader(() => Reader.start())
  // Sets are measured for a page, and in JSON where a rule is added.
  const isMeasured = format === 'html' || (format === 'json' && scenarios?.added)
  const set = scenarios && isMeasured ? await FileSet.of(first, scenarios, reader) : null
  const gathered = new GatheredRows(set)
  const { all = false } = options
  try {
    const wanted = all || set ? 'all' : 'notable'
    const stopped = scenarios
      ? await gatherRows(first, options, scenarios, wanted, gathered, host)
      : await gatherResults(results!, options, gathered, host)
    if (stopped) return stopCodes[stopped]
    const input = await gathered.file(files)
    const comparison: Comparison = {
      ...(scenarios ? sidesOf(scenarios, gathered, input) : { ...unjudged, names: results! }),
      input,
      raced: gathered.race.raced,
    }
    await write(comparison, format, options, host, async () => {
      const { comparisonPageOf } = await import('../compare/compare-page.js')
      return comparisonPageOf(comparison, gathered.rows(), all, scenarios, await reader())
    })
    // Unreadable on both sides is no change, but not passed over.
    const unread = input.counts.unreadable.after > 0 && !options.failOn?.includes('unreadable')
    const occurred = [...gathered.became, ...(unread ? ['unreadable'] : []), ...(scenarios?.stale ?? [])]
    return exitCode(new Set(occurred), options.failOn)
  } finally {
    await gathered.close()
  }
}

/** Result files have their answers: nothing is known of the law. */
const unjudged = { runs: null, draft: null, readings: [], race: null }

function sidesOf(scenarios: Scenarios, { set, race }: GatheredRows, input: ComparedFile) {
  const { before, after, added } = scenarios
  return {
    names: scenarioNames(before.run, after.run),
    runs: [before.run, after.run] as const,
    draft: set && added && factsOf(added, set.parent),
    readings: readingsOf(input.set, scenarios),
    race: race.totals(scenarios),
  }
}

/** Options for judging structures: two result files already have their answers. */
const unasked = {
  asOf: '--as-of',
  jurisdiction: '-j',
  assume: '--assume',
  rule: '--rule',
  kinds: '--kinds',
  edition: '--edition',
  against: '--against',
  assumeFrom: '--assume-from',
} as const satisfies { readonly [option in keyof Options<Format>]?: string }

/** @throws {CannotRun} if options have no effect on two result files */
function checkUnasked(options: Options<Format>): void {
  const given = Object.entries(unasked).flatMap(([option, name]) =>
    options[option as keyof typeof unasked] === undefined ? [] : [name],
  )
  if (options.failOn?.includes('stale'))
    throw new CannotRun('two result files are compared as they are, without law; omit stale from --fail-on')
  if (given.length > 0)
    throw new CannotRun(
      `two result files are compared as they are, so omit ${given.join(' and ')}, or give one file of structures`,
    )
}

/** @param page the HTML page, in parts */
async function write(
  comparison: Comparison,
  format: Format,
  options: Options<Format>,
  host: Host,
  page: () => Promise<Iterable<string>>,
): Promise<void> {
  const rows = options.all ? comparison.input.rows() : changedRows(comparison.input.rows())
  await withOutput(options.output, host, async (output) => {
    switch (format) {
      case 'html':
        for (const part of await page()) await output.write(part)
        return
      case 'xlsx':
        return (await import('../compare/compare-workbook.js')).writeWorkbook(comparison, rows, output)
      case 'md':
        return inLargerParts(
          written(comparison, rows, (blocks) => `${toMarkdown(blocks)}\n`),
          output,
        )
      case 'csv':
        return inLargerParts(comparisonCsv(comparison, rows), output)
      case 'json':
        return inLargerParts(comparisonJson(comparison, rows), output)
      case 'text':
        return inLargerParts(
          written(comparison, rows, (blocks) => {
            const isApart = blocks[0]?.kind === 'text' || blocks[0]?.kind === 'table'
            return (isApart ? '\n' : '') + styledText(blocks, textStyle(host, options))
          }),
          output,
        )
      default:
        return output.write(await documentOf(comparison, rows, format))
    }
  })
  if (format !== 'text' || options.output !== undefined)
    host.stderr.write(`${compareWords.changed(comparison.input)}\n`)
}

async function* written(
  comparison: Comparison,
  rows: AsyncIterable<ComparedRow>,
  as: (blocks: readonly Block[]) => string,
): AsyncGenerator<string> {
  for await (const blocks of comparisonDocument(comparison, rows)) yield as(blocks)
}

/** Rows that change, are new or gone, or cannot be read. */
async function* changedRows(rows: AsyncIterable<ComparedRow>): AsyncGenerator<ComparedRow> {
  for await (const row of rows) if (isChanged(row) || row.after === 'unreadable') yield row
}

async function documentOf(
  comparison: Comparison,
  rows: AsyncIterable<ComparedRow>,
  format: 'sarif' | 'junit' | 'github',
): Promise<string> {
  const { file, sha256 } = comparison.input.files.at(-1)!
  const inspection: Inspection = {
    file,
    suite: 'compare',
    rows: comparison.input.total,
    cases: await comparisonCases(file, rows),
    tool: tool(),
    edition: comparison.runs?.[1].edition ?? { id: '', sha256: null },
    sha256,
  }
  return buildReport(format, inspection)
}

/** Writes short texts joined: each write takes a while. */
async function inLargerParts(texts: AsyncIterable<string>, output: Output): Promise<void> {
  let held = ''
  for await (const text of texts) {
    held += text
    if (held.length < 65_536) continue
    await output.write(held)
    held = ''
  }
  if (held !== '') await output.write(held)
}
