import { Reader } from '../../chem/index.js'
import { Judge } from '../../batch/index.js'
import { checkQuery, UnknownName, type LawIndex, type Query } from '../../matching/index.js'
import { editionName, toJson, verifyWords as words } from '../../report/index.js'
import type { Result } from '../../report/result-schema.js'
import { printable } from '../../report/text/index.js'
import type { Difference } from '../../report/difference.js'
import { differences } from '../../report/still-holds.js'
import type { Given, Lookup, Resolver } from '../../identifiers/index.js'
import { inchiReader } from '../../batch/inchi-reader.js'
import { answerTo, resolverFor } from '../input/answer.js'
import type { Host } from '../host.js'
import { loadLaw, type EditionChoice } from '../law-files/law-file.js'
import type { AddCommand } from './add-command.js'
import { resultLines } from '../input/ndjson.js'
import { collect, withEdition } from '../options.js'
import { Output } from '../output/output.js'
import { ownRules } from '../law-files/own-rules.js'
import { runInfo, version } from '../output/run-info.js'

interface VerifyOptions extends EditionChoice {
  rule?: string[]
  json?: boolean
}

/** A law with what makes it quick to ask. */
interface Asked {
  readonly law: LawIndex
  readonly resolver: Resolver
  readonly judges: Map<string, Judge>
}

type State =
  | { readonly state: 'holds' }
  | { readonly state: 'differs'; readonly differences: readonly Difference[] }
  | { readonly state: 'not checked'; readonly why: string }

export const addVerify: AddCommand = (program, host, done) => {
  const command = program
    .command('verify')
    .description(
      'Re-checks every result in a file written by check --json or batch, and reports whether each row is still right.',
    )
    .argument('<results>', 'a result file (.ndjson, also .gz); - reads stdin')
    .option('--rule <file>', 'a rule file that was used in the run; can be repeated', collect)
    .option('--json', 'write one JSON object for each row')
  withEdition(command).action(async (file: string, options: VerifyOptions) => done(await verify(file, options, host)))
}

async function verify(file: string, options: VerifyOptions, host: Host): Promise<number> {
  const rules = await ownRules(options.rule)
  const reader = await Reader.start()
  const shipped = loadLaw(options)
  const plain = asked(shipped, reader)
  const own = rules.ids.length === 0 ? null : asked(rules.over(shipped, reader), reader)
  const output = new Output(host.stdout)
  const counts = { holds: 0, differs: 0, 'not checked': 0 }
  const others = new Map<string, number>()
  const versions = new Map<string, number>()
  for await (const { line, result, problem } of resultLines(file, host)) {
    let state: State = { state: 'not checked', why: problem ?? '' }
    if (result) {
      const chosen = (result.query.rules ?? []).length > 0 ? own : plain
      const missing = (result.query.rules ?? []).filter((id) => !rules.ids.includes(id))
      if (!chosen || missing.length > 0) state = { state: 'not checked', why: words.needsRules(missing) }
      else {
        if (result.edition.sha256 !== chosen.law.edition.sha256) count(others, editionName(result.edition))
        if (result.tool.version !== version()) count(versions, result.tool.version)
        await reader.ready()
        state = await stateOf(result, chosen, reader)
      }
    }
    counts[state.state]++
    if (options.json)
      await output.write(
        `${JSON.stringify({ line, index: result?.index ?? null, id: result?.id ?? null, ...state })}\n`,
      )
    else if (state.state !== 'holds')
      await output.write(
        `${printable(`${words.row(file, line, result?.id ?? null)}: ${state.state === 'differs' ? state.differences.map(words.difference).join('; ') : words.notChecked(state.why)}`)}\n`,
      )
  }
  const summary = [
    words.closing(counts.holds, counts.differs, counts['not checked'], editionName(shipped.edition)),
    ...[...others].map(([edition, n]) => words.otherEdition(n, edition)),
    ...[...versions].map(([v, n]) => words.otherVersion(n, v)),
  ].join('\n')
  if (options.json) host.stderr.write(`${summary}\n`)
  else await output.write(`${summary}\n`)
  return counts.differs > 0 ? 1 : counts['not checked'] > 0 ? 3 : 0
}

async function stateOf(stored: Result, { law, resolver, judges }: Asked, reader: Reader): Promise<State> {
  // What was echoed is not what was read.
  if (stored.problem?.code === 'too-long') return { state: 'not checked', why: words.cut }
  const query: Query = {
    asOf: stored.asOf,
    assume: stored.query.assume,
    precursors: stored.query.precursors,
    ...(stored.query.chemicalWeapons === false ? { chemicalWeapons: false } : {}),
    ...(stored.query.jurisdictions ? { jurisdictions: stored.query.jurisdictions } : {}),
  }
  try {
    checkQuery(law, query)
  } catch (error) {
    if (!(error instanceof UnknownName)) throw error
    return { state: 'not checked', why: `${error.message} in this edition` }
  }
  const ref = { index: stored.index, id: stored.id, input: stored.input }
  const run = runInfo(law, query, stored.query.rules)
  // Both columns that contradict each other would be needed.
  if (stored.problem?.code === 'contradiction') return { state: 'not checked', why: stored.problem.message }
  const given = givenBy(stored)
  const again = given
    ? await answerTo(given, resolver, query)
    : { answer: await batchAnswer(stored, query, law, judges, reader), lookup: null }
  const found = differences(stored, toJson(ref, again.answer, run, { explain: false }, again.lookup) as Result)
  return found.length === 0 ? { state: 'holds' } : { state: 'differs', differences: found }
}

/** What was looked up for a result; null for a row of a batch in which a structure was given. */
function givenBy({ row, input, lookup, problem }: Result): Given | null {
  if (row === undefined) return { structure: input, lookUp: true }
  const by = lookup?.by ?? (problem ? lookedUpBy[problem.code] : undefined)
  if (by === undefined) return null
  return by === 'code' ? { structure: input, lookUp: true } : { [by]: input, lookUp: false }
}

const lookedUpBy: Partial<Record<NonNullable<Result['problem']>['code'], Lookup['by']>> = {
  'unknown-name': 'name',
  'unknown-cas': 'cas',
  'bad-cas': 'cas',
  'unknown-inchikey': 'inchikey',
  'shared-name': 'code',
  inchi: 'inchi',
}

/** A row of a batch is asked again as a batch asks, which reads no names. */
async function batchAnswer(stored: Result, query: Query, law: LawIndex, judges: Map<string, Judge>, reader: Reader) {
  const key = JSON.stringify(query)
  const judge =
    judges.get(key) ??
    new Judge(async () => reader, law, query, { identify: 'all', lookUp: false, inchi: inchiReader() })
  judges.set(key, judge)
  return (
    await judge.judge(
      { row: stored.row!, name: stored.id, text: stored.input, problem: null, fields: [] },
      stored.index,
    )
  ).assessment
}

function asked(law: LawIndex, reader: Reader): Asked {
  return { law, resolver: resolverFor(law, reader), judges: new Map() }
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}
