import type { CitedClause, Finding, SetVerdict, UsedReading } from '../matching/index.js'
import { historyWords } from './words/command-words.js'
import { positionSentence, words, type Positioned } from './words/answer-words.js'
import {
  clausesWords,
  doubtWords,
  limitShort,
  limitWords,
  nameInLaw,
  openText,
  setWords,
  unconfirmedWords,
  viaWords,
} from './words/finding-words.js'

/** From which day something has been controlled without a break; `by` if the first day is not known, `between` if it has bounds. */
export type Since =
  | { readonly kind: 'on' | 'by'; readonly day: string }
  | { readonly kind: 'between'; readonly notBefore: string; readonly day: string }
  | { readonly kind: 'not known' }
  | { readonly kind: 'not in force'; readonly proposed: string | null }

/** In short, and with its grounds. */
interface Reason {
  readonly short: string
  readonly full: string
}

/** All that is said of one finding, without layout. Every format lays out the same statements. */
export interface Statement {
  readonly law: string
  readonly verdict: 'listed' | 'class' | 'undecided' | 'proposed'
  /** The entry or class by its name in the law; else what could reach the structure. */
  readonly name: string
  /** List and entry, or clauses; and the code. */
  readonly place: readonly string[]
  /** Id of the list or class rule, with the number of the entry; null where no record has it. */
  readonly record: { readonly id: string; readonly entry: string | null } | null
  /** Null where nothing is controlled. */
  readonly since: Since | null
  /** The first day of this entry or rule, where that of control is another or there is none. */
  readonly inForce: string | null
  readonly until: string | null
  readonly cite: string | null
  readonly url: string | null
  /** What belongs to the citation: the legal act, the clause that extends the entry to this form. */
  readonly act: string | null
  readonly reachedBy: string | null
  /** Why it is undecided. */
  readonly questions: readonly Reason[]
  /** As which form it is covered, and with what reservations. */
  readonly conditions: readonly Reason[]
  readonly unverified: string | null
  /** Null where no record has it: an open structure, a gap. */
  readonly control: string | null
  readonly clauses: readonly CitedClause[]
  readonly readings: readonly UsedReading[]
  /** Of a set: the members it is about, unless it is about all. */
  readonly members: readonly string[] | null
  /** Name, list or clauses, and marks, as a cell of a table names it. */
  readonly label: string
  /** Its lasting id; null if names were not asked for. */
  readonly id: string | null
  /** Why, by whom and until when the user waives it. */
  readonly waived: string | null
}

/** The answer of one law. */
export interface LawStatements {
  readonly law: string
  readonly verdict: SetVerdict
  readonly statements: readonly Statement[]
  /** On which answers of the user it rests, and the verdict without them. */
  readonly position: string | null
}

/** An answer or span of days, as judged or as written. */
type Answered = Positioned & { readonly findings: readonly unknown[] }

export function lawStatements(law: string, answered: Answered): LawStatements {
  const verdict = answered.ofSet?.verdict ?? answered.verdict
  return { law, verdict, statements: statementsOf(law, answered), position: positionSentence(answered) }
}

/** Two components of a mixture found by the same entry are one statement. */
export function statementsOf(law: string, { findings }: Pick<Answered, 'findings'>): Statement[] {
  const all = (findings as readonly Finding[]).map((finding) => statementOf(law, finding))
  return all.length < 2 ? all : [...new Map(all.map((one) => [JSON.stringify(one), one])).values()]
}

/** Nothing but a question that is open. */
const bare: Omit<Statement, 'law' | 'name' | 'label'> = {
  verdict: 'undecided',
  place: [],
  record: null,
  since: null,
  inForce: null,
  until: null,
  cite: null,
  url: null,
  act: null,
  reachedBy: null,
  questions: [],
  conditions: [],
  unverified: null,
  control: null,
  clauses: [],
  readings: [],
  members: null,
  id: null,
  waived: null,
}

function statementOf(law: string, finding: Finding): Statement {
  const { onlyFor, id = null, waived } = finding
  const one = { ...ofFinding(law, finding), id, waived: waived ? words.waived(waived) : null }
  return onlyFor ? { ...one, members: onlyFor, label: `${one.label} ${setWords.only(onlyFor)}` } : one
}

