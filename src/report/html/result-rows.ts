import type { Drawing } from '../../chem/index.js'
import type { WantedDocument } from '../../law/index.js'
import { strength, type JurisdictionResult, type SetVerdict } from '../../matching/index.js'
import { decidingOf, lawStatements, type LawStatements, type Statement } from '../statement.js'
import type { Result } from '../schema.js'
import { countedVerdict } from '../shown-verdict.js'
import { shortened } from '../text/wrap.js'
import { caveatSummary } from '../words/age-words.js'
import { lookupKinds, problemText } from '../words/problem-words.js'
import { positionSentence, inputName, words } from '../words/answer-words.js'
import { similarWords } from '../words/command-words.js'
import { setWords } from '../words/finding-words.js'
import { badge } from '../document/html.js'
import { plainFigure, statementHtml, type PageRow, type RowPart, type SharedHtml } from './page-row.js'
import { detailsHtml, headsHtml, html, listHtml, scrolledTable } from '../markup.js'
import { pageWords } from './page-words.js'
import { codeLines, decidedLines } from '../set-lines.js'

/** Characters of an input or value, and of a name, that a page shows. */
const inputShown = 1000
const nameShown = 200

/** What the page shows for each jurisdiction, for every structure. */
export type CaveatsByJurisdiction = readonly (Pick<JurisdictionResult, 'code' | 'caveats'> & {
  /** Of the country or law. */
  readonly name?: string
  /** Documents that would settle open questions of the law. */
  readonly wanted?: readonly WantedDocument[] | undefined
})[]

/** A law as a page for people calls it. */
export function lawLabel({ code, name }: Pick<CaveatsByJurisdiction[number], 'code' | 'name'>): string {
  return name === undefined ? code : `${name} (${code})`
}

/** A result as a row of a page. `drawing` is null where it is not to be shown. */
export function rowOf(
  result: Result,
  drawing: Drawing | null,
  rests: CaveatsByJurisdiction,
  pieces: SharedHtml,
  members: readonly (Drawing | null)[] = [],
): PageRow {
  const labels = new Map(rests.map((rest) => [rest.code, lawLabel(rest)]))
  const labelled = (code: string) => labels.get(code) ?? code
  const found = result.jurisdictions
    .filter((j) => j.findings.length > 0 || j.positions)
    .map((j) => ({ ...lawStatements(j.code, j), counts: countedVerdict(j) }))
    .map((law) => ({ ...law, statements: byStrength(law.statements, (s) => s.verdict) }))
  const parts = found.flatMap(({ law, verdict, statements }) =>
    statements.map((statement, i) => ({
      ...partOf(statement, result.id, pieces),
      head: i > 0 ? null : pieces.of(html`<h3>${labelled(law)}: ${verdict}</h3>`),
    })),
  )
  const codes = found.map(({ law }) => law)
  const positions = result.jurisdictions.flatMap((j) =>
    j.positions
      ? [pieces.of(html`<section class="part"><p>${`${labelled(j.code)}: ${positionSentence(j)}`}</p></section>`)]
      : [],
  )
  const notes = rests
    .filter(({ code, caveats }) => codes.includes(code) && caveats.length > 0)
    .map((r) => pieces.of(caveatsHtml(r)))
  return {
    n: result.index,
    id: shortened((result.id === `row-${result.index}` && nameOf(result)) || result.id, nameShown),
    input: inputText(result),
    verdict: countedVerdict(result),
    columns: result.jurisdictions.map(countedVerdict),
    ...(result.countsAs && {
      shown: { verdict: result.verdict as SetVerdict, columns: result.jurisdictions.map((j) => j.verdict) },
    }),
    ...(result.problem?.kind === 'not recorded' && { shown: { verdict: 'not recorded', columns: [] } }),
    by: byText(byStrength(found, ({ counts }) => counts)),
    facts: result.structure
      ? ([result.structure.formula, result.structure.inchikey, result.structure.smiles].filter(
          (f) => f !== null && f !== result.input,
        ) as string[])
      : [],
    problem: problemOf(result),
    fields: Object.entries(result.fields ?? {}).map(
      ([name, value]) => [shortened(name, nameShown), shortened(value, inputShown)] as const,
    ),
    drawing,
    parts: result.members ? [membersPart(result, members, pieces), ...parts] : parts,
    notes: [...positions, ...(result.similar ? [pieces.of(similarHtml(result.similar))] : []), ...notes],
  }
}

