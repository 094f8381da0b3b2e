import type { Lookup, Warning } from '../identifiers/index.js'
import type { SetVerdict } from '../matching/index.js'
import { withoutControls } from './controls.js'
import { shownVerdict } from './shown-verdict.js'
import { lawStatements, sinceWords, type LawStatements, type Statement } from './statement.js'
import { words } from './words/answer-words.js'
import { warningText, type RowWarning } from './words/identifier-words.js'
import type { Answer, InputRef } from './json.js'
import { matchedWords, problemKind, problemText } from './words/problem-words.js'

/** Columns of a batch result as CSV: those of the input, then these. */
export interface CsvLayout {
  /** Columns of the input table; null if the input is not a table, and id and input are given instead. */
  readonly columns: readonly string[] | null
  /** Set if the columns are properties of records; position, name and input then come first. */
  readonly properties?: boolean | undefined
  /** Set if rows say which recorded substance they matched. */
  readonly matched?: boolean | undefined
  readonly jurisdictions: readonly string[]
  /** The file of a row, if there are several; null if there is one, and no column for it. */
  readonly file: string | null
  /** The day asked; not of a header. */
  readonly asOf?: string
  /** Something that holds for the whole run and must be in every row, such as an unverified edition. */
  readonly note?: string
}

/** A column of lists: of each statement the same place has its text, `-` where it has none. */
const listColumns = {
  findings: ({ label }) => label,
  cites: ({ cite }) => cite,
  controlled_since: ({ since, control }) =>
    since === null || since.kind === 'not in force'
      ? null
      : `${sinceWords(since)}${control === 'drug' ? '' : ` (${control})`}`,
  until: ({ until }) => until,
  unverified: ({ unverified }) => unverified,
  open_question: ({ questions }) => questions.map(({ full }) => full).join(', ') || null,
  ids: ({ id }) => id,
  waived: ({ waived }) => waived,
} satisfies Readonly<Record<string, (statement: Statement) => string | null>>

/** Laws by their verdict. */
export const lawColumns = {
  controlled_in: ['listed', 'class', 'controlled'],
  undecided_in: ['undecided', 'depends'],
} satisfies Readonly<Record<string, readonly SetVerdict[]>>

/** The columns behind the verdicts, in their order; new ones come last. */
const factColumns = [
  'findings',
  'cites',
  'controlled_since',
  'problem',
  'as_of',
  'until',
  'unverified',
  'open_question',
  'controlled_in',
  'undecided_in',
  'positions',
  'ids',
  'waived',
] as const
type FactColumn = (typeof factColumns)[number]
type Facts = Readonly<Partial<Record<FactColumn, string>>>

/** Names of all columns, each once. One of our columns that the input also uses gets a prefix. */
export function csvHeader(layout: CsvLayout): string[] {
  const { input, verdicts, facts } = headerParts(layout, layout.jurisdictions)
  return [...input, ...verdicts, ...facts]
}

/** @param laws headings of the columns of all laws */
export function headerParts(layout: CsvLayout, laws: readonly string[], left: readonly string[] = []) {
  const own = ownColumns(layout)
  const free = (name: string) => freeName(name, 'coverage', own)
  return {
    input: [
      ...own,
      ...(layout.file === null ? [] : [free('file')]),
      ...(layout.matched ? [free('matched')] : []),
      free('verdict'),
    ],
    verdicts: laws.map(free),
    facts: factColumns.filter((name) => !left.includes(name)).map(free),
  }
}

/** The columns that say which input a row is about. */
export const place = ['index', 'id', 'input']

export function placeOf(ref: InputRef): string[] {
  return [`${ref.index}`, ref.id, molBlockOut(ref.input)]
}

function ownColumns({ columns, properties }: CsvLayout): readonly string[] {
  if (columns === null) return [...place, 'fields']
  if (!properties) return columns
  const taken = [...place, ...columns]
  return [...place, ...columns.map((name) => (place.includes(name) ? freeName(name, 'property', taken) : name))]
}

/** What is known of a row in addition to its assessment. */
export interface RowFacts {
  readonly lookup: Pick<Lookup, 'name' | 'form' | 'structure'> | null
  /** Also in the form in which they are written. */
  readonly warnings: readonly (Warning | RowWarning)[]
}

export function csvRow(...row: Parameters<typeof rowParts>): string[] {
  const { input, laws, facts } = rowParts(...row)
  const codes = row[3].jurisdictions
  return [...input, ...codes.map((code) => laws.get(code)?.verdict ?? ''), ...factCells(facts)]
}

/** @param left columns that are not written */
export function factCells(facts: Facts, left: readonly string[] = []): string[] {
  return factColumns.filter((name) => !left.includes(name)).map((name) => facts[name] ?? '')
}

