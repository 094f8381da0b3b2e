import { Option, type Command } from 'commander'
import {
  jsonLines,
  type ExpectedLine,
  type Flaw,
  type LintedLine,
  Repeats,
  type Source,
  type UnmetExpectation,
} from '../../batch/index.js'
import { Reader } from '../../chem/index.js'
import type { Finding, LawIndex, Query } from '../../matching/index.js'
import {
  buildReport,
  failed,
  inspectionWords as words,
  type CaseResult,
  type Inspection,
  type Issue,
} from '../../report/index.js'
import { inspectionText } from '../../report/documents.js'
import { askedLaw } from '../asked-law.js'
import { CannotRun, stopCodes, type AddCommand, type Host } from '../host.js'
import { hashOf, openCollection, withColumnOptions, checkRows } from '../input/collection.js'
import { wantsColour } from '../output/terminal.js'
import { asDay, withLawChoice, withPositions, type Given, withSpeedOptions } from '../options.js'
import { AgeWarnings } from '../output/warnings.js'
import { checkOverwrites, lawFiles } from '../output/same-file.js'
import { Output } from '../output/output.js'
import { runInfo, tool } from '../output/run-info.js'
import { runWork } from '../run/run-work.js'

const formats = ['plain', 'sarif', 'junit', 'github'] as const
type Format = (typeof formats)[number]

/** Options given on the command line that have no effect without verdicts, or without a report. */
const ofVerdicts = ['asOf', 'jurisdiction', 'assume', 'rule', 'position', 'kinds']
const ofReports = ['format', 'lint']

export const add: AddCommand = (program, host, done) => {
  const expect = program
    .command('expect')
    .description(
      'Checks a table of expected verdicts, like a test run. Columns: structure (or smiles, inchi, inchikey, cas, ' +
        'name), expected, and optionally jurisdiction, as_of, clause, id.',
    )
    .argument('<file...>', 'tables (.csv .tsv); with --lint any structures (.smi .sdf ...)')
  withSpeedOptions(withColumnOptions(withLawChoice(withPositions(expect))))
    .option('--as-of <day>', 'day for rows that have no as_of (default: today)', asDay)
    .option(
      '--lint',
      'check the structures themselves: rows that cannot be read, substances that occur twice, names recorded with ' +
        'another structure; a table need not expect anything',
    )
    .option(
      '--write <file>',
      'save the current answers as expectations in this file (.csv), instead of checking any; without ' +
        '--as-of they are expected on every day',
    )
    .addOption(new Option('--format <format>', 'output format').choices(formats).default('plain'))
    .option('--no-color', 'no colour (also: NO_COLOR)')
    .action(async (files: string[], options: Given<'format', Format>, command: Command) => {
      const refuse = (names: readonly string[], why: string) => {
        const given = command.options.filter((o) => names.includes(o.attributeName()) && isGiven(command, o))
        const named = given.map((o) => o.long!)
        if (named.length > 0) throw new CannotRun(words.noEffect(named, why))
      }
      const { write } = options
      if (write === undefined)
        return done(await inspect(files, options, host, () => refuse(ofVerdicts, words.onlyStructures)))
      refuse(ofReports, words.onlyWrites)
      done(await written(files, { ...options, write }, host))
    })
}

function isGiven(command: Command, option: Option): boolean {
  return command.getOptionValueSource(option.attributeName()) === 'cli'
}

/** `--write`: exit code 0, or that of a stop. */
async function written(
  files: readonly string[],
  options: Given<'format' | 'write', Format>,
  host: Host,
): Promise<number> {
  checkOverwrites({ input: files, ...lawFiles(options) }, { output: options.write })
  const { law, query, own } = await askedLaw(options, host)
  const { writeExpectations } = await import('../expect/write-expectations.js')
  const { rows, stopped } = await writeExpectations(files, options, law, query, own, host)
  if (stopped !== null) return stopCodes[stopped]
  checkRows(rows, files, options)
  return 0
}

