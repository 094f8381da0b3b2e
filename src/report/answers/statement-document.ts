import type { JurisdictionResult } from '../../matching/index.js'
import {
  cells,
  faint,
  heading,
  items,
  lines,
  section,
  text,
  verdict,
  type Block,
  type Cell,
} from '../document/model.js'
import { editionName } from '../run-info.js'
import type { Result, RunFile } from '../schema.js'
import { byText, citeText, lawStatements, sinceWords, type LawStatements, type Statement } from '../statement.js'
import { codeLines, decidedLines } from '../set-lines.js'
import { inputName, positionSentence, words } from '../words/answer-words.js'
import { lookupKinds, problemKind, problemText } from '../words/problem-words.js'
import { shortened } from '../text/wrap.js'

const inputShown = 400

/** The laws that were asked, by name, with what holds for every answer. */
type AskedLaws = readonly (Pick<JurisdictionResult, 'code' | 'caveats'> & { readonly name?: string })[]

const said = {
  question: (laws: readonly string[], day: string) =>
    `Question: is this substance controlled by the law of ${laws.join(', ')} on ${day}?`,
  heads: ['Law', 'Answer', 'By', 'Since', 'Until', 'Citation'],
  open: 'Open or unverified',
  reviewed: 'Law reviewed up to',
  throughDay: 'the day asked or later',
  basis: (run: RunFile) => `Made by ${run.tool.name} ${run.tool.version} with edition ${editionName(run.edition, 64)}.`,
  limits:
    'This statement covers only the law in this edition, as applied to the structure or name given above; it does ' +
    'not say what the exhibit contains. A substance not found may still be controlled.',
  signature: 'Date, name and signature: ______________________________',
} as const

/** What the law says of one sample, as a page to sign: nothing that cannot touch the substance. */
export function statementDocument(result: Result, run: RunFile, rests: AskedLaws): Block[] {
  const { id, input, asOf, problem, structure, lookup, warnings = [] } = result
  const names = new Map(rests.map(({ code, name }) => [code, name ?? code]))
  const laws = rests.map(({ code, name }) => name ?? code)
  const kind = problem && problemKind(problem)
  const found = result.jurisdictions.map((j) => lawStatements(j.code, { ...j, ...setOf(j) } as never))
  return [
    problem ? verdict(id, kind!, kind!) : heading(id, 2),
    text(said.question(laws, asOf)),
    ...lines([
      `Given as: ${shortened(inputName(input), inputShown)}`,
      ...(lookup?.name ? [`Read as ${lookup.name} (${lookupKinds[lookup.by]})`] : []),
      ...(structure
        ? [[structure.smiles, structure.formula, structure.inchikey].filter((t) => t !== null).join('  ')]
        : []),
      ...warnings.map(({ message }) => message),
    ]),
    ...(problem
      ? [text(problemText(problem))]
      : cells(
          said.heads,
          found.flatMap((law) => lawRows(law, names)),
        )),
    ...section(said.open, items(openTexts(found, result)), 3),
    ...section(said.reviewed, lines([reviewedLine(result, rests)]), 3),
    ...lines([faint(said.basis(run)), faint(said.limits), said.signature]),
  ]
}

/** A written verdict is that of the set. */
function setOf({ verdict: own, decides }: Result['jurisdictions'][number]) {
  return decides ? { ofSet: { verdict: own, decides } } : {}
}

function lawRows({ law, verdict: own, statements }: LawStatements, names: ReadonlyMap<string, string>): Cell[][] {
  const answer: Cell[] = [names.get(law) ?? law, { text: own, as: own }]
  if (statements.length === 0) return [[...answer, words.nothingFound, '', '', '']]
  return statements.map((one, i) => [
    ...(i === 0 ? answer : ['', one.verdict === own ? '' : { text: one.verdict, as: one.verdict }]),
    byText(one),
    sinceWords(one.since),
    one.until ?? '',
    { text: citeText(one), to: one.url },
  ])
}

/** Questions, conditions and what is unverified, each once with the laws that it is about. */
function openTexts(found: readonly LawStatements[], { jurisdictions }: Result): string[] {
  const said = found.flatMap(({ law, statements }) =>
    statements.flatMap((one) => reservations(one).map((own) => [law, own] as const)),
  )
  const positions = jurisdictions.flatMap((j) => (j.positions ? [[j.code, positionSentence(j) ?? ''] as const] : []))
  return [...decidedLines(jurisdictions as never), ...codeLines([...said, ...positions])]
}

function reservations({ questions, conditions, unverified, verdict: own, waived }: Statement): string[] {
  if (own === 'proposed') return []
  return [...questions, ...conditions].map(({ full }) => full).concat(unverified ?? [], waived ?? [])
}

function reviewedLine({ jurisdictions }: Result, rests: AskedLaws): string {
  const asked = rests.filter(({ code }) => jurisdictions.some((j) => j.code === code))
  return (asked.length > 0 ? asked : rests)
    .map(({ code, caveats }) => {
      const found = caveats.find((c) => c.kind === 'after verified' || c.kind === 'long after verified')
      return `${code} ${found && 'verifiedThrough' in found ? found.verifiedThrough : said.throughDay}`
    })
    .join('; ')
}