/** The parts of a row, of which a CSV and a workbook make their columns. */
export function rowParts(
  ref: InputRef,
  fields: readonly (readonly [string, string])[],
  assessment: Answer,
  layout: CsvLayout,
  { lookup, warnings }: RowFacts = { lookup: null, warnings: [] },
) {
  const at = placeOf(ref)
  const values = layout.columns ? valuesOf(fields, layout.columns) : []
  const given =
    layout.columns === null
      ? [...at, fields.length > 0 ? JSON.stringify(Object.fromEntries(fields)) : '']
      : layout.properties
        ? [...at, ...values]
        : values
  const own = [...given, ...(layout.file === null ? [] : [layout.file]), ...(layout.matched ? [matchOf(lookup)] : [])]
  const notes = [
    // A name in a column of structures.
    ...(lookup?.name && !layout.matched ? [matchedWords(matchOf(lookup))] : []),
    ...warnings.map((warning) => ('message' in warning ? warning.message : warningText(warning))),
    ...(layout.note ? [layout.note] : []),
  ]
  const asOf = { as_of: layout.asOf ?? '' }
  if (assessment.kind === 'unreadable') {
    const { problem } = assessment
    const facts: Facts = { ...asOf, problem: [problemText(problem), ...notes].join('; ') }
    return { input: [...own, problemKind(problem)], laws: new Map<string, LawStatements>(), facts }
  }
  const { jurisdictions } = assessment.judgement
  const laws = new Map(jurisdictions.map((j) => [j.code, lawStatements(j.code, j)] as const))
  return {
    input: [...own, shownVerdict(assessment.judgement)],
    laws,
    facts: { ...asOf, ...lawFacts([...laws.values()]), problem: notes.join('; ') } satisfies Facts,
  }
}

function lawFacts(laws: readonly LawStatements[]): Facts {
  const lists = listsOf(
    laws.flatMap(({ statements }) => statements),
    (text, { law }) => (text.startsWith(`${law}/`) ? text : `${law}: ${text}`),
  )
  const positions = laws.flatMap(({ law, position }) => (position === null ? [] : [`${law}: ${position}`]))
  const inLaws = Object.entries(lawColumns).map(([name, verdicts]) => [
    name,
    laws.flatMap(({ law, verdict }) => ((verdicts as readonly SetVerdict[]).includes(verdict) ? [law] : [])).join(', '),
  ])
  return {
    ...lists,
    positions: positions.join('; '),
    ...(Object.fromEntries(inLaws) as Facts),
  }
}

/** The columns of lists, each with the same number of items in the same order; empty where no item has a text. */
export function listsOf(statements: readonly Statement[], item = (text: string, _: Statement) => text) {
  const cell = (of: (statement: Statement) => string | null) => {
    const texts = statements.map(of)
    return texts.every((text) => text === null)
      ? ''
      : texts.map((text, i) => item(text ?? words.noText, statements[i]!)).join('; ')
  }
  return Object.fromEntries(Object.entries(listColumns).map(([name, of]) => [name, cell(of)])) as Readonly<
    Record<keyof typeof listColumns, string>
  >
}

function matchOf(lookup: RowFacts['lookup']): string {
  const name = lookup?.name ?? lookup?.structure ?? ''
  return lookup?.form === undefined ? name : `${name} ${lookup.form}`
}

/** Values in column order, which is also their order in almost every row. */
export function valuesOf(fields: readonly (readonly [string, string])[], columns: readonly string[]): string[] {
  let named: Map<string, string> | null = null
  return columns.map((name, i) => {
    if (fields[i]?.[0] === name) return fields[i][1]
    named ??= new Map([...fields].reverse())
    return named.get(name) ?? ''
  })
}

/** A mol block has many lines; a table contains only its marker. */
function molBlockOut(input: string): string {
  return input.includes('\n') ? '(mol block)' : input
}

/**
 * One line of CSV. A value that a spreadsheet would run as a formula (it starts with = + - @, tab or an end of line, in
 * either width, and is not a plain number) is preceded by an apostrophe; a control character that would affect a
 * terminal is escaped.
 */
export function csvLine(cells: readonly string[], delimiter: ',' | ';' = ','): string {
  const special = delimiter === ';' ? needsQuotesWithSemicolons : needsQuotes
  return withoutControls(`${cells.map((cell) => quoted(neutral(cell), special)).join(delimiter)}\r\n`)
}

const needsQuotes = /[",\r\n]|^\s|\s$/
const needsQuotesWithSemicolons = /[";\r\n]|^\s|\s$/

function neutral(cell: string): string {
  return /^[=+\-@\t\r\n＝＋－＠]/.test(cell) && !/^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(cell)
    ? `'${cell}`
    : cell
}

function quoted(cell: string, special: RegExp): string {
  return special.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}

/** A name of ours with a prefix where the input already uses it, and a number where it uses that, too. */
export function freeName(name: string, prefix: string, taken: readonly string[]): string {
  if (!taken.includes(name)) return name
  const prefixed = `${prefix}_${name}`
  let free = prefixed
  for (let n = 2; taken.includes(free); n++) free = `${prefixed}_${n}`
  return free
}
