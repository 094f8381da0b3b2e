import { Option } from 'commander'
import { Reader } from '../../chem/index.js'
import { comparisonBlocks, comparisonCsv, toMarkdown } from '../../report/answers/index.js'
import { comparisonJson, type ComparedFile, type Comparison, type RacedRow } from '../../report/index.js'
import { becomesControlled, comparisonText } from '../../report/text/index.js'
import { hashOf, withColumnOptions, type ColumnOptions } from '../input/collection.js'
import { CannotRun } from '../cannot-run.js'
import { wantsColour } from '../output/colour.js'
import { compareRows, type Wanted } from '../compare/compare-rows.js'
import { RowSpool } from '../compare/row-spool.js'
import { stopCodes, type Host, type Stop } from '../host.js'
import type { AddCommand } from './add-command.js'
import { asDay } from '../options.js'
import { formatOf, withOutput, withOutputOptions, type OutputOptions } from '../output/output-choice.js'
import { assumedFrom, totalsOf } from '../compare/days-uncontrolled.js'
import { checkOverwrites, lawFiles, outputOf } from '../output/same-file.js'
import { withScenarioOptions, scenariosOf, type ScenarioOptions, type Scenarios } from '../compare/scenarios.js'
import { withSpeedOptions, type SpeedOptions } from '../run/speed-options.js'
import { textWidth } from '../output/text-width.js'

/** Where a file says when a substance was first seen. */
const usualColumn = 'first_seen'

interface CompareOptions extends ScenarioOptions, ColumnOptions, OutputOptions, SpeedOptions {
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
  const scenarios = await scenariosOf(options, host)
  const from = assumedFrom(scenarios, options.assumeFrom)
  const rows = format === 'text' || format === 'md' ? 'notable' : 'all'
  const firstSeen = options.firstSeenCol.trim().toLowerCase()
  const spools: RowSpool[] = []
  const gathered = async (path: string, columns: ColumnOptions, seen: string | null) => {
    const spool = new RowSpool()
    spools.push(spool)
    return gather(
      path,
      { ...columns, ...speedOf(options) },
      scenarios,
      { rows, firstSeen: seen, assumedFrom: from },
      spool,
      host,
    )
  }
  try {
    const input = await gathered(file, options, firstSeen)
    if (input.stopped !== null) return stopCodes[input.stopped]
    if (!input.columnFound && input.file.total > 0 && options.firstSeenCol !== usualColumn)
      throw new CannotRun(
        `${file}: no column ${options.firstSeenCol}; --first-seen-col names the one with the day, month or year`,
      )
    const other = options.mustNotCover === undefined ? null : await gathered(options.mustNotCover, {}, null)
    if (other && other.stopped !== null) return stopCodes[other.stopped]
    const comparison: Comparison = {
      before: scenarios.before.run,
      after: scenarios.after.run,
      input: input.file,
      race: totalsOf(input.raced, scenarios, from),
      raced: input.raced,
      mustNotCover: other?.file ?? null,
    }
    const text = {
      colour: options.output === undefined && wantsColour(host, host.stdout, options.color),
      width: textWidth(host),
    }
    await withOutput(options.output, host, async (output) => {
      if (format === 'html') {
        const { comparisonPageOf } = await import('../compare/compare-page.js')
        const page = await comparisonPageOf(comparison, spools[0]!.rows(), scenarios, from, await Reader.start())
        for (const part of page) await output.write(part)
      } else if (format === 'md') await output.write(toMarkdown(await comparisonBlocks(comparison)))
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
    if (other?.becomesControlled) return 1
    return input.file.counts.unreadable.after + (other?.file.counts.unreadable.after ?? 0) > 0 ? 3 : 0
  } finally {
    for (const spool of spools) await spool.close()
  }
}

interface Gathered {
  readonly file: ComparedFile
  readonly raced: readonly RacedRow[]
  readonly columnFound: boolean
  readonly becomesControlled: boolean
  readonly stopped: Stop | null
}

/** Compares all rows of a file, and keeps those wanted in a spool. */
async function gather(
  file: string,
  options: ColumnOptions & SpeedOptions,
  scenarios: Scenarios,
  wanted: Wanted,
  spool: RowSpool,
  host: Host,
): Promise<Gathered> {
  const raced: RacedRow[] = []
  let moved = 0
  let controlled = false
  const { rows, counts, stopped } = await compareRows(file, options, scenarios, wanted, host, async (row) => {
    if (row.notADay !== undefined)
      throw new CannotRun(
        `${file} row ${row.ref.index}: first_seen is ${JSON.stringify(row.notADay)}; expected YYYY, YYYY-MM or YYYY-MM-DD`,
      )
    if (row.moves.length > 0) moved++
    if (row.race) raced.push({ id: row.ref.id, race: row.race })
    controlled ||= becomesControlled(row)
    await spool.add(row)
  })
  const kinds = ['listed', 'class', 'undecided', 'uncontrolled', 'unreadable'] as const
  const totals = Object.fromEntries(
    kinds.map((kind) => [kind, { before: counts.before[kind], after: counts.after[kind] }]),
  ) as ComparedFile['counts']
  return {
    file: { file, sha256: await hashOf(file), counts: totals, total: rows, moved, rows: () => spool.rows() },
    raced,
    columnFound: counts.columnFound,
    becomesControlled: controlled,
    stopped,
  }
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
