import type { JudgedMember } from '../../answers/index.js'
import type { Lookup } from '../../identifiers/index.js'
import type { JurisdictionResult, LawIndex, Neighbour } from '../../matching/index.js'
import { append } from '../../remembered.js'
import { printable } from '../controls.js'
import {
  cells,
  faint,
  heading,
  items,
  lines,
  strong,
  text,
  verdict,
  type Block,
  type Cell,
  type Words,
} from '../document/model.js'
import { briefOf } from '../brief.js'
import type { Answer, InputRef } from '../json.js'
import { englishName, reviewedTo, withoutFindings } from '../law-facts.js'
import type { RunInfo } from '../run-info.js'
import { decidedLines, sharedLines, sinceInSet } from '../set-lines.js'
import { shownOrder } from '../shown-verdict.js'
import {
  byText,
  citeText,
  decidingOf,
  lawStatements,
  remarks,
  sinceWords,
  type LawStatements,
  type Statement,
} from '../statement.js'
import { shortened } from '../text/wrap.js'
import { ageWords } from '../words/age-words.js'
import { headings, inputName, words } from '../words/answer-words.js'
import { similarWords } from '../words/command-words.js'
import { setWords } from '../words/finding-words.js'
import { lookupWords, problemKind, problemText, unnamedWords } from '../words/problem-words.js'
import { explainBlocks } from './explain-blocks.js'
import { headline, leadingVerdict, memberVerdicts } from './headline.js'

/** One input of `check`, and its answer. */
export interface CheckedInput {
  readonly ref: InputRef
  readonly answer: Answer
  readonly lookup: Lookup | null
  readonly similar: readonly Neighbour[] | null
}

export interface CheckManner {
  readonly law: LawIndex
  readonly run: RunInfo
  /** Adds the words and atoms of clauses, and near misses. */
  readonly explain: boolean
  /** True puts the position before each input. */
  readonly numbered: boolean
  /** True for a table with all that is said of each finding, where no line is cut. */
  readonly isWide: boolean
}

const inputShown = 400
/** Fits on a terminal. */
const shortLine = 98
/** Members shown as text. */
const mostMembers = 40

/** The answer for one input. */
export function checkDocument({ ref, answer, lookup, similar }: CheckedInput, manner: CheckManner): Block[] {
  const shown = shortened(printable(inputName(ref.input)), inputShown)
  const title = manner.numbered ? `${ref.index}. ${shown}` : shown
  if (answer.kind === 'unreadable') {
    const kind = problemKind(answer.problem)
    return [verdict(title, kind, kind), text(problemText(answer.problem))]
  }
  const { law, run, explain } = manner
  const { judgement, structure } = answer
  const { jurisdictions } = judgement
  const members = ('members' in answer && answer.members) || []
  const facts = structure && [
    lookup || members.length > 0 ? null : commonName(jurisdictions, law),
    structure.formula,
    structure.inchikey,
    structure.unnamed === undefined ? null : unnamedWords(structure.unnamed),
  ]
  const said = facts ? facts.filter((fact) => fact !== null).join('  ') : ''
  return [
    verdict(title, leadingVerdict(judgement), headline(judgement, run.asOf, law, run.query.kinds)),
    ...setBlocks(jurisdictions, members),
    ...lawBlocks(jurisdictions, members, manner, readLines(lookup ? readAs(ref, lookup) : '', said)),
    ...memberBlocks(members),
    ...(explain ? explainBlocks(jurisdictions, law) : []),
    ...(similar ? similarBlocks(similar) : []),
  ]
}

/** How the input was read and what it is, on one line where that is short. */
function readLines(read: string, said: string): Words[] {
  if (read && said && read.length + said.length < shortLine) return [[`${read}; `, faint(said)]]
  return [...(read ? [read] : []), ...(said ? [faint(said)] : [])]
}

/** How the input was read; a name that was typed is not repeated. */
function readAs({ input }: InputRef, lookup: Lookup): string {
  const { by, name, form, structure } = lookup
  const isTyped = by === 'name' && form === undefined && name?.toLowerCase() === input.trim().toLowerCase()
  return isTyped && structure !== null ? `${words.readAs} ${name}, ${structure}` : lookupWords(lookup)
}

/** The recorded substance that most laws name; null without any. */
function commonName(results: readonly JurisdictionResult[], law: LawIndex): string | null {
  const named = new Map<string, string[]>()
  for (const { code, findings } of results)
    for (const f of findings) if (f.kind === 'listed' && f.counts === 'listed') append(named, f.substance, code)
  const [most] = [...named].sort(([, a], [, b]) => b.length - a.length)
  return most ? englishName(law, most[0]) : null
}

