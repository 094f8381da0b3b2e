import type { Lookup, Warning } from '../identifiers/index.js'
import type { ClassFinding, Finding, JurisdictionResult, ListedFinding } from '../matching/index.js'
import { withoutControls } from './controls.js'
import { freeName } from './free-name.js'
import { shownVerdict } from './shown-verdict.js'
import { controlledSince } from './text/finding-lines.js'
import { words, positionWords } from './words/answer-words.js'
import { nameInLaw, setWords } from './words/finding-words.js'
import { warningText, type RowWarning } from './words/identifier-words.js'
import type { Answer, InputRef } from './json.js'
import { matchedWords, problemText } from './words/problem-words.js'

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
  /** Something that holds for the whole run and must be in every row, such as an unverified edition. */
  readonly note?: string
}

const ours = ['verdict', 'findings', 'cites', 'controlled_since', 'problem']

/** Names of all columns, each once. One of our columns that the input also uses gets a prefix. */
export function csvHeader(layout: CsvLayout): string[] {
  const own = ownColumns(layout)
  const added = [
    ...(layout.file === null ? [] : ['file']),
    ...(layout.matched ? ['matched'] : []),
    ours[0]!,
    ...layout.jurisdictions,
    ...ours.slice(1),
  ]
  return [...own, ...added.map((name) => freeName(name, 'coverage', own))]
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

export function csvRow(
  ref: InputRef,
  fields: readonly (readonly [string, string])[],
  assessment: Answer,
  layout: CsvLayout,
  { lookup, warnings }: RowFacts = { lookup: null, warnings: [] },
): string[] {
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
  if (assessment.kind === 'unreadable')
    return [
      ...own,
      'unreadable',
      ...layout.jurisdictions.map(() => ''),
      '',
      '',
      '',
      [problemText(assessment.problem), ...notes].join('; '),
    ]
  const { jurisdictions } = assessment.judgement
  const verdicts = layout.jurisdictions.map((code) => {
    const own = jurisdictions.find((j) => j.code === code)
    return own ? shownVerdict(own) : ''
  })
  const findings = jurisdictions.flatMap((j) => j.findings.map((f) => ({ code: j.code, finding: f })))
  const names = [
    ...findings.map(({ code, finding }) => `${code}: ${findingName(finding)}`),
    ...jurisdictions.flatMap((j) => (j.positions ? [`${j.code}: ${positionWords(j)}`] : [])),
  ]
  const cites = jurisdictions.flatMap((j) => citesOf(j.findings).map((cite) => `${j.code}: ${cite}`))
  return [
    ...own,
    shownVerdict(assessment.judgement),
    ...verdicts,
    [...new Set(names)].join('; '),
    [...new Set(cites)].join('; '),
    [...new Set(jurisdictions.flatMap((j) => sinceTexts(j).map((text) => `${j.code}: ${text}`)))].join('; '),
    notes.join('; '),
  ]
}

/** The first day of unbroken control in a jurisdiction, for each kind of control that its verdict rests on. */
export function sinceTexts({ verdict, findings }: Pick<JurisdictionResult, 'verdict' | 'findings'>): string[] {
  return findings.flatMap((finding) => {
    if (!('control' in finding) || finding.counts !== verdict || finding.controlledFrom === undefined) return []
    return [`${controlledSince(finding) ?? words.notKnown}${finding.control === 'drug' ? '' : ` (${finding.control})`}`]
  })
}

function matchOf(lookup: RowFacts['lookup']): string {
  const name = lookup?.name ?? lookup?.structure ?? ''
  return lookup?.form === undefined ? name : `${name} ${lookup.form}`
}

/** Values in column order, which is also their order in almost every row. */
function valuesOf(fields: readonly (readonly [string, string])[], columns: readonly string[]): string[] {
  let named: Map<string, string> | null = null
  return columns.map((name, i) => {
    if (fields[i]?.[0] === name) return fields[i][1]
    named ??= new Map([...fields].reverse())
    return named.get(name) ?? ''
  })
}

/** A mol block has many lines; a table contains only its marker. */
export function molBlockOut(input: string): string {
  return input.includes('\n') ? '(mol block)' : input
}

export function citesOf(findings: readonly Finding[]): string[] {
  return findings.flatMap((finding) => ('cite' in finding ? [finding.cite] : []))
}

/** A finding in a few words. */
export function findingName(finding: Finding): string {
  const name = nameOf(finding)
  return finding.onlyFor ? `${name} ${setWords.only(finding.onlyFor)}` : name
}

function nameOf(finding: Finding): string {
  switch (finding.kind) {
    case 'listed':
      return `${nameInLaw(finding)} (${[finding.listName, ...marks(finding)].join(', ')})`
    case 'class': {
      const said = [...marks(finding), ...(finding.counts === null ? ['proposed'] : [])]
      const name = `${finding.title} ${finding.clauses.map((c) => c.id).join('+')}`.trim()
      return said.length === 0 ? name : `${name} (${said.join(', ')})`
    }
    case 'gap':
      return `${finding.reads} (undecided)`
    case 'open structure':
      return 'open structure (undecided)'
  }
}

function marks({ counts, control }: ClassFinding | ListedFinding): string[] {
  return [...(control === 'drug' ? [] : [control]), ...(counts === 'undecided' ? ['undecided'] : [])]
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
