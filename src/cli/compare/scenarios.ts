import { existsSync } from 'node:fs'
import type { Command } from 'commander'
import { isRealDay, type Day } from '../../law/index.js'
import { checkQuery, type LawIndex, type Query, type Draft } from '../../matching/index.js'
import type { RunInfo } from '../../report/index.js'
import { CannotRun, type Host } from '../host.js'
import { editionFile, lawOf, loadLaw } from '../law-files/law-file.js'
import { asCodes, asDay, asList, everyLaw, queryOf, withLawChoice, withPositions, type Options } from '../options.js'
import { userRules } from '../law-files/user-rules.js'
import { warnOfAge } from '../output/warnings.js'
import { runInfo } from '../output/run-info.js'

export interface Scenario {
  readonly law: LawIndex
  readonly query: Query
  readonly run: RunInfo
}

export interface Scenarios {
  readonly before: Scenario
  readonly after: Scenario
  /** Whether both record the same substances. */
  readonly sameRecords: boolean
  readonly across: boolean
  /** The rule that the second side adds, if nothing else differs: what its words alone cover is then reported. */
  readonly added: Draft | null
  /** The first day of rules in force only on the second side: as given, else the earliest of their periods. */
  readonly assumedFrom: Day | null
  /** `stale`, for `--fail-on`, if the later side has law that was reviewed too long before its day. */
  readonly stale: readonly 'stale'[]
}

/** The options that say which two states of the law are compared. */
export function withScenarioOptions(command: Command): Command {
  return withLawChoice(
    withPositions(command).option('--as-of <day>', 'the law of this day (YYYY-MM-DD; default: today)', asDay),
  )
    .option(
      '--against <other>',
      'the other side: a day, jurisdictions (of which -j gives the first), or an edition; can be repeated',
      (text, before: string[] = []) => [...before, asList(text).join()],
    )
    .addHelpText('after', '\nWith --assume, --rule or --position alone: the law with them and without.')
}

/** @throws {CannotRun} where nothing is said to differ */
export async function scenariosOf(options: Options, host: Host): Promise<Scenarios> {
  const { against = [], assume, rule, position, positions, ...others } = options
  if (against.length === 0 && !assume && !rule && !position)
    throw new CannotRun(
      'nothing to compare with; give a second result file, or one of --against DAY, --against CODES, --against ' +
        'EDITION, --assume RULE, --rule FILE or --position ANSWER',
    )
  // Those of the settings hold on both sides; those of the command line are what differs.
  const base = position || !positions ? others : { ...others, positions }
  const first = await lawOf(base)
  const other = otherSide(against, first)
  if (other.jurisdiction && !base.jurisdiction)
    throw new CannotRun(`--against ${other.jurisdiction.join()} needs -j, the jurisdictions to compare with`)
  const own = await userRules(rule)
  const second = other.edition === undefined ? first : loadLaw({ ...base, edition: other.edition })
  const before = scenario(first, queryOf(base, host.today, []), [])
  const changed = {
    ...base,
    ...(other.asOf ? { asOf: other.asOf } : {}),
    ...(other.jurisdiction ? { jurisdiction: other.jurisdiction } : {}),
    ...(assume ? { assume } : {}),
    ...(positions ? { positions } : {}),
  }
  const after = scenario(await own.over(second), queryOf(changed, host.today, own.ids), own.ids)
  const later = before.query.asOf > after.query.asOf ? before : after
  const stale = warnOfAge(later.law, later.query, options, host)
  const sameRecords = second === first
  const across = other.jurisdiction !== undefined
  const ids = (after.query.assume ?? []).filter((id) => !(before.query.assume ?? []).includes(id))
  const rules = after.law.edition.jurisdictions.flatMap(({ jurisdiction: { code }, rules: own }) =>
    own.flatMap((rule) => (ids.includes(rule.id) ? [{ code, rule }] : [])),
  )
  const isAlone = ids.length === 1 && sameRecords && !across && before.query.asOf === after.query.asOf
  const added = isAlone ? rules.find(({ code }) => after.query.jurisdictions?.includes(code) ?? true) : undefined
  const assumedFrom = firstDay(rules, options.assumeFrom)
  return { before, after, sameRecords, across, added: added ?? null, assumedFrom, stale }
}

/** @throws {CannotRun} for a day that no rule has use for */
function firstDay(added: readonly Draft[], given: Day | undefined): Day | null {
  if (given === undefined)
    return added.flatMap(({ rule }) => rule.periods.flatMap(({ from }) => from ?? [])).sort()[0] ?? null
  if (added.length > 0) return given
  throw new CannotRun('--assume-from needs --assume or --rule: it sets the day from which those rules count')
}

interface OtherSide {
  asOf?: string
  jurisdiction?: string[]
  edition?: string
}

/** What `--against` means: a day, jurisdictions that the law has, or an edition. @throws {CannotRun} */
function otherSide(given: readonly string[], { edition }: LawIndex): OtherSide {
  const other: OtherSide = {}
  const known = edition.jurisdictions.map((j) => j.jurisdiction.code)
  for (const text of given) {
    const codes = asCodes(text)
    const part: OtherSide = isRealDay(text)
      ? { asOf: text }
      : codes.every((code) => known.includes(code) || code === everyLaw)
        ? { jurisdiction: codes }
        : { edition: text }
    if (part.edition !== undefined && !existsSync(editionFile(text)))
      throw new CannotRun(
        `--against ${text} is neither a day (YYYY-MM-DD), nor a recorded jurisdiction ` +
          `(${known.join(', ')}), nor an edition`,
      )
    for (const kind of Object.keys(part) as (keyof OtherSide)[])
      if (other[kind] !== undefined) throw new CannotRun(`--against gives two of one kind: ${other[kind]} and ${text}`)
    Object.assign(other, part)
  }
  return other
}

function scenario(law: LawIndex, query: Query, rules: readonly string[]): Scenario {
  checkQuery(law, query)
  return { law, query, run: runInfo(law, query, rules) }
}

/** Names for the two compared states of the law, from what differs: day, jurisdictions, edition, assumed rules. */
export function scenarioNames(before: RunInfo, after: RunInfo): [string, string] {
  const parts: [string, string][] = []
  const codes = (run: RunInfo) => run.query.jurisdictions?.join(', ') ?? 'all jurisdictions'
  if (codes(before) !== codes(after)) parts.push([codes(before), codes(after)])
  if (before.asOf !== after.asOf) parts.push([before.asOf, after.asOf])
  const rules = after.query.assume.filter((id) => !before.query.assume.includes(id))
  if (rules.length > 0) parts.push(['the law as it stands', `with ${rules.join(', ')}`])
  else if (before.edition.sha256 !== after.edition.sha256)
    parts.push([
      `edition ${before.edition.id} ${before.edition.sha256.slice(0, 7)}`,
      `edition ${after.edition.id} ${after.edition.sha256.slice(0, 7)}`,
    ])
  return parts.length === 0
    ? [before.asOf, after.asOf]
    : [parts.map((p) => p[0]).join(', '), parts.map((p) => p[1]).join(', ')]
}
