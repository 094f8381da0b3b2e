import type { ClassFinding, Finding, ListedFinding } from '../../matching/index.js'
import {
  clausesWords,
  doubtWords,
  limitWords,
  nameInLaw,
  openText,
  setWords,
  unconfirmedWords,
  viaWords,
} from '../words/finding-words.js'
import { words } from '../words/answer-words.js'

export interface Line {
  readonly text: string
  readonly style: 'strong' | 'plain' | 'faint'
}

export interface FindingRow {
  readonly verdict: 'listed' | 'class' | 'undecided' | 'uncontrolled' | 'unreadable' | 'proposed'
  readonly by: readonly Line[]
  /** As a column with the heading "controlled since". */
  readonly since: readonly Line[]
  readonly cite: readonly Line[]
}

const plain = (text: string): Line => ({ text, style: 'plain' })
const strong = (text: string): Line => ({ text, style: 'strong' })
const faint = (text: string): Line => ({ text, style: 'faint' })

/** @param brief omits the grounds of an open question, and everything about a proposal except name and citation */
export function findingRow(finding: Finding, brief = false): FindingRow {
  const row = rowOf(finding, brief)
  return finding.onlyFor ? { ...row, by: [...row.by, plain(setWords.only(finding.onlyFor))] } : row
}

function rowOf(finding: Finding, brief: boolean): FindingRow {
  if (brief && 'doubts' in finding && finding.counts === null) return proposalRow(finding)
  switch (finding.kind) {
    case 'open structure':
      return { verdict: finding.counts, by: [plain(openText(finding))], since: [], cite: [] }
    case 'gap':
      return {
        verdict: finding.counts,
        by: [plain(`${words.gapCouldReach}: ${finding.reads}`)],
        since: [],
        cite: [plain(finding.cite)],
      }
    case 'listed':
      return {
        verdict: finding.counts ?? 'proposed',
        by: [strong(nameInLaw(finding)), plain(place(finding)), ...reservations(finding, brief)],
        ...whenAndWhere(finding),
      }
    case 'class':
      return {
        verdict: finding.counts ?? 'proposed',
        by: [...classLines(finding), ...reservations(finding, brief)],
        ...whenAndWhere(finding),
      }
  }
}

function proposalRow(finding: ListedFinding | ClassFinding): FindingRow {
  const name =
    finding.kind === 'listed' ? nameInLaw(finding) : [finding.title, clausesWords(finding.clauses.map((c) => c.id))]
  return {
    verdict: 'proposed',
    by: [
      plain(
        `${words.wouldBeCovered}: ${[name]
          .flat()
          .filter((part) => part !== '')
          .join(', ')}`,
      ),
    ],
    since: [plain(words.notInForce)],
    cite: [plain(finding.cite)],
  }
}

/** The row of a jurisdiction without findings that count. */
export const nothingFound: FindingRow = {
  verdict: 'uncontrolled',
  by: [faint(words.nothingFound)],
  since: [],
  cite: [],
}

function place(finding: ListedFinding): string {
  const parts = [
    finding.listName,
    finding.entry === null ? null : `entry ${finding.entry}`,
    finding.code === null ? null : `code ${finding.code}`,
  ]
  return parts.filter((part) => part !== null).join(', ')
}

function classLines(finding: ClassFinding): Line[] {
  const clauses = clausesWords(finding.clauses.map((c) => c.id))
  return [
    ...(finding.counts === null ? [plain(`${words.wouldBeCovered}:`)] : []),
    strong(finding.title),
    ...(clauses === '' ? [] : [plain(finding.code === null ? clauses : `${clauses}, code ${finding.code}`)]),
    ...(finding.assumed ? [plain(words.assumed)] : []),
    ...finding.readings.map((r) => plain(`${words.leansOn} ${r.id}`)),
  ]
}

function reservations(finding: ListedFinding | ClassFinding, brief: boolean): Line[] {
  return [
    ...(finding.via.length > 0 ? [plain(finding.via.map((v) => viaWords[v]).join(', '))] : []),
    ...finding.doubts.map((d) =>
      plain(`${finding.counts === 'undecided' ? words.why : words.note}: ${doubtWords(d, brief)}`),
    ),
    ...(finding.unconfirmed.length > 0 ? [plain(unconfirmedWords(finding.unconfirmed))] : []),
    ...(finding.limits ?? []).map((limit) => plain(limitWords(limit))),
  ]
}

function whenAndWhere(finding: ListedFinding | ClassFinding): Pick<FindingRow, 'since' | 'cite'> {
  const until = finding.until === null ? [] : [faint(`until ${finding.until}`)]
  const proposed = [
    plain(words.notInForce),
    ...(finding.from === null ? [] : [faint(`${words.proposed} ${finding.from}`)]),
  ]
  return {
    since: [...(finding.status === 'proposed' ? proposed : sinceLines(finding)), ...until],
    cite: [plain(finding.cite), ...(finding.act === null ? [] : [faint(finding.act)]), ...scopeLines(finding)],
  }
}

/** Since when the substance has been controlled, and this entry's own day where it differs. */
function sinceLines(finding: ListedFinding | ClassFinding): Line[] {
  const { from, controlledFrom } = finding
  if (controlledFrom === undefined) return [plain(from === null ? words.sinceUnknown : words.inForceSince(from))]
  const since = controlledSince(finding) ?? words.notKnown
  const isOther = from !== null && from !== (controlledFrom ?? finding.controlledBy)
  return [plain(since), ...(isOther ? [faint(words.thisEntry(from))] : [])]
}

/** The first day of unbroken control in words; null if it is not known at all, or the finding does not control. */
export function controlledSince(finding: Pick<ListedFinding, 'controlledFrom' | 'controlledBy'>): string | null {
  const { controlledFrom, controlledBy } = finding
  return controlledFrom ?? (controlledBy === undefined ? null : words.orEarlier(controlledBy))
}

/** Lines as one text, in which a colon continues. */
export function joined(lines: readonly Line[]): string {
  return textsOf(lines).join(', ').replace(':, ', ': ')
}

export function textsOf(lines: readonly Line[]): string[] {
  return lines.map((line) => line.text)
}

/** The lines of a row on days as one sentence. */
export function sinceText(since: readonly Line[]): string {
  const [first = '', ...rest] = textsOf(since)
  const said = /^\d/.test(first) ? words.controlledSince(first) : first === words.notKnown ? words.sinceUnknown : first
  return [said, ...rest].join(', ')
}

/** The provision that extends an entry to this form, if it is not in the entry itself. */
function scopeLines(finding: ListedFinding | ClassFinding): Line[] {
  if (finding.kind !== 'listed' || finding.scope === null || finding.scope.cite === finding.cite) return []
  return [faint(`${words.reachedBy} ${finding.scope.cite}`)]
}
