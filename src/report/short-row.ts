import type { Judgement } from '../matching/index.js'
import { fullCaveat } from './json.js'
import type { RunInfo } from './run-info.js'
import type { Result, RunFile, ShortResult } from './schema.js'

/** Kinds of caveats that each row must name: a row read by itself must not look more certain than it is. */
const weighty: ReadonlySet<string> = new Set(['before records', 'after today', 'long after verified'])

/**
 * What holds for a whole run, so that its rows can leave it out. The run has no name yet.
 * @param nothing the judgement of an uncontrolled structure
 */
export function runFileContent(run: RunInfo, nothing: Judgement, explain: boolean): Omit<RunFile, 'run'> {
  return JSON.parse(
    JSON.stringify({
      schema: 2,
      asOf: run.asOf,
      edition: run.edition,
      tool: run.tool,
      query: run.query,
      ...(explain ? { explain } : {}),
      jurisdictions: nothing.jurisdictions.map(({ code, caveats }) => ({ code, caveats: caveats.map(wordyCaveat) })),
    }),
  ) as Omit<RunFile, 'run'>
}

/** The facts of a run also contain the text of a gap. */
function wordyCaveat(caveat: Parameters<typeof fullCaveat>[0]): Record<string, unknown> {
  return caveat.kind === 'gap' ? { ...caveat } : fullCaveat(caveat)
}

/** A full result without the facts of its run. */
export function shortRow(whole: Readonly<Record<string, unknown>>, run: RunFile): Record<string, unknown> {
  const { index, id, input, verdict, countsAs, structure, jurisdictions, problem, members, lookup, warnings } =
    whole as unknown as Result
  const caveats = problem === null ? weightyIn(run) : []
  return {
    index,
    id,
    input,
    verdict,
    ...(countsAs ? { countsAs } : {}),
    ...(problem === null ? { structure: structure && shortStructure(structure) } : {}),
    jurisdictions: jurisdictions.filter(saysMore).map(({ caveats: _, ...own }) => own),
    ...(problem === null ? {} : { problem }),
    ...(caveats.length > 0 ? { caveats } : {}),
    ...(members ? { members } : {}),
    ...(lookup ? { lookup } : {}),
    ...(warnings ? { warnings } : {}),
    run: run.run,
    ...(run.edition.replaced ? { replaced: run.edition.replaced } : {}),
  }
}

/** The full result of a row; rows with a day are full as written. @throws {RangeError} if of another run */
export function wholeRow(row: ShortResult | Result, run: RunFile): Result {
  if (!('run' in row)) return row
  const { index, id, input, verdict, countsAs, structure = null, jurisdictions, problem = null, ...rest } = row
  const { caveats: _, run: name, replaced: __, ...own } = rest
  const codes = run.jurisdictions.map((j) => j.code)
  const other = jurisdictions.find((j) => !codes.includes(j.code))
  if (name !== run.run || other) throw new RangeError(`the row is from another run (${name}) than ${run.run}`)
  return {
    index,
    id,
    input,
    verdict,
    ...(countsAs ? { countsAs } : {}),
    asOf: run.asOf,
    structure: structure && wholeStructure(structure),
    jurisdictions: problem ? [] : run.jurisdictions.map((j) => wholeJurisdiction(j, jurisdictions, run)),
    edition: run.edition,
    tool: run.tool,
    query: run.query,
    problem,
    ...own,
  }
}

type Jurisdiction = Result['jurisdictions'][number]

const weightyKnown = new WeakMap<RunFile, readonly string[]>()

function weightyIn(run: RunFile): readonly string[] {
  let kinds = weightyKnown.get(run)
  if (!kinds) {
    const all = new Set(run.jurisdictions.flatMap((j) => j.caveats.map((c) => c.kind)))
    weightyKnown.set(run, (kinds = [...all].filter((kind) => weighty.has(kind))))
  }
  return kinds
}

function shortStructure({ smiles, inchikey, formula, unnamed }: NonNullable<Result['structure']>) {
  return {
    formula,
    ...(smiles === null ? {} : { smiles }),
    ...(inchikey === null ? {} : { inchikey }),
    ...(unnamed === undefined ? {} : { unnamed }),
  }
}

function wholeStructure({ smiles, inchikey, formula, unnamed }: NonNullable<ShortResult['structure']>) {
  return {
    smiles: smiles ?? null,
    inchikey: inchikey ?? null,
    formula,
    ...(unnamed === undefined ? {} : { unnamed }),
  }
}

/** Whether a row must contain a jurisdiction: one left out had no findings. */
function saysMore({ verdict, findings, positions, nearMisses = [], setAside = [] }: Jurisdiction): boolean {
  return (
    verdict !== 'uncontrolled' || positions !== undefined || findings.length + nearMisses.length + setAside.length > 0
  )
}

function wholeJurisdiction(
  { code, caveats }: RunFile['jurisdictions'][number],
  rows: ShortResult['jurisdictions'],
  { explain }: RunFile,
): Jurisdiction {
  const own = rows.find((j) => j.code === code)
  const { nearMisses = [], setAside = [] } = own ?? {}
  return {
    code,
    verdict: own?.verdict ?? 'uncontrolled',
    ...(own?.countsAs ? { countsAs: own.countsAs, decides: own.decides ?? [] } : {}),
    findings: own?.findings ?? [],
    caveats: caveats.map((caveat) => rowCaveat(caveat, explain === true)),
    ...(own?.positions ? { byWords: own.byWords, positions: own.positions } : {}),
    ...(explain ? { nearMisses, setAside } : {}),
  }
}

/** A caveat as it appears in a row of the same run. */
function rowCaveat(caveat: RunFile['jurisdictions'][number]['caveats'][number], explain: boolean) {
  if (caveat.kind === 'gap') return { kind: caveat.kind, gap: caveat.gap }
  if (explain) return caveat
  const { message: _, ...short } = caveat
  return short as typeof caveat
}
