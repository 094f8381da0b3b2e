import { Option } from 'commander'
import type { Reader } from '../../chem/index.js'
import { FileProblem } from '../../batch/index.js'
import type { Resolver } from '../../identifiers/index.js'
import { checkQuery, type Finding, type Query } from '../../matching/index.js'
import {
  emptyWords,
  failed,
  githubAnnotations,
  inspectionWords as words,
  junit,
  sarif,
  type CaseResult,
  type Inspection,
  type Issue,
} from '../../report/index.js'
import { inspectionText } from '../../report/text/index.js'
import { answerTo, resolverFor } from '../input/answer.js'
import { CannotRun } from '../cannot-run.js'
import {
  hashOf,
  openCollection,
  withColumnOptions,
  type Collection,
  type ColumnOptions,
  type Placed,
} from '../input/collection.js'
import { wantsColour } from '../output/colour.js'
import { expectationOf, unmetBy, type Unmet } from '../input/expectation.js'
import type { Host } from '../host.js'
import { readerAndLaw } from '../law-files/law-file.js'
import { RowLinter, type Flaw } from '../input/lint-rows.js'
import type { AddCommand } from './add-command.js'
import { asDay, queryOf, withEdition, withLawChoice, type LawChoice } from '../options.js'
import { AgeWarnings } from '../output/warn-of-age.js'
import { Output } from '../output/output.js'
import { ownRules } from '../law-files/own-rules.js'
import { runInfo, version } from '../output/run-info.js'

const formats = ['plain', 'sarif', 'junit', 'github'] as const

interface InspectOptions extends LawChoice, ColumnOptions {
  asOf?: string
  lint?: boolean
  allowEmpty?: boolean
  format: (typeof formats)[number]
  color: boolean
}

export const addExpect: AddCommand = (program, host, done) => {
  const expect = program
    .command('expect')
    .description(
      'Checks a table of expected verdicts, like a test run. Columns: structure (or smiles, inchi, inchikey, cas, name), expected, and optionally jurisdiction, as_of, clause, id.',
    )
    .argument('<file...>', 'tables (.csv .tsv)')
  withFormat(withColumnOptions(withLawChoice(expect)))
    .addOption(new Option('--as-of <day>', 'the day for rows without as_of (default: today)').argParser(asDay))
    .option('--allow-empty', 'a table without any row is no error')
    .option('--lint', 'check the structures themselves too, as lint-dataset does')
    .action(async (files: string[], options: InspectOptions) => done(await inspect('expect', files, options, host)))
  const lint = program
    .command('lint-dataset')
    .description(
      'Checks the structures of a file themselves: rows that cannot be read, substances that occur twice, names recorded with another structure.',
    )
    .argument('<file...>', 'structures (.smi .csv .tsv .sdf, also .gz)')
  withFormat(withColumnOptions(withEdition(lint))).action(async (files: string[], options: InspectOptions) =>
    done(await inspect('lint-dataset', files, options, host)),
  )
}

function withFormat(command: ReturnType<typeof withColumnOptions>) {
  return command
    .addOption(new Option('--format <format>', 'output format').choices(formats).default('plain'))
    .option('--no-color', 'no colour (also: NO_COLOR)')
}

