import { daysLater, type Day } from '../../law/index.js'
import { isLongAfter, selectedJurisdictions, type LawIndex, type Query } from '../../matching/index.js'
import { ageWords, printable } from '../../report/index.js'
import { recordWords, type Source } from '../../batch/index.js'
import type { Host } from '../host.js'
import type { Options } from '../options.js'

/** What the settings say on age, and whether a run fails by it. */
type AgeChoice = Pick<Options, 'failOn' | 'maxAge'>

/**
 * Warns on stderr about a date in the future, and about law reviewed more than a year (or `maxAge` days) before the
 * requested day.
 * @param isSilent says only what the exit code rests on
 * @returns `stale`, for `--fail-on`, if there is such law
 */
export function warnOfAge(
  law: LawIndex,
  query: Query,
  { failOn, maxAge }: AgeChoice,
  host: Host,
  isSilent = false,
): 'stale'[] {
  const stale = staleIn(law, query, maxAge)
  const isFailing = stale.length > 0 && (failOn?.includes('stale') ?? false)
  if (!isSilent || isFailing) warn(textsOf(isSilent ? { ...query, future: false } : query, stale, maxAge), host)
  return stale.length > 0 ? ['stale'] : []
}

export function ageWarnings(law: LawIndex, query: Query, maxAge: number | undefined): string[] {
  return textsOf(query, staleIn(law, query, maxAge), maxAge)
}

function staleIn(law: LawIndex, query: Query, maxAge?: number) {
  const isOld = (reviewed: Day) =>
    maxAge === undefined ? isLongAfter(query.asOf, reviewed) : query.asOf > daysLater(reviewed, maxAge)
  return selectedJurisdictions(law, query)
    .map(({ jurisdiction: j }) => [j.code, j.verified_through] as const)
    .filter(([, reviewed]) => isOld(reviewed))
}

/** Warnings of a table in which each row has its own day and jurisdictions: each old law is named once. */
export class AgeWarnings {
  readonly #stale = new Map<string, string>()
  #last: Query | null = null

  constructor(private readonly maxAge: number | undefined) {}

  add(law: LawIndex, query: Query): void {
    const stale = staleIn(law, query, this.maxAge)
    for (const [code, reviewed] of stale) this.#stale.set(code, reviewed)
    if ((query.future || stale.length > 0) && query.asOf > (this.#last?.asOf ?? '')) this.#last = query
  }

  write(host: Host): void {
    if (this.#last) warn(textsOf(this.#last, [...this.#stale], this.maxAge), host)
  }
}

function textsOf(
  { asOf, future }: Pick<Query, 'asOf' | 'future'>,
  stale: readonly (readonly [code: string, reviewed: string])[],
  maxAge?: number,
): string[] {
  return [
    ...(future ? [ageWords.future(asOf)] : []),
    ...(stale.length > 0 ? [ageWords.stale(stale, asOf, maxAge)] : []),
  ]
}

export function warn(texts: readonly string[], host: Host): void {
  for (const text of texts) host.stderr.write(`coverage: warning: ${text}\n`)
}

type Columned = Pick<Source, 'file' | 'format' | 'notes'>

const tables: readonly string[] = ['csv', 'tsv', 'xlsx']

/**
 * Warns of columns whose structures were not checked, although their names say that they hold some, and of rows with
 * more cells than the header, whose structure may be in the wrong column.
 * @param cells false if the end of the run reports such rows itself
 */
export function warnOfColumns(sources: readonly Columned[], host: Host, cells = true): void {
  warn(columnWarnings(sources, cells), host)
}

export function columnWarnings(sources: readonly Columned[], cells: boolean): string[] {
  return sources.flatMap(({ file, format, notes: { structures, sheets, beyond } }) =>
    [
      ...(structures ? [recordWords.otherStructures(structures.others, structures.read)] : []),
      ...(sheets ? [recordWords.otherSheets(sheets)] : []),
      ...(cells && beyond && tables.includes(format) ? [recordWords.beyondHeader(beyond)] : []),
    ].map((text) => printable(`${file}: ${text}`)),
  )
}
