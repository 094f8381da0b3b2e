import { Option, type Command } from 'commander'
import { Reader } from '../../chem/index.js'
import { checkQuery, type LawIndex, type Query } from '../../matching/index.js'
import type { RunInfo } from '../../report/index.js'
import { CannotRun } from '../cannot-run.js'
import type { Host } from '../host.js'
import { loadLaw } from '../law-files/law-file.js'
import { asCodes, asDay, queryOf, withLawChoice, type LawChoice } from '../options.js'
import { ownRules } from '../law-files/own-rules.js'
import { warnOfAge } from '../output/warn-of-age.js'
import { runInfo } from '../output/run-info.js'

export interface ScenarioOptions extends LawChoice {
  asOf?: string
  against?: string
  againstJurisdiction?: string[]
  againstEdition?: string
}

/** A law, asked in one way. */
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
  /** Whether two jurisdictions are compared. */
  readonly across: boolean
}

/** The options that say which two states of the law are compared. */
export function withScenarioOptions(command: Command): Command {
  return withLawChoice(
    command.addOption(new Option('--as-of <day>', 'the law of this day (YYYY-MM-DD; default: today)').argParser(asDay)),
  )
    .addOption(new Option('--against <day>', 'compare with the law of this other day').argParser(asDay))
    .addOption(new Option('--against-jurisdiction <codes>', 'compare those of -j with these').argParser(asCodes))
    .option('--against-edition <file>', 'compare with other law data')
    .addHelpText(
      'after',
      '\nWith --assume or --rule, the law as it stands is compared with the law as if those rules were in force.',
    )
}

/** @throws {CannotRun} where nothing is said to differ */
export async function scenariosOf(options: ScenarioOptions, host: Host): Promise<Scenarios> {
  const { against, againstJurisdiction, againstEdition, assume, rule, ...base } = options
  if (against === undefined && !againstJurisdiction && againstEdition === undefined && !assume && !rule) {
    throw new CannotRun(
      'nothing to compare with; give one of --against DAY, --against-jurisdiction CODES, --against-edition FILE, --assume RULE or --rule FILE',
    )
  }
  if (againstJurisdiction && !base.jurisdiction)
    throw new CannotRun('--against-jurisdiction needs -j, the jurisdictions to compare with')
  const own = await ownRules(rule)
  const first = loadLaw(base)
  const second = againstEdition === undefined ? first : loadLaw({ ...base, edition: againstEdition })
  const before = scenario(first, queryOf(base, host.today, []), [])
  const changed = {
    ...base,
    ...(against ? { asOf: against } : {}),
    ...(againstJurisdiction ? { jurisdiction: againstJurisdiction } : {}),
    ...(assume ? { assume } : {}),
  }
  const ruled = own.ids.length === 0 ? second : own.over(second, await Reader.start())
  const after = scenario(ruled, queryOf(changed, host.today, own.ids), own.ids)
  const later = before.query.asOf > after.query.asOf ? before : after
  warnOfAge(later.law, later.query, host)
  return { before, after, sameRecords: second === first, across: againstJurisdiction !== undefined }
}

function scenario(law: LawIndex, query: Query, rules: readonly string[]): Scenario {
  checkQuery(law, query)
  return { law, query, run: runInfo(law, query, rules) }
}