function ofFinding(law: string, finding: Finding): Statement {
  if (finding.kind === 'open structure') {
    const asks = openText(finding)
    return { ...bare, law, name: asks, label: words.openLabel, questions: [{ short: asks, full: asks }] }
  }
  if (finding.kind === 'gap') {
    const { reads, cite, counts } = finding
    const questions = counts === 'undecided' ? [{ short: reads, full: reads }] : []
    const name = `${counts === 'undecided' ? words.gapCouldReach : words.gapReads}: ${reads}`
    return { ...bare, law, name, label: `${reads} (${counts})`, verdict: counts, cite, questions }
  }
  // For a day before the records begin, later records are no evidence.
  const before = finding.doubts.find((d) => d.kind === 'before records')
  if (before) {
    const asks = historyWords.before(before.recordsFrom)
    return { ...bare, law, name: asks, label: asks, questions: [{ short: asks, full: asks }] }
  }
  return ofRecord(law, finding)
}

type Recorded = Extract<Finding, { kind: 'listed' | 'class' }>

function ofRecord(law: string, finding: Recorded): Statement {
  const { counts, status, from, until, cite, url, act, unconfirmed, control } = finding
  const reasons = finding.doubts.map((d) => ({ short: doubtWords(d, true), full: doubtWords(d) }))
  const since = sinceOf(finding)
  const entry = since && 'day' in since ? since.day : null
  return {
    ...bare,
    law,
    verdict: counts ?? 'proposed',
    name: finding.kind === 'listed' ? nameInLaw(finding) : finding.title,
    place: placeOf(finding),
    record:
      finding.kind === 'listed' ? { id: finding.list, entry: finding.entry } : { id: finding.ruleId, entry: null },
    since,
    // A reference may be older than what it refers to: its day says nothing of the substance.
    inForce:
      status === 'proposed' || from === entry || (since?.kind === 'on' && (from ?? since.day) < since.day)
        ? null
        : from,
    until,
    cite,
    url,
    act,
    reachedBy: reachedBy(finding),
    questions: counts === 'undecided' ? reasons : [],
    conditions: conditionsOf(finding, counts === 'undecided' ? [] : reasons),
    unverified: unconfirmed.length > 0 ? unconfirmedWords(unconfirmed) : null,
    control,
    ...(finding.kind === 'class' && { clauses: finding.clauses, readings: finding.readings }),
    label: labelOf(finding),
  }
}

function sinceOf({ status, from, counts, controlledFrom, controlledBy, controlledNotBefore }: Recorded): Since | null {
  if (status === 'proposed' && counts === null) return { kind: 'not in force', proposed: from }
  if (counts === null || counts === 'undecided') return null
  if (controlledFrom === undefined) return from === null ? { kind: 'not known' } : { kind: 'on', day: from }
  if (controlledFrom !== null) return { kind: 'on', day: controlledFrom }
  if (controlledBy === undefined) return { kind: 'not known' }
  return controlledNotBefore === undefined
    ? { kind: 'by', day: controlledBy }
    : { kind: 'between', notBefore: controlledNotBefore, day: controlledBy }
}

function placeOf(finding: Recorded): string[] {
  const where =
    finding.kind === 'listed'
      ? [finding.listName, finding.entry === null ? '' : `entry ${finding.entry}`]
      : [clausesWords(finding.clauses.map((c) => c.id))]
  return [...where, finding.code === null ? '' : `code ${finding.code}`].filter((part) => part !== '')
}

/** The provision that extends an entry to this form, if it is not in the entry itself. */
function reachedBy(finding: Recorded): string | null {
  if (finding.kind !== 'listed' || finding.scope === null || finding.scope.cite === finding.cite) return null
  return finding.scope.cite
}

