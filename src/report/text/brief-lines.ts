import type { Finding, JurisdictionResult, LawIndex, ListedFinding } from '../../matching/index.js'
import { englishName } from '../law-facts.js'
import { shownVerdict } from '../shown-verdict.js'
import { words } from '../words/answer-words.js'
import {
  clausesWords,
  doubtWords,
  openText,
  setWords,
  limitShort,
  unconfirmedWords,
  viaWords,
} from '../words/finding-words.js'
import type { Screen } from './batch-text.js'
import { wrap, columnsOf } from './wrap.js'
import { count } from '../../remembered.js'

const dayWidth = 10

/** The recorded substance that most laws name, which a line then need not name again; null without any. */
export function commonName(results: readonly JurisdictionResult[], law: LawIndex): string | null {
  const counts = new Map<string, number>()
  for (const { findings } of results)
    for (const f of findings) if (f.kind === 'listed' && f.counts === 'listed') count(counts, f.substance)
  const [most] = [...counts].sort((a, b) => b[1] - a[1])
  return most ? englishName(law, most[0]) : null
}

/**
 * One line for each jurisdiction with findings, which wraps under itself: verdict, first day of control, and by what.
 * @param known the name that need not be repeated
 */
export function briefLines(
  all: readonly JurisdictionResult[],
  law: LawIndex,
  known: string | null,
  { width, colours }: Screen,
): string[] {
  const results = all.filter((j) => j.findings.length > 0)
  const code = Math.max(...results.map((j) => j.code.length))
  const verdictWidth = Math.max(...results.map((j) => shownVerdict(j).length))
  const mains = results.map((j) => j.findings.find((f) => f.counts === j.verdict) ?? j.findings[0]!)
  const days = mains.map(sinceOf)
  const sinceWidth = Math.max(dayWidth, ...days.map((day) => day.length))
  const indent = code + verdictWidth + sinceWidth + 3 * gap.length
  return results.flatMap((j, i) => {
    const said = textOf(mains[i]!, law, known)
    const number = (of: readonly Finding[]) =>
      new Set(of.map((f) => textOf(f, law, known)).filter((text) => text !== said)).size
    const counted = j.findings.filter((f) => f.counts !== null)
    const proposed = j.findings.filter((f) => f.counts === null)
    const kinds = new Set(counted.flatMap((f) => ('control' in f ? f.control : [])))
    if ('control' in mains[i]!) kinds.delete(mains[i].control)
    const more = words.more(number(counted), number(proposed), [...kinds])
    const lines = wrap(`${said}${more}`, width - indent)
    // An open question has long words, which --explain gives in full.
    const shown = j.verdict === 'undecided' && lines.length > 1 ? [`${wrap(said, width - indent - 4)[0]!} ...`] : lines
    const shownAs = shownVerdict(j)
    const head = [
      colours.strong(j.code.padEnd(code)),
      colours.verdict[shownAs](shownAs) + ' '.repeat(verdictWidth - shownAs.length),
      days[i]!.padEnd(sinceWidth),
    ].join(gap)
    return shown.map((line, n) => (n === 0 ? `${head}${gap}${line}` : ' '.repeat(indent) + line).trimEnd())
  })
}

function sinceOf(finding: Finding): string {
  if (!('from' in finding) || finding.counts === null) return ''
  const { from, controlledFrom, controlledBy } = finding
  if (controlledFrom === undefined) return from ?? words.notKnown
  return controlledFrom ?? (controlledBy === undefined ? words.notKnown : words.by(controlledBy))
}

/** By what, and for which members of a set. */
function textOf(finding: Finding, law: LawIndex, known: string | null): string {
  const by = byWhat(finding, law, known)
  return finding.onlyFor ? `${by}; ${setWords.only(finding.onlyFor)}` : by
}

/** Name, list and entry or rule and clauses, code, citation, and what is not certain. */
function byWhat(finding: Finding, law: LawIndex, known: string | null): string {
  if (finding.kind === 'open structure') return openText(finding)
  if (finding.kind === 'gap') return `${words.gapCouldReach}: ${finding.reads}`
  const [cite = ''] = finding.cite.split('; ')
  const by =
    finding.kind === 'listed'
      ? [nameOf(finding, law, known), ...placeOf(finding, cite)]
      : [finding.title, clausesWords(finding.clauses.map((c) => c.id))]
  const said = [...by, finding.code === null ? '' : `code ${finding.code}`].filter((part) => part !== '')
  if (finding.counts === null) return `${words.proposed}, ${words.wouldBeCovered}: ${said.join(', ')} [${cite}]`
  const notes = [
    ...(finding.via.length > 0 ? [finding.via.map((v) => viaWords[v]).join(', ')] : []),
    ...(finding.control === 'drug' ? [] : [finding.control]),
    ...(finding.until === null ? [] : [`until ${finding.until}`]),
    ...(finding.unconfirmed.length > 0 ? [unconfirmedWords(finding.unconfirmed)] : []),
    ...(finding.limits ? [`${words.limits} ${finding.limits.map(limitShort).join(', ')}`] : []),
    ...(finding.kind === 'class' ? finding.readings.map((r) => `${words.leansOn} ${r.id}`) : []),
    ...doubtsOf(finding),
  ]
  return [`${said.join(', ')} [${cite}]`.trim(), ...notes].join('; ')
}

function doubtsOf({ counts, doubts }: Extract<Finding, { cite: string; doubts: unknown }>): string[] {
  if (counts === 'undecided') return doubts.map((d) => doubtWords(d, true))
  return doubts.length > 0 ? [words.reservation] : []
}

/** A name without Latin letters is given in English, which every record has. */
function nameOf({ substance, nameInLaw }: ListedFinding, law: LawIndex, known: string | null): string {
  const name = /[a-z]{2}/i.test(nameInLaw) ? nameInLaw : (englishName(law, substance) ?? nameInLaw)
  return name.toLowerCase() === known?.toLowerCase() ? '' : name
}

/** List and entry, as far as the citation does not say them. */
function placeOf({ listName, entry }: ListedFinding, cite: string): string[] {
  return [
    ...(cite.includes(listName) ? [] : [listName]),
    ...(entry === null || cite.includes(entry) ? [] : [`entry ${entry}`]),
  ]
}

const ansi = /\u001b\[[0-9;]*m/g

/** Two spaces: enough to separate columns, and less to print than a frame. */
export const gap = '  '

/** Cells of one row next to each other, their lines already wrapped; `widths` are those of the columns. */
export function sideBySide(cells: readonly (readonly string[])[], widths: readonly number[]): string[] {
  const height = Math.max(1, ...cells.map((lines) => lines.length))
  return Array.from({ length: height }, (_, at) =>
    widths
      .map((width, column) => padded(cells[column]?.[at] ?? '', width))
      .join(gap)
      .trimEnd(),
  )
}

function padded(line: string, width: number): string {
  return line + ' '.repeat(Math.max(0, width - columnsOf(line.replace(ansi, ''))))
}
