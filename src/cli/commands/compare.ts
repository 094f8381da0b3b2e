import { Option } from 'commander'
import { Reader, readyReader } from '../../chem/index.js'
import { factsOf, parentOf, Prints } from '../../impact/index.js'
import type { Draft } from '../../matching/index.js'
import { comparisonBlocks, comparisonCsv, toMarkdown } from '../../report/answers/index.js'
import { comparisonJson, type ComparedFile, type Comparison } from '../../report/index.js'
import { comparisonText } from '../../report/text/index.js'
import { withColumnOptions, type ColumnOptions } from '../input/collection.js'
import { CannotRun } from '../cannot-run.js'
import { addedRule } from '../compare/added-rule.js'
import { assumedFrom } from '../compare/assumed-from.js'
import type { RowSelection } from '../compare/compare-rows.js'
import type { Measuring } from '../compare/file-set.js'
import { gather } from '../compare/gather.js'
import { readingsOf } from '../compare/readings-of.js'
import { RowSpool } from '../compare/row-spool.js'
import { withScenarioOptions, scenariosOf, type ScenarioOptions, type Scenarios } from '../compare/scenarios.js'
import { stopCodes, type Host } from '../host.js'
import { asDay } from '../options.js'
import { wantsColour } from '../output/colour.js'
import { formatOf, withOutput, withOutputOptions, type OutputOptions } from '../output/output-choice.js'
import { checkOverwrites, lawFiles, outputOf } from '../output/same-file.js'
import { textWidth } from '../output/text-width.js'
import { withSpeedOptions, type SpeedOptions } from '../run/speed-options.js'
import type { AddCommand } from './add-command.js'

/** Where a file says when a substance was first seen. */
const usualColumn = 'first_seen'

interface CompareOptions extends ScenarioOptions, ColumnOptions, OutputOptions, SpeedOptions {
  firstSeenCol: string
  assumeFrom?: string
  mustNotCover?: string[]
  color: boolean
}

export const addCompare: AddCommand = (program, host, done) => {
  const command = program
    .command('compare')
    .description(
      'Compares the same structures under two states of the law: two days, two jurisdictions, two editions, or with and without a proposed rule or one of your own.',
    )
    .argument('<file>', 'structures or recorded names (.smi .csv .tsv .sdf, also .gz); - reads stdin')
  withSpeedOptions(withOutputOptions(withColumnOptions(withScenarioOptions(command)), 'write one JSON object'))
    .option(
      '--first-seen-col <column>',
      'column with the day, month or year each was first seen; days uncontrolled are counted from then',
      usualColumn,
    )
    .addOption(
      new Option(
        '--assume-from <day>',
        'count assumed rules from this day on (default: their own first day)',
      ).argParser(asDay),
    )
    .addOption(
      new Option(
        '--must-not-cover <file>',
        'exit with 1 if a row of this file or set becomes controlled (can be repeated)',
      ).argParser((file: string, given: string[] = []) => [...given, file]),
    )
    .option('--no-color', 'no colour (also: NO_COLOR)')
    .action(async (file: string, options: CompareOptions) => done(await compare(file, options, host)))
}

