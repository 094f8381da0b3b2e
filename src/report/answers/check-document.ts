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
  section,
  strong,
  text,
  verdict,
  type Block,
  type Cell,
  type Words,
} from '../document/model.js'
import type { Answer, InputRef } from '../json.js'
import { englishName, reviewedTo, withoutFindings } from '../law-facts.js'
import type { RunInfo } from '../run-info.js'
import { codeLines, decidedLines, positionsText } from '../set-lines.js'
import { shownOrder } from '../shown-verdict.js'
import {
  byText,
  citeText,
  lawStatements,
  remarks,
  sinceWords,
  type LawStatements,
  type Statement,
} from '../statement.js'
import { shortened } from '../text/wrap.js'
import { ageWords } from '../words/age-words.js'
import { headings, inputName, positionSentence, words } from '../words/answer-words.js'
import { similarWords } from '../words/command-words.js'
import { setWords } from '../words/finding-words.js'
import { lookupWords, problemKind, problemText, unnamedWords } from '../words/problem-words.js'
import { briefLaws } from './brief-laws.js'
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
    lookup && isBrief(jurisdictions, manner) ? null : structure.formula,
    structure.inchikey,
    structure.unnamed === undefined ? null : unnamedWords(structure.unnamed),
  ]
  const said = facts ? facts.filter((fact) => fact !== null).join('  ') : ''
  return [
    verdict(title, leadingVerdict(judgement), headline(judgement, run.asOf, law, run.query.kinds)),
    ...setBlocks(jurisdictions, members, manner),
    ...lawBlocks(jurisdictions, members, manner, readLines(lookup ? readAs(ref, lookup) : '', said)),
    ...memberBlocks(members, isInRows(jurisdictions, manner)),
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

/** Whether each law takes one line. */
const isBrief = (jurisdictions: readonly JurisdictionResult[], { explain, isWide }: CheckManner) =>
  jurisdictions.length > 1 && !explain && !isWide

/** Whether the row of each law says what decides between the members of a set: their positions. */
const isInRows = (jurisdictions: readonly JurisdictionResult[], manner: CheckManner) =>
  isBrief(jurisdictions, manner) && jurisdictions.every(({ ofSet }) => !ofSet || positionsText(ofSet.decides) !== null)

function setBlocks(
  jurisdictions: readonly JurisdictionResult[],
  members: readonly JudgedMember[],
  manner: CheckManner,
): Block[] {
  if (members.length === 0 || isInRows(jurisdictions, manner)) return []
  return section(setWords.heading, items(decidedLines(jurisdictions)), 3)
}

/** @param isShort leaves out the verdicts */
function memberBlocks(members: readonly JudgedMember[], isShort: boolean): Block[] {
  if (members.length === 0) return []
  const shown = members.slice(0, mostMembers).map(({ label, structure, lookup, judgement }) => {
    const name = lookup?.name && lookup.name !== label ? ` (${lookup.name})` : ''
    const facts = isShort ? [] : [memberVerdicts(judgement), structure?.formula]
    return printable(`${label}${name}: ${[...facts, structure?.inchikey].filter(Boolean).join('; ')}`)
  })
  const more = members.length - mostMembers
  return section(setWords.members(members.length), items(more > 0 ? [...shown, setWords.more(more)] : shown), 3)
}

/** Verdicts in the order in which an answer shows laws: what is open needs a person. */
const openFirst = ['undecided', 'depends', ...shownOrder.filter((v) => v !== 'undecided' && v !== 'depends')] as const

/** What each law says, on one line those that say nothing, and what the answer rests on. */
function lawBlocks(
  jurisdictions: readonly JurisdictionResult[],
  members: readonly JudgedMember[],
  manner: CheckManner,
  read: readonly Words[],
): Block[] {
  const { law, run, explain, isWide } = manner
  const reviewed = reviewedTo(law)
  const { plain, apart } = withoutFindings(jurisdictions, law, run.query.kinds)
  const laws = jurisdictions.map((j) => lawStatements(j.code, j)).filter(({ statements }) => statements.length > 0)
  const found = openFirst.flatMap((v) => laws.filter(({ verdict: own }) => own === v))
  const isSet = members.length > 0 && isInRows(jurisdictions, manner)
  const brief = isBrief(jurisdictions, manner)
  const short = brief ? briefLaws(found, members, isSet ? jurisdictions : [], law) : null
  const rows = isWide
    ? wideTable(found, reviewed)
    : short
      ? short.rows
      : found.flatMap((one) => fullTable(one, explain, jurisdictions.length > 1 ? reviewed.get(one.law)! : null))
  // If nothing is found at all, the first line has said so.
  const empty = !explain && plain.length + apart.length === jurisdictions.length ? [] : plain
  const nothing = empty.length + apart.length > 0 ? [ageWords.nothingIn(empty, apart, explain || isWide)] : []
  const positions = jurisdictions.flatMap((j): [code: string, text: string][] => {
    const said = positionSentence(j, brief)
    return said === null ? [] : [[j.code, said]]
  })
  return [...rows, ...lines([...nothing, ...(short?.notes ?? []), ...codeLines(positions), ...read])]
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