async function inspect(
  suite: 'expect' | 'lint-dataset',
  files: readonly string[],
  options: InspectOptions,
  host: Host,
): Promise<number> {
  const own = await ownRules(options.rule)
  const [reader, shipped] = await readerAndLaw(options)
  const law = own.over(shipped, reader)
  const resolver = resolverFor(law, reader)
  const query = queryOf(options, host.today, own.ids)
  checkQuery(law, query)
  const age = new AgeWarnings()
  const output = new Output(host.stdout)
  if (files.length > 1 && (options.format === 'sarif' || options.format === 'junit'))
    throw new CannotRun(`--format ${options.format} writes one document; give one file`)
  let clean = true
  for (const file of files) {
    const collection = openCollection(file, options, host)
    const linter =
      suite === 'lint-dataset' || options.lint ? new RowLinter(reader, resolver, suite === 'lint-dataset') : null
    const check =
      suite === 'expect'
        ? (placed: Placed) => unmetIn(placed, collection, resolver, query, host.today, age)
        : async () => []
    const cases = await casesOf(collection, reader, async (placed, id) => [
      ...(await check(placed)).map((u) => issueOfUnmet(u)),
      ...((await linter?.flawsOf(placed, id)) ?? []).map(issueOfFlaw),
    ])
    if (suite === 'expect' && cases.length === 0 && !options.allowEmpty) throw new CannotRun(emptyWords([file]))
    const inspection: Inspection = {
      file,
      suite,
      cases,
      tool: { name: 'coverage', version: version() },
      edition: runInfo(law, query).edition,
      sha256: await hashOf(file),
    }
    await output.write(textOf(inspection, options, wantsColour(host, host.stdout, options.color)))
    clean &&= !cases.some(failed)
  }
  age.write(host)
  return clean ? 0 : 1
}

type Found = Pick<Issue, 'rule' | 'reads' | 'url' | 'level' | 'message'>

async function casesOf(
  collection: Collection,
  reader: Reader,
  look: (placed: Placed, id: string) => Promise<Found[]>,
): Promise<CaseResult[]> {
  const cases: CaseResult[] = []
  try {
    for await (const placed of collection.records) {
      await reader.ready()
      const { record, line } = placed
      const id = record.name ?? `row-${record.row}`
      const found = await look(placed, id)
      cases.push({
        row: record.row,
        id,
        line,
        issues: found.map((own) => ({ ...own, file: collection.file, line, row: record.row, id })),
      })
    }
  } catch (error) {
    if (error instanceof FileProblem) throw new CannotRun(error.message)
    throw error
  }
  return cases
}

async function unmetIn(
  { record }: Placed,
  { file, source }: Collection,
  resolver: Resolver,
  base: Query,
  today: string,
  age: AgeWarnings,
): Promise<Unmet[]> {
  const columns = (source.notes.columns ?? []).map((c) => c.trim().toLowerCase())
  if (!columns.includes('expected'))
    throw new CannotRun(`${file}: no column named expected; columns: ${columns.join(', ') || 'none'}`)
  const field = (name: string) => record.fields[columns.indexOf(name)]?.[1].trim() ?? ''
  const wanted = expectationOf(field, resolver.law, base.asOf)
  if ('rule' in wanted) return [wanted]
  const query: Query = {
    ...base,
    asOf: wanted.asOf,
    future: wanted.asOf > today,
    ...(wanted.jurisdictions ? { jurisdictions: wanted.jurisdictions } : {}),
  }
  const answer = record.problem
    ? ({ kind: 'unreadable', problem: record.problem } as const)
    : (await answerTo({ ...record.identifiers, structure: record.text, lookUp: true }, resolver, query)).answer
  if (answer.kind === 'judged') age.add(query, answer.judgement)
  return unmetBy(answer, wanted)
}

function issueOfUnmet({ rule, message, finding }: Unmet): Found {
  const law = lawOf(finding)
  return {
    rule: law === null ? rule : `${rule}/${law}`,
    reads: words[rule],
    url: finding && 'url' in finding ? finding.url : null,
    level: 'error',
    message,
  }
}

function issueOfFlaw({ rule, level, message }: Flaw): Found {
  return { rule: `structure/${rule}`, reads: words[rule], url: null, level, message }
}

function lawOf(finding: Finding | null): string | null {
  return finding?.kind === 'class'
    ? finding.ruleId
    : finding?.kind === 'listed'
      ? finding.list
      : finding?.kind === 'gap'
        ? finding.gap
        : null
}

function textOf(inspection: Inspection, { format }: InspectOptions, colour: boolean): string {
  switch (format) {
    case 'plain':
      return inspectionText(inspection, colour)
    case 'sarif':
      return `${JSON.stringify(sarif(inspection), null, 2)}\n`
    case 'junit':
      return junit(inspection)
    case 'github':
      return githubAnnotations(inspection)
  }
}