function setBlocks(jurisdictions: readonly JurisdictionResult[], members: readonly JudgedMember[]): Block[] {
  if (members.length === 0) return []
  const decided = decidedLines(jurisdictions)
  return [
    text(faint(setWords.members(members.length))),
    ...(decided.length > 0 ? [heading(setWords.heading, 3), ...items(decided)] : []),
  ]
}

function memberBlocks(members: readonly JudgedMember[]): Block[] {
  if (members.length === 0) return []
  const shown = members.slice(0, mostMembers).map(({ label, structure, lookup, judgement }) => {
    const name = lookup?.name && lookup.name !== label ? ` (${lookup.name})` : ''
    const facts = [structure?.formula, structure?.inchikey].filter(Boolean).join('  ')
    return printable(`${label}${name}: ${[memberVerdicts(judgement), facts].filter(Boolean).join('; ')}`)
  })
  const more = members.length - mostMembers
  return [heading(setWords.membersHeading, 3), ...items(more > 0 ? [...shown, setWords.more(more)] : shown)]
}

/** Verdicts in the order in which an answer shows laws: what is open needs a person. */
const openFirst = ['undecided', 'depends', ...shownOrder.filter((v) => v !== 'undecided' && v !== 'depends')] as const

/** What each law says, on one line those that say nothing, and what the answer rests on. */
function lawBlocks(
  jurisdictions: readonly JurisdictionResult[],
  members: readonly JudgedMember[],
  { law, run, explain, isWide }: CheckManner,
  read: readonly Words[],
): Block[] {
  const reviewed = reviewedTo(law)
  const { plain, apart } = withoutFindings(jurisdictions, law, run.query.kinds)
  const laws = jurisdictions.map((j) => lawStatements(j.code, j)).filter(({ statements }) => statements.length > 0)
  const found = openFirst.flatMap((v) => laws.filter(({ verdict: own }) => own === v))
  const isBrief = jurisdictions.length > 1 && !explain && !isWide
  const rows = isWide
    ? wideTable(found, reviewed)
    : isBrief
      ? briefTable(found, members, law)
      : found.flatMap((one) => fullTable(one, explain, jurisdictions.length > 1 ? reviewed.get(one.law)! : null))
  const nothing = isBrief ? ageWords.nothing(plain.map(([code]) => code)) : ageWords.nothingIn(plain)
  return [
    ...rows,
    ...lines([
      // If nothing is found at all, the first line has said so.
      ...(plain.length > 0 && !(isBrief && plain.length + apart.length === jurisdictions.length) ? [nothing] : []),
      ...(apart.length > 0 ? [ageWords.narrow(apart)] : []),
      ...(isBrief ? briefNotes(found) : []),
      ...jurisdictions.flatMap((j) => lawStatements(j.code, j).position?.replace(/^/, `${j.code}: `) ?? []),
      ...read,
    ]),
  ]
}

/** One row for each law: verdict, first day of control, by what, and the citation or the question that is open. */
function briefTable(laws: readonly LawStatements[], members: readonly JudgedMember[], index: LawIndex): Block[] {
  const rows = laws.map(({ law, verdict: shown, statements }): Cell[] => {
    const [main = statements[0]!, ...others] = decidingOf(statements)
    const isOpen = shown === 'undecided' || shown === 'depends'
    const rest = [...others, ...statements.filter((s) => !others.includes(s) && s !== main)]
    const counted = rest.filter((s) => s.verdict !== 'proposed')
    const kinds = new Set(counted.flatMap(({ control }) => control ?? []))
    if (main.control) kinds.delete(main.control)
    const more = words.more(counted.length, rest.length - counted.length, [...kinds])
    const since = members.length > 0 ? sinceInSet(law, members) : main.since
    const [question] = main.questions
    const brief = main.verdict === 'proposed' ? null : briefOf(index, main)
    const cite = main.cite ?? ''
    return [
      strong(law),
      { text: isOpen ? shown.toUpperCase() : shown, as: shown },
      since === null || since.kind === 'not in force' || isOpen
        ? ''
        : since.kind === 'by'
          ? `<=${since.day}`
          : sinceWords(since),
      { text: `${placeFirst(main)}${more}`, ...(brief ? { short: `${brief.name}${more}` } : {}) },
      question ? askedBy(question.short) : { text: cite, ...(brief?.cite ? { short: brief.cite } : {}) },
    ]
  })
  return cells([], rows, true)
}

/** A question without what every one says. */
const askedBy = (question: string) => `${words.open}: ${question.replace(words.openQuestion, '')}`