/** @param checkStructuresOnly called where no verdict is asked: it refuses options of verdicts */
async function inspect(
  files: readonly string[],
  options: Given<'format', Format>,
  host: Host,
  checkStructuresOnly: () => void,
): Promise<number> {
  const { law, query } = await askedLaw(options, host)
  const age = new AgeWarnings(options.maxAge)
  const output = new Output(host.stdout)
  if (files.length > 1 && (options.format === 'sarif' || options.format === 'junit'))
    throw new CannotRun(`--format ${options.format} writes one document; give one file`)
  let clean = true
  for (const file of files) {
    const opened = await begun(openCollection(file, options, host, options.lint))
    const expects = opened.columns.includes('expected')
    if (!expects && !options.lint && !opened.isEmpty)
      throw new CannotRun(`${file}: no column named expected; columns: ${opened.columns.join(', ') || 'none'}`)
    if (!expects && options.lint) checkStructuresOnly()
    if (expects && options.lint && file === '-')
      throw new CannotRun('--lint reads a table with expectations a second time; give a file instead of -')
    // Each row of a set is looked at by itself; what the set is expected to be is asked of all its rows together.
    const whole = options.lint ? openCollection(file, options, host) : opened.source
    const expected = expects ? await expectedIn(whole, law, query, options, age, host) : null
    if (expected && expected.stopped !== null) return stopCodes[expected.stopped]
    const linted = options.lint ? await lintedIn(opened.source, law, !expects, options, host) : null
    if (linted && linted.stopped !== null) return stopCodes[linted.stopped]
    const rows = expected?.rows ?? linted?.rows ?? 0
    checkRows(rows, [file], options)
    const cases = joined(expected?.cases ?? [], linted?.cases ?? []).map((own) => ({ file, ...own }))
    const inspection: Inspection = {
      file,
      suite: expects ? 'expect' : 'expect --lint',
      rows,
      cases,
      tool: tool(),
      edition: runInfo(law, query).edition,
      sha256: await hashOf(file),
    }
    await output.write(
      options.format === 'plain'
        ? inspectionText(inspection, wantsColour(host, host.stdout, options.color))
        : buildReport(options.format, inspection),
    )
    clean &&= !cases.some(failed)
  }
  age.write(host)
  return clean ? 0 : 1
}

/** A collection of which the first rows are read, so that its columns are known. */
async function begun(source: Source) {
  const chunks = source.chunks[Symbol.asyncIterator]()
  const first = await chunks.next()
  async function* all(): Source['chunks'] {
    if (first.done) return
    yield first.value
    yield* { [Symbol.asyncIterator]: () => chunks }
  }
  return {
    columns: (source.notes.columns ?? []).map((c) => c.trim().toLowerCase()),
    isEmpty: first.done === true,
    source: { ...source, chunks: all() },
  }
}

type RowCase = Omit<CaseResult, 'file'>

/** Checks each row of a table against what it expects. Rows without issues are only counted unless requested. */
async function expectedIn(
  source: Source,
  law: LawIndex,
  query: Query,
  options: Given<'format', Format>,
  age: AgeWarnings,
  host: Host,
) {
  const cases: RowCase[] = []
  const known = new Set<string>()
  const done = await runWork({
    source,
    speed: options,
    edition: law.edition,
    setup: {
      kind: 'expect',
      base: query,
      today: host.today,
      all: options.format === 'junit' || options.lint === true,
      screen: options.screen,
    },
    host,
    counted({ queries = [] }) {
      for (const own of queries) {
        const key = JSON.stringify(own)
        if (!known.has(key)) age.add(law, own)
        known.add(key)
      }
    },
    async write(bytes) {
      for (const { unmet, ...place } of jsonLines<ExpectedLine>(bytes))
        cases.push({ ...place, issues: unmet.map(issueOfUnmet) })
    },
  })
  return { ...done, cases }
}

/** Checks the structures of a file themselves, and compares each with those before it. */
async function lintedIn(source: Source, law: LawIndex, once: boolean, options: Given<'format', Format>, host: Host) {
  const all = options.format === 'junit' || !once
  const cases: RowCase[] = []
  let reader: Promise<Reader> | null = null
  const repeats = new Repeats(() => (reader ??= Reader.start()), law)
  const done = await runWork({
    source,
    speed: options,
    edition: law.edition,
    setup: { kind: 'lint', once, all, screen: options.screen },
    host,
    async write(bytes) {
      for (const linted of jsonLines<LintedLine>(bytes)) {
        const { before, after, compared, ...place } = linted
        const flaws = [...before, ...(compared ? await repeats.of(place, compared) : []), ...after]
        if (all || flaws.length > 0) cases.push({ ...place, issues: flaws.map(issueOfFlaw) })
      }
    },
  })
  return { ...done, cases }
}

function joined(expected: readonly RowCase[], linted: readonly RowCase[]): readonly RowCase[] {
  if (expected.length === 0 || linted.length === 0) return [...expected, ...linted]
  const wanted = new Map(expected.map((own) => [own.row, own.issues]))
  return linted.map((own) => ({ ...own, issues: [...(wanted.get(own.row) ?? []), ...own.issues] }))
}

function issueOfUnmet({ rule, message, finding }: UnmetExpectation): Issue {
  const law = deciding(finding)
  return {
    rule: law === null ? rule : `${rule}/${law}`,
    reads: words[rule],
    url: finding && 'url' in finding ? finding.url : null,
    level: 'error',
    message,
  }
}

function issueOfFlaw({ rule, level, message }: Flaw): Issue {
  return { rule: `structure/${rule}`, reads: words[rule], url: null, level, message }
}

function deciding(finding: Finding | null): string | null {
  return finding?.kind === 'class'
    ? finding.ruleId
    : finding?.kind === 'listed'
      ? finding.list
      : finding?.kind === 'gap'
        ? finding.gap
        : null
}
