import { InvalidArgumentError, Option, type Command } from 'commander'
import { furtherKinds, isRealDay, ordinaryKinds, type Control } from '../law/index.js'
import type { InputFormat, RowFilter, Shard } from '../batch/index.js'
import type { Position, Query } from '../matching/index.js'
import { jurisdictionCode, kindsNamed } from '../identifiers/index.js'

/**
 * Values of `--fail-on`. `controlled` is listed or class; `mismatch` is a row whose name or number disagrees with its
 * structure; `stale` is a law that was reviewed too long ago.
 */
export const failures = ['listed', 'class', 'controlled', 'undecided', 'unreadable', 'mismatch', 'stale'] as const
export type FailOn = (typeof failures)[number]

/** The options of all commands: a name means the same wherever it is given. `F` are the formats of a command. */
export interface Options<F extends string = string> {
  all?: boolean
  allowEmpty?: boolean
  asOf?: string
  against?: string[]
  assume?: string[]
  assumeFrom?: string
  baseline?: string
  bom?: boolean
  check?: boolean
  color: boolean
  columns?: Columns
  /** A folder of records, used instead of an edition. */
  data?: string
  edition?: string
  /** The edition that the settings file expects. */
  expectedEdition?: { readonly id?: string; readonly sha256?: string; readonly by: string }
  explain?: boolean
  failOn?: FailOn[]
  firstSeen?: string
  fix?: boolean
  format?: F
  header: boolean
  identify?: 'all' | 'found' | 'controlled' | 'listed'
  ignoreDates?: boolean
  inputFormat?: InputFormat
  json?: boolean
  jurisdiction?: string[]
  key?: string
  kinds?: Control[]
  language?: string
  limit?: { readonly [what in 'body' | 'rows' | 'open' | 'row-ms']: number }
  lint?: boolean
  list?: string[]
  log?: boolean
  lookup?: boolean
  /** Days after its review from which a law counts as stale, by the settings; a year if they do not say. */
  maxAge?: number
  only?: RowFilter
  others?: boolean
  output?: string
  parent?: string
  /** The shard, from `shard` and the environment. */
  part?: Shard
  port?: { readonly host: string; readonly port: number }
  /** As given; `positions` is what it says. */
  position?: string[]
  positions?: Position[]
  quiet?: boolean
  readings?: 'all' | 'seen' | 'none'
  resume?: boolean
  rule?: string[]
  runInfo?: string
  screen: boolean
  setCountsAs?: 'strongest' | 'weakest'
  /** True if the environment determines the shard, with null if it determines the part alone. */
  shard?: { readonly part: number | null; readonly of: number } | true
  sheet?: string
  statement?: boolean
  shipped?: boolean
  similar?: number | true
  since?: string
  suggest?: string
  unverifiedEdition?: boolean
  waivers?: string
  workers?: number
  write?: string
}

/** Options of which a command always has some. */
export type Given<K extends keyof Options, F extends string = string> = Options<F> & Required<Pick<Options<F>, K>>

/** What a column can hold that is named. */
export const columnKinds = ['smiles', 'inchi', 'inchikey', 'cas', 'name', 'id'] as const

/** Which column holds what, by name or number from 1. */
type Columns = { readonly [kind in (typeof columnKinds)[number]]?: string }

/** How a file is read. */
export type FileChoice = Pick<Options, 'allowEmpty' | 'columns' | 'inputFormat' | 'sheet'>

/** What chooses an edition. */
export type EditionChoice = Pick<Options, 'data' | 'edition' | 'expectedEdition' | 'unverifiedEdition'>

/** What chooses the law, and the day. */
export type LawChoice = EditionChoice &
  Pick<Options, 'asOf' | 'assume' | 'jurisdiction' | 'kinds' | 'positions' | 'readings' | 'rule' | 'setCountsAs'>

/** The options shared by commands that judge structures on a day. */
export function withLawOptions(command: Command): Command {
  return withLawChoice(
    withPositions(command).option('--as-of <day>', 'apply the law of this day (YYYY-MM-DD; default: today)', asDay),
  )
    .option(
      '--fail-on <verdicts>',
      `exit with 1 when one of these occurs: ${failures.join(', ')} (law reviewed over a year ago, or over maxAge ` +
        'days of the settings)',
      asFailures,
    )
    .addOption(
      new Option(
        '--set-counts-as <member>',
        'which member decides for a set of structures in --fail-on, filters and counts (default: strongest)',
      ).choices(['strongest', 'weakest']),
    )
}

/** The options of commands that write a row for each record: what the rows hold. */
export function withContent(command: Command): Command {
  return command
    .addOption(
      new Option(
        '--identify <which>',
        'structures that get canonical SMILES and InChIKey; found are also undecided ones (default: controlled)',
      ).choices(['all', 'found', 'controlled', 'listed']),
    )
    .option('--explain', 'add near misses and rules set aside')
}

/** The options of commands that judge many structures. */
export function withSpeedOptions(command: Command): Command {
  return command
    .option('--workers <n>', 'threads (default: one less than there are processors; 1 for small inputs)', asCount)
    .option('--no-screen', 'check every structure in full, without the quick screen; the rows are the same')
}

export function withAllowEmpty(command: Command): Command {
  return command.option('--allow-empty', 'accept input without rows')
}

export function withColumns(command: Command): Command {
  return command.option(
    '--columns <list>',
    `which column, field or SD property holds what, by name or number from 1: smiles=A,cas=B ` +
      `(${columnKinds.join(', ')}; default: guessed from the header)`,
    asColumns,
  )
}