/** By what, the list before the name: where it is cut, the list remains. */
function placeFirst({ verdict: shown, name, place, questions, clauses }: Statement): string {
  const named = questions.some(({ short }) => short === name) ? [] : [name]
  const said = (clauses.length > 0 ? [...named, ...place] : [...place, ...named]).join(', ')
  return shown === 'proposed' ? `${words.proposed}, ${words.wouldBeCovered}: ${said}` : said
}

/** Each question, end and reservation of what decides, once for all laws that have it. */
function briefNotes(laws: readonly LawStatements[]): string[] {
  const others = laws.flatMap(({ law, statements }) => {
    const own = new Set(decidingOf(statements).flatMap(({ control }) => control ?? []))
    const more = statements.flatMap(({ verdict: v, control }) =>
      v !== 'proposed' && control && !own.has(control) ? [control] : [],
    )
    // A proposal counts for nothing and is always shown.
    const proposals = statements.filter((s) => s.verdict === 'proposed' && !decidingOf(statements).includes(s))
    return [
      ...[...new Set(more)].map((kind) => [law, `${words.also} ${kind}`] as const),
      ...proposals.map(({ name }) => [law, `${words.proposed}, ${words.wouldBeCovered}: ${name}`] as const),
    ]
  })
  const said = laws.flatMap(({ law, statements }) =>
    decidingOf(statements).flatMap(({ questions, until, conditions, unverified, members }) =>
      [
        ...questions.map(({ short }) => askedBy(short)),
        ...(members ? [setWords.only(members)] : []),
        ...(until === null ? [] : [words.until(until)]),
        ...conditions.map(({ short }) => short),
        ...(unverified === null ? [] : [unverified]),
      ].map((note) => [law, note] as const),
    ),
  )
  const isBy = laws.some(({ statements }) => statements.some(({ since }) => since?.kind === 'by'))
  return [
    ...sharedLines([...said, ...others]).map(([codes, note]) => `${codes}: ${note}`),
    ...(isBy ? [words.firstDayUnknown] : []),
  ]
}

/** Each finding of a law in full. @param reviewed the day up to which the law was reviewed; null if said elsewhere */
function fullTable({ law, verdict: shown, statements }: LawStatements, explain: boolean, reviewed: string | null) {
  const rows = statements.flatMap((s): Cell[][] => [
    [labels[s.verdict], strong(byText(s))],
    ...daysOf(s).map(([label, day]) => [label, day]),
    ...(s.cite === null ? [] : [[words.law, citeText(s)]]),
    ...remarks(s, explain)
      .filter((note) => note !== `${words.why}: ${s.name}`)
      .map((note) => [words.note, note]),
  ])
  const head = reviewed === null ? [] : [heading(`${law}: ${shown} (${ageWords.reviewed(reviewed)})`, 3)]
  return [...head, ...cells([], rows)]
}

const labels = { listed: words.as, class: words.as, undecided: words.open, proposed: words.proposed }

/** The days of a statement, each with what it is. */
function daysOf({ since, inForce, until }: Statement): [label: string, day: string][] {
  const entry = since && inForce !== null ? `, ${words.thisEntry(inForce)}` : ''
  return [
    ...(since?.kind === 'not in force'
      ? [
          [
            words.since,
            [words.notInForce, ...(since.proposed ? [`${words.proposed} ${since.proposed}`] : [])].join(', '),
          ],
        ]
      : since
        ? [[words.since, `${sinceWords(since)}${entry}`]]
        : inForce === null
          ? []
          : [[words.from, words.inForceSince(inForce)]]),
    ...(until === null ? [] : [[words.end, until]]),
  ] as [string, string][]
}

/** One row for each finding, with all that is said of it. */
function wideTable(laws: readonly LawStatements[], reviewed: ReadonlyMap<string, string>): Block[] {
  const { jurisdiction, verdict: own, by, since, until, cite, notes, reviewed: age } = headings
  const rows = laws.flatMap(({ law, statements }) =>
    statements.map((s): Cell[] => [
      law,
      s.verdict,
      byText(s),
      daysOf({ ...s, until: null })
        .map(([, day]) => day)
        .join(', '),
      s.until ?? '',
      citeText(s),
      remarks(s, false).join('; '),
      reviewed.get(law)!,
    ]),
  )
  return cells([jurisdiction, own, by, since, until, cite, notes, age], rows)
}

/** The listed substances most similar to a structure. */
function similarBlocks(similar: readonly Neighbour[]): Block[] {
  const rows = similar.map((n) => `${n.similarity.toFixed(2)}  ${n.name} (${n.listedIn.join(', ')})`)
  return [
    heading(similarWords.title, 3),
    ...items(rows.length > 0 ? rows : [similarWords.none]),
    text(faint(similarWords.note)),
  ]
}
