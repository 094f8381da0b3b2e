import { Reader, readyReader } from '../../chem/index.js'
import { factsOf, parentOf, Prints } from '../../impact/index.js'
import type { Draft } from '../../matching/index.js'
import { comparisonBlocks, comparisonCsv, toMarkdown, comparisonText } from '../../report/documents.js'
import {
  compareWords,
  comparisonCases,
  comparisonJson,
  buildReport,
  isChanged,
  scenarioNames,
  type ComparedRow,
  type Comparison,
  type Inspection,
} from '../../report/index.js'
import { CannotRun } from '../cannot-run.js'
import { addedRule, withScenarioOptions, scenariosOf, type Scenarios, assumedFrom } from '../compare/scenarios.js'
import { type Measuring, readingsOf } from '../compare/file-set.js'
import { gatherResults, gatherRows } from '../compare/gather.js'
import { RowSpool } from '../compare/row-spool.js'
import { stopCodes, type AddCommand, type Host } from '../host.js'
import { withColumnOptions } from '../input/collection.js'
import { asDay, asFailures, exitCode, failures, type Options, withSpeedOptions } from '../options.js'
import type { Output } from '../output/output.js'
import { formatOf, withOutput, withOutputOptions } from '../output/output-choice.js'
import { tool } from '../output/run-info.js'
import { checkOverwrites, lawFiles, outputOf } from '../output/same-file.js'
import { textStyle } from '../output/text-width.js'

const formats = ['text', 'json', 'csv', 'xlsx', 'html', 'md', 'sarif', 'junit', 'github'] as const
type Format = (typeof formats)[number]

export const add: AddCommand = (program, host, done) => {
  const command = program
    .command('compare')
    .description(
      'Which verdicts change: of one collection under two states of the law (days, jurisdictions, editions, with and without a rule), or between two result files.',
    )
    .argument('<file>', 'structures or recorded names (.smi .csv .tsv .sdf, also .gz; - reads stdin), or a result file')
    .argument('[second]', 'the result file to compare the first with (.ndjson .csv .xlsx .parquet .sdf)')
  withSpeedOptions(withOutputOptions(withColumnOptions(withScenarioOptions(command)), formats))
    .option('--all', 'write all rows, not only those that change')
    .option(
      '--fail-on <verdicts>',
      `exit with 1 when a row changes to one of these, or is new and is one: ${failures.join(', ')}`,
      asFailures,
    )
    .option('--assume-from <day>', 'count assumed rules from this day on (default: their own first day)', asDay)
    .option('--no-color', 'no colour (also: NO_COLOR)')
    .action(async (file: string, second: string | undefined, options: Options<Format>) =>
      done(await (second === undefined ? compare(file, options, host) : results([file, second], options, host))),
    )
}

/** Compares one collection under two states of the law. */
async function compare(file: string, options: Options<Format>, host: Host): Promise<number> {
  const format = formatOf<Format>(options, host, formats)
  checkOverwrites(
    [
      { what: 'input', path: file },
      ...lawFiles(options),
      ...(options.against ?? []).flatMap((edition) => lawFiles({ edition })),
    ],
    outputOf(options.output),
  )
  const scenarios = await scenariosOf(options, host)
  const from = assumedFrom(scenarios, options.assumeFrom)
  const draft = addedRule(scenarios)
  const measuring = await measuringFor(format, draft, scenarios)
  const { all = false } = options
  const wanted = {
    // A page counts and follows them all.
    rows: all || format === 'html' || measuring ? 'all' : 'notable',
    assumedFrom: from,
    draft: measuring && draft && { code: draft.code, rule: draft.rule.id },
  } as const
  const spool = new RowSpool()
  try {
    const gathered = await gatherRows(file, options, { scenarios, wanted, measuring }, spool, host)
    if (gathered.stopped !== null) return stopCodes[gathered.stopped]
    const { before, after } = scenarios
    const comparison: Comparison = {
      names: scenarioNames(before.run, after.run),
      runs: [before.run, after.run],
      input: gathered.file,
      draft: measuring && draft && factsOf(draft, measuring.parent),
      readings: readingsFor(gathered.file, draft, scenarios),
      race: gathered.race.totals(scenarios, from),
      raced: gathered.race.raced,
    }
    await write(comparison, format, options, host, async () => {
      const { comparisonPageOf } = await import('../compare/compare-page.js')
      return comparisonPageOf(comparison, spool.rows(), all, scenarios, from, await measuring!.prints.reader())
    })
    return codeOf(gathered, options)
  } finally {
    await spool.close()
  }
}

async function results(
  files: readonly [first: string, second: string],
  options: Options<Format>,
  host: Host,
): Promise<number> {
  checkUnasked(options)
  const format = formatOf<Format>(options, host, formats)
  checkOverwrites(
    files.map((path) => ({ what: 'input', path })),
    outputOf(options.output),
  )
  const spool = new RowSpool()
  try {
    const gathered = await gatherResults(files, options, spool, host)
    const { file } = gathered
    const comparison: Comparison = {
      names: files,
      runs: null,
      input: file,
      draft: null,
      readings: [],
      race: null,
      raced: [],
    }
    await write(comparison, format, options, host, async () => {
      const { comparisonPageOf } = await import('../compare/compare-page.js')
      return comparisonPageOf(comparison, spool.rows(), options.all ?? false, null, null, await Reader.start())
    })
    return codeOf(gathered, options)
  } finally {
    await spool.close()
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
  if (given.length > 0)
    throw new CannotRun(
      `two result files are compared as they are, so omit ${given.join(' and ')}, or give one file of structures`,
    )
}

function codeOf(
  { became, file }: { readonly became: ReadonlySet<string>; readonly file: Comparison['input'] },
  { failOn }: Options<Format>,
): number {
  // Unreadable on both sides is no change, but not passed over.
  const unread = file.counts.unreadable.after > 0 && !failOn?.includes('unreadable')
  return exitCode(unread ? new Set([...became, 'unreadable']) : became, failOn)
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
        return output.write(toMarkdown(await comparisonBlocks(comparison, rows)))
      case 'csv':
        return inLargerParts(comparisonCsv(comparison, rows), output)
      case 'json':
        return inLargerParts(comparisonJson(comparison, rows), output)
      case 'text':
        return inLargerParts(comparisonText(comparison, rows, textStyle(host, options)), output)
      default:
        return output.write(await documentOf(comparison, rows, format))
    }
  })
  if (format !== 'text' || options.output !== undefined)
    host.stderr.write(`${compareWords.changed(comparison.input)}\n`)
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

/** Sets are measured for a page, and in JSON where a rule is added. Null elsewhere. */
async function measuringFor(format: Format, draft: Draft | null, { after }: Scenarios): Promise<Measuring | null> {
  if (format !== 'html' && (format !== 'json' || draft === null)) return null
  return {
    prints: new Prints(readyReader(() => Reader.start())),
    by: draft ? 'draft' : 'changes',
    parent: draft && parentOf(after.law.edition, draft),
  }
}

function readingsFor(
  { set }: Comparison['input'],
  draft: Draft | null,
  { before, after }: Scenarios,
): Comparison['readings'] {
  if (draft) return factsOf(draft, null).readings
  return readingsOf(set ? [set] : [], [before.law.edition, after.law.edition])
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