function conditionsOf(finding: Recorded, reservations: readonly Reason[]): Reason[] {
  const plain = (text: string) => ({ short: text, full: text })
  return [
    ...(finding.kind === 'class' && finding.assumed ? [plain(words.assumed)] : []),
    ...(finding.kind === 'class' ? finding.readings : [])
      .filter(({ id }) => !finding.doubts.some((d) => d.kind === 'reading open' && d.reading === id))
      .map(({ id }) => plain(`${words.leansOn} ${id}`)),
    ...(finding.via.length > 0 ? [plain(finding.via.map((v) => viaWords[v]).join(', '))] : []),
    ...(finding.control === 'drug' ? [] : [plain(finding.control)]),
    ...reservations.map(({ short, full }) => ({ short, full: `${words.note}: ${full}` })),
    ...(finding.limits ?? []).map((limit) => ({
      short: `${words.limits} ${limitShort(limit)}`,
      full: limitWords(limit),
    })),
  ]
}

function labelOf(finding: Recorded): string {
  const { counts, control } = finding
  const marks = [...(control === 'drug' ? [] : [control]), ...(counts === 'undecided' ? ['undecided'] : [])]
  if (finding.kind === 'listed') return `${nameInLaw(finding)} (${[finding.listName, ...marks].join(', ')})`
  const said = [...marks, ...(counts === null ? [words.proposed] : [])]
  const name = `${finding.title} ${finding.clauses.map((c) => c.id).join('+')}`.trim()
  return said.length === 0 ? name : `${name} (${said.join(', ')})`
}

/** In words, as a cell of a column of days. */
export function sinceWords(since: Since | null): string {
  switch (since?.kind) {
    case 'on':
      return since.day
    case 'by':
      return words.orEarlier(since.day)
    case 'between':
      return words.between(since.notBefore, since.day)
    case 'not known':
      return words.notKnown
    case 'not in force':
      return words.notInForce
    case undefined:
      return ''
  }
}

/** Days in a sentence: since when it has been controlled, the day of the entry where that differs, and the end. */
export function daysText({ since, inForce, until }: Statement): string {
  const first = sinceWords(since)
  return [
    since && 'day' in since ? words.controlledSince(first) : since?.kind === 'not known' ? words.sinceUnknown : first,
    ...(since?.kind === 'not in force' && since.proposed !== null ? [`${words.proposed} ${since.proposed}`] : []),
    ...(inForce === null ? [] : [since === null ? words.inForceSince(inForce) : words.thisEntry(inForce)]),
    ...(until === null ? [] : [words.until(until)]),
  ]
    .filter((part) => part !== '')
    .join(', ')
}

/** What belongs to the citation: the legal act, and what extends the entry to this form. */
export function actParts({ act, reachedBy }: Statement): string[] {
  return [...(act === null ? [] : [act]), ...(reachedBy === null ? [] : [`${words.reachedBy} ${reachedBy}`])]
}

/** The citation with what belongs to it. */
export function citeText(statement: Statement): string {
  return [...(statement.cite === null ? [] : [statement.cite]), ...actParts(statement)].join(', ')
}

/** By what, in a line: name, list or clauses, and for which members of a set. */
export function byText({ verdict, name, place, members }: Statement): string {
  const said = [name, ...place].join(', ')
  return [
    verdict === 'proposed' ? `${words.wouldBeCovered}: ${said}` : said,
    ...(members ? [setWords.only(members)] : []),
  ].join('; ')
}

/** Questions, conditions and what is unverified, each a text. */
export function remarks({ questions, conditions, unverified, waived }: Statement, isFull: boolean): string[] {
  const text = (reason: Reason) => (isFull ? reason.full : reason.short)
  return [
    ...questions.map((reason) => `${words.why}: ${text(reason)}`),
    ...conditions.map(text),
    ...(unverified === null ? [] : [unverified]),
    ...(waived === null ? [] : [waived]),
  ]
}

/** What decides the verdict of a law: of its statements the strongest that count. */
export function decidingOf(statements: readonly Statement[]): Statement[] {
  const strongest = (['listed', 'class', 'undecided'] as const).find((v) => statements.some((s) => s.verdict === v))
  return statements.filter(({ verdict }) => verdict === strongest)
}

/** The open questions of an undecided answer of a law, in full. */
export function questionsOf(law: string, answered: Answered): string[] {
  if ((answered.ofSet?.verdict ?? answered.verdict) !== 'undecided') return []
  return statementsOf(law, answered).flatMap(({ questions }) => questions.map(({ full }) => full))
}