function nameOf({ input, lookup, members }: Result): string | null {
  return lookup?.name ?? (members && !input.includes('\n') ? input : null)
}

/** Why nothing is found or read, and what other columns of the row say against the one that decides. */
function problemOf({ problem, verdict, warnings = [] }: Result): string | null {
  const own = problem ? problemText(problem) : verdict === 'uncontrolled' ? words.nothingFound : null
  const said = [...(own === null ? [] : [own]), ...warnings.map(({ message }) => message)]
  return said.length === 0 ? null : said.join('; ')
}

/** A statement without a heading. */
export function partOf(statement: Statement, id: string, pieces: SharedHtml): RowPart {
  const { clauses, name } = statement
  return {
    head: null,
    body: pieces.of(statementHtml(statement)),
    marks: clauses.length === 0 ? null : clauses.map((c) => c.atoms),
    alt:
      clauses.length === 0
        ? ''
        : pageWords.marked(
            id,
            name,
            clauses.map((c) => c.id),
          ),
  }
}

/** Names of what decides in each jurisdiction, without repeats. */
function byText(found: readonly LawStatements[]): string {
  const names = found.flatMap(({ law, statements }) => decidingNames(statements).map((name) => [law, name] as const))
  return codeLines(names).join('; ')
}

/** What decides in one jurisdiction, with its question where it is open; without repeats. */
export function decidingNames(statements: readonly Statement[]): string[] {
  return [...new Set(decidingOf(statements).flatMap(({ label, questions }) => questions[0]?.short ?? label))]
}

function similarHtml(similar: NonNullable<Result['similar']>) {
  const found = similar.map((n) => `${n.similarity.toFixed(2)} ${n.name} (${n.listedIn.join(', ')})`)
  return html`<section class="part"><h3>${similarWords.title}</h3>
    ${listHtml(found.length > 0 ? found : [similarWords.none], 'plain')}
    <p class="faint">${similarWords.note}</p></section>`
}

function caveatsHtml({ caveats, ...law }: CaveatsByJurisdiction[number]) {
  return detailsHtml(pageWords.caveats(lawLabel(law)), listHtml(caveatSummary(caveats)), 'caveats')
}

/** The strongest first; what does not affect the verdict comes last. */
function byStrength<T>(items: readonly T[], of: (item: T) => string): T[] {
  const place = (item: T) => [...(strength as readonly string[]), 'proposed'].indexOf(of(item))
  return [...items].sort((a, b) => place(a) - place(b))
}

function inputText({ input, lookup }: Result): string {
  const known = lookup
    ? ` (${lookupKinds[lookup.by]}: ` +
      `${[lookup.name, lookup.form ?? null, lookup.structure].filter((part) => part !== null).join(', ')})`
    : ''
  return shortened(inputName(input), inputShown) + known
}

/** The members of a set in a table, with what decides between them above it. */
function membersPart(
  { jurisdictions, members = [] }: Result,
  drawings: readonly (Drawing | null)[],
  pieces: SharedHtml,
): RowPart {
  const codes = jurisdictions.map(({ code }) => code)
  const decided = decidedLines(jurisdictions)
  const rows = members.map(({ label, lookup, structure, jurisdictions: own }, i) => {
    const verdicts = codes.map((code) => own.find((j) => j.code === code)?.verdict)
    const facts = [lookup?.name, structure?.formula, structure?.inchikey, structure?.smiles].filter(Boolean).join('  ')
    const drawing = drawings[i] ? plainFigure(drawings[i], pageWords.drawing(label)) : null
    return html`<tr><th scope="row">${label}</th>
      <td>${drawing}${facts}</td>
      ${verdicts.map((verdict) => html`<td>${verdict ? badge(verdict) : null}</td>`)}</tr>`
  })
  const body = html`<h3>${setWords.members(members.length)}</h3>${decided.length > 0 && listHtml(decided, 'plain')}
    ${scrolledTable('verdicts', null, headsHtml([setWords.member, pageWords.facts, ...codes]), rows)}`
  return { head: null, body: pieces.of(body), marks: null, alt: '' }
}
