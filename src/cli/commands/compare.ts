import { Option } from 'commander'
import { Reader } from '../../chem/index.js'
import { comparisonBlocks, comparisonCsv, toMarkdown } from '../../report/answers/index.js'
import { comparisonJson, type ComparedFile, type ComparedRow, type Comparison } from '../../report/index.js'
import { comparisonText, overreach } from '../../report/text/index.js'
import { hashOf, withColumnOptions, type ColumnOptions } from '../input/collection.js'
import { CannotRun } from '../cannot-run.js'
import { wantsColour } from '../output/colour.js'
import { compareFile } from '../compare/compare-file.js'
import type { Host } from '../host.js'
import type { AddCommand } from './add-command.js'
import { asDay } from '../options.js'
import { formatOf, withOutput, withOutputOptions, type OutputOptions } from '../output/output-choice.js'
import { assumedFrom, raceOf, totalsOf } from '../compare/days-uncontrolled.js'
import { checkOverwrites, lawFiles, outputOf } from '../output/same-file.js'
import { withScenarioOptions, scenariosOf, type ScenarioOptions, type Scenarios } from '../compare/scenarios.js'
import { textWidth } from '../output/text-width.js'

/** Where a file says when a substance was first seen. */
const usualColumn = 'first_seen'

interface CompareOptions extends ScenarioOptions, ColumnOptions, OutputOptions {
  firstSeenCol: string
  assumeFrom?: string
  mustNotCover?: string
  color: boolean
}

export const addCompare: AddCommand = (program, host, done) => {
  const command = program
    .command('compare')
    .description(
      'Compares the same structures under two states of the law: two days, two jurisdictions, two editions, or with and without a proposed rule or one of your own.',
    )
    .argument('<file>', 'structures or recorded names (.smi .csv .tsv .sdf, also .gz); - reads stdin')
  withOutputOptions(withColumnOptions(withScenarioOptions(command)), 'write one JSON object')
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
    .option('--must-not-cover <file>', 'exit with 1 if a row of this file becomes controlled')
    .option('--no-color', 'no colour (also: NO_COLOR)')
    .action(async (file: string, options: CompareOptions) => done(await compare(file, options, host)))
}

async function compare(file: string, options: CompareOptions, host: Host): Promise<number> {
  const format = formatOf(options, host)
  const read = [file, ...(options.mustNotCover === undefined ? [] : [options.mustNotCover])].map((path) => ({
    what: 'input',
    path,
  }))
  checkOverwrites(
    [...read, ...lawFiles(options), ...lawFiles({ edition: options.againstEdition })],
    outputOf(options.output),
  )
  const reader = await Reader.start()
  const scenarios = await scenariosOf(options, reader, host)
  const from = assumedFrom(scenarios, options.assumeFrom)
  const rows: ComparedRow[] = []
  const texts: (string | null)[] = []
  let columnFound = false
  for await (const { row, fields, text } of compareFile(file, options, scenarios, reader, host)) {
    const cell = fields.find(([name]) => name.trim().toLowerCase() === options.firstSeenCol.trim().toLowerCase())
    const seen = cell?.[1].trim()
    columnFound ||= cell !== undefined
    texts.push(text)
    rows.push(
      seen && text !== null
        ? { ...row, race: raceOf(seen, text, `${file} row ${row.ref.index}`, scenarios, from, reader) }
        : row,
    )
  }
  if (!columnFound && rows.length > 0 && options.firstSeenCol !== usualColumn)
    throw new CannotRun(
      `${file}: no column ${options.firstSeenCol}; --first-seen-col names the one with the day, month or year`,
    )
  const mustNotCover =
    options.mustNotCover === undefined ? null : await wholeFile(options.mustNotCover, scenarios, reader, host)
  const comparison: Comparison = {
    before: scenarios.before.run,
    after: scenarios.after.run,
    input: { file, sha256: await hashOf(file), rows },
    race: totalsOf(rows, scenarios, from),
    mustNotCover,
  }
  const text = {
    colour: options.output === undefined && wantsColour(host, host.stdout, options.color),
    width: textWidth(host),
  }
  await withOutput(options.output, host, async (output) => {
    if (format === 'html') {
      const { comparisonPageOf } = await import('../compare/compare-page.js')
      for (const part of await comparisonPageOf(comparison, texts, scenarios, from, reader)) await output.write(part)
    } else if (format === 'csv') await output.write(comparisonCsv(comparison))
    else if (format === 'md') await output.write(toMarkdown(comparisonBlocks(comparison)))
    else
      await output.write(
        format === 'json' ? `${JSON.stringify(comparisonJson(comparison))}\n` : comparisonText(comparison, text),
      )
  })
  if (mustNotCover && overreach(mustNotCover.rows).length > 0) return 1
  return [...rows, ...(mustNotCover?.rows ?? [])].some((r) => r.after === 'unreadable') ? 3 : 0
}

async function wholeFile(file: string, scenarios: Scenarios, reader: Reader, host: Host): Promise<ComparedFile> {
  const rows: ComparedRow[] = []
  for await (const { row } of compareFile(file, {}, scenarios, reader, host)) rows.push(row)
  return { file, sha256: await hashOf(file), rows }
}