async function compare(file: string, options: CompareOptions, host: Host): Promise<number> {
  const format = formatOf(options, host)
  const { mustNotCover = [], allowEmpty } = options
  checkOverwrites(
    [
      ...[file, ...mustNotCover].map((path) => ({ what: 'input', path })),
      ...lawFiles(options),
      ...lawFiles({ edition: options.againstEdition }),
    ],
    outputOf(options.output),
  )
  const scenarios = await scenariosOf(options, host)
  const from = assumedFrom(scenarios, options.assumeFrom)
  const draft = addedRule(scenarios)
  const measuring = await measuringFor(format, draft, scenarios)
  const wanted: Omit<RowSelection, 'firstSeen'> = {
    rows: format === 'text' || format === 'md' ? 'notable' : 'all',
    assumedFrom: from,
    draft: measuring && draft && { code: draft.code, rule: draft.rule.id },
  }
  const spools: RowSpool[] = []
  const gathered = (path: string, columns: ColumnOptions, firstSeen: string | null) => {
    const spool = new RowSpool()
    spools.push(spool)
    const reading = { ...columns, ...speedOf(options) }
    return gather(path, reading, scenarios, { ...wanted, firstSeen }, measuring, spool, host)
  }
  try {
    const input = await gathered(file, options, options.firstSeenCol.trim().toLowerCase())
    if (input.stopped !== null) return stopCodes[input.stopped]
    if (!input.columnFound && input.file.total > 0 && options.firstSeenCol !== usualColumn)
      throw new CannotRun(
        `${file}: no column ${options.firstSeenCol}; --first-seen-col names the one with the day, month or year`,
      )
    const others: ComparedFile[] = []
    for (const path of mustNotCover) {
      const other = await gathered(path, allowEmpty ? { allowEmpty } : {}, null)
      if (other.stopped !== null) return stopCodes[other.stopped]
      others.push(other.file)
    }
    const files = [input.file, ...others]
    const comparison: Comparison = {
      before: scenarios.before.run,
      after: scenarios.after.run,
      input: input.file,
      draft: measuring && draft && factsOf(draft, measuring.parent),
      readings: readingsFor(files, draft, scenarios),
      race: input.race.totals(scenarios, from),
      raced: input.race.raced,
      mustNotCover: others,
    }
    await writeComparison(comparison, format, options, host, async () => {
      const { comparisonPageOf } = await import('../compare/compare-page.js')
      return comparisonPageOf(comparison, spools[0]!.rows(), scenarios, from, await measuring!.prints.reader())
    })
    if (others.some((other) => other.becomes.controlled > 0)) return 1
    return files.some((other) => other.counts.unreadable.after > 0) ? 3 : 0
  } finally {
    for (const spool of spools) await spool.close()
  }
}

/** @param page the HTML page, in parts */
async function writeComparison(
  comparison: Comparison,
  format: ReturnType<typeof formatOf>,
  options: CompareOptions,
  host: Host,
  page: () => Promise<Iterable<string>>,
): Promise<void> {
  const text = {
    colour: options.output === undefined && wantsColour(host, host.stdout, options.color),
    width: textWidth(host),
  }
  await withOutput(options.output, host, async (output) => {
    if (format === 'html') for (const part of await page()) await output.write(part)
    else if (format === 'md') await output.write(toMarkdown(await comparisonBlocks(comparison)))
    else
      for await (const part of inLargerParts(
        format === 'csv'
          ? comparisonCsv(comparison)
          : format === 'json'
            ? comparisonJson(comparison)
            : comparisonText(comparison, text),
      ))
        await output.write(part)
  })
}

/** Sets are measured for a page, and in JSON where a rule is added. Null elsewhere. */
async function measuringFor(
  format: ReturnType<typeof formatOf>,
  draft: Draft | null,
  { after }: Scenarios,
): Promise<Measuring | null> {
  if (format !== 'html' && (format !== 'json' || draft === null)) return null
  return {
    prints: new Prints(readyReader(() => Reader.start())),
    by: draft ? 'draft' : 'changes',
    parent: draft && parentOf(after.law.edition, draft),
  }
}

function readingsFor(
  files: readonly ComparedFile[],
  draft: Draft | null,
  { before, after }: Scenarios,
): Comparison['readings'] {
  if (draft) return factsOf(draft, null).readings
  const sets = files.flatMap((f) => f.set ?? [])
  return readingsOf(sets, [before.law.edition, after.law.edition])
}

function speedOf({ workers, screen }: SpeedOptions): SpeedOptions {
  return { screen, ...(workers === undefined ? {} : { workers }) }
}

/** Short texts joined: each write takes a while. */
async function* inLargerParts(texts: AsyncIterable<string>): AsyncGenerator<string> {
  let held = ''
  for await (const text of texts) {
    held += text
    if (held.length < 65_536) continue
    yield held
    held = ''
  }
  if (held !== '') yield held
}