/** A comma is part of a name unless the next kind follows it. */
function asColumns(text: string, before: Columns = {}): Columns {
  const next = new RegExp(`,(?=\\s*(?:${columnKinds.join('|')})=)`)
  const parts = text.split(next).map((part) => /^\s*([a-z]+)=(.+)$/s.exec(part))
  const own = parts.map((part) => [columnKinds.find((kind) => kind === part?.[1]), part?.[2]] as const)
  if (own.some(([kind]) => kind === undefined))
    throw new InvalidArgumentError(`expected KIND=COLUMN, comma-separated; kinds are ${columnKinds.join(', ')}.`)
  return { ...before, ...Object.fromEntries(own) }
}

/** The option of commands that judge records which may give a day each. */
export function withOwnDays(command: Command): Command {
  return command.option(
    '--ignore-dates',
    'judge all rows by the law of --as-of, although a column as_of (or field asOf) gives a day for each',
  )
}

export function withLawChoice(command: Command): Command {
  return withEdition(
    withJurisdictions(command)
      .option(
        '--assume <rules>',
        'treat these class rules as in force, although they are proposed or not in force',
        asList,
      )
      .option(
        '--rule <file>',
        'add your own class rule and treat it as in force; CN=draft.json names the jurisdiction it belongs to; can ' +
          'be repeated',
        collect,
      )
      .option(
        '--kinds <kinds>',
        `only these kinds of control, comma-separated, or all: ${ordinaryKinds.join(', ')} (these are the default), ` +
          `${furtherKinds.join(', ')}`,
        (text: string) => kindsNamed([text]),
      ),
  )
}

export function withJurisdictions(command: Command): Command {
  return command.option(
    '-j, --jurisdiction <codes>',
    'only these, comma-separated, by code or name (CN,US or China,USA), or all',
    asCodes,
  )
}

/** The options that choose an edition of the law data. */
export function withEdition(command: Command): Command {
  return command
    .option(
      '--edition <file>',
      'law data to use instead of the shipped edition: a file, or the name of a package that has it',
    )
    .option('--unverified-edition', 'use an edition that was changed after it was compiled; every answer says so')
    .addOption(
      new Option(
        '--data <folder>',
        'your own law records, on top of the shipped ones, checked and compiled for this run (takes some seconds)',
      ).conflicts('edition'),
    )
}

/** `-j all`: every law, also where the settings name some. */
export const everyLaw = 'ALL'

/** The option of commands whose answers may rest on the user's answers to open questions. */
export function withPositions(command: Command): Command {
  return command
    .option(
      '--position <answer>',
      'answer an open question of the law: QUESTION=yes, no, controlled or "not controlled", or a file of answers ' +
        '(.json, .csv); can be repeated; see coverage questions',
      collect,
    )
    .addOption(
      new Option(
        '--readings <which>',
        'recorded readings of open questions (by the examples of an item, by an authority, by a fact) that count: ' +
          'all, those whose source was seen, or none (default: seen)',
      ).choices(['all', 'seen', 'none']),
    )
}

/** @param own ids of the user rules, which are treated as assumed rules */
export function queryOf(options: LawChoice, today: string, own: readonly string[]): Query {
  const assume = [...(options.assume ?? []), ...own]
  const asOf = options.asOf ?? today
  const jurisdictions = options.jurisdiction?.includes(everyLaw) ? undefined : options.jurisdiction
  return {
    asOf,
    ...(options.kinds ? { kinds: options.kinds } : {}),
    ...(asOf > today ? { future: true } : {}),
    ...(jurisdictions ? { jurisdictions } : {}),
    ...(assume.length > 0 ? { assume } : {}),
    ...(options.setCountsAs === 'weakest' ? { setsCountAs: 'weakest' as const } : {}),
    ...(options.positions?.length ? { positions: options.positions } : {}),
    ...(options.readings && options.readings !== 'seen' ? { readings: options.readings } : {}),
  }
}

/**
 * Exit code for the verdicts that occurred: 1 if `--fail-on` matched, 3 for unreadable input that it does not mention.
 */
export function exitCode(occurred: ReadonlySet<string>, failOn: readonly FailOn[] | undefined): 0 | 1 | 3 {
  const hit = (f: FailOn) => (f === 'controlled' ? occurred.has('listed') || occurred.has('class') : occurred.has(f))
  if (failOn?.some(hit)) return 1
  return occurred.has('unreadable') && !failOn?.includes('unreadable') ? 3 : 0
}

export function asDay(text: string): string {
  if (!isRealDay(text)) throw new InvalidArgumentError('expected a day that exists, written YYYY-MM-DD.')
  return text
}

export function collect(text: string, before: readonly string[] = []): string[] {
  return [...before, text]
}

/** @param before value of the same option earlier on the line: repeated options add up */
export function asList(text: string, before: readonly string[] = []): string[] {
  const own = text.split(',').flatMap((part) => part.trim() || [])
  // A variable that a script left unset: as an empty list, it would query no law and find nothing.
  if (own.length === 0) throw new InvalidArgumentError('expected one or more, comma-separated; nothing is given.')
  return [...before, ...own]
}

export function asCodes(text: string, before: readonly string[] = []): string[] {
  return [...before, ...asList(text).map(jurisdictionCode)]
}

/** A number from 1 up. */
export function asCount(text: string): number {
  if (!/^[1-9]\d{0,3}$/.test(text)) throw new InvalidArgumentError('expected a number from 1 to 9999.')
  return Number(text)
}

export function asFailures(text: string, before: readonly FailOn[] = []): FailOn[] {
  const own = asList(text).map((part) => {
    const found = failures.find((f) => f === part)
    if (!found) throw new InvalidArgumentError(`expected one or more of ${failures.join(', ')}.`)
    return found
  })
  return [...before, ...own]
}
