import type { JudgedMember } from '../../answers/index.js'
import type { JurisdictionResult, LawIndex } from '../../matching/index.js'
import { briefOf } from '../brief.js'
import { cells, strong, type Block, type Cell } from '../document/model.js'
import { codeLines, positionsText, sinceInSet } from '../set-lines.js'
import { decidingOf, sinceWords, type LawStatements, type Statement } from '../statement.js'
import { words } from '../words/answer-words.js'
import { setWords } from '../words/finding-words.js'

/**
 * The answers of several laws: a row for each and what is to be known of them, then what is open, on lines of its own.
 * @param members of a set; else empty
 * @param sets the laws whose row says what decides between the members, in place of the citation
 */
export function briefLaws(
  laws: readonly LawStatements[],
  members: readonly JudgedMember[],
  sets: readonly JurisdictionResult[],
  index: LawIndex,
): { rows: Block[]; notes: string[] } {
  if (laws.length === 0) return { rows: [], notes: [] }
  const rows = briefRows(laws, members, sets, index)
  const isBy = rows.some(([, , since]) => since!.toString().startsWith(by))
  const flowing = [
    ...(isBy ? [words.firstDayUnknown] : []),
    ...codeLines(reservations(laws, sets.length > 0)),
    words.inFull,
  ]
  const notes = [...codeLines(questions(laws)), flowing.map((note) => note.replace(/\.?$/, '.')).join(' ')]
  return { rows: cells([], rows, true), notes }
}

/** Before a day on which something was controlled, where the first is not known. */
const by = '<='

/** Verdict, first day of control, by what, and the citation or the question that is open. */
function briefRows(
  laws: readonly LawStatements[],
  members: readonly JudgedMember[],
  sets: readonly JurisdictionResult[],
  index: LawIndex,
): Cell[][] {
  return laws.map(({ law, verdict: shown, statements }): Cell[] => {
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
    const decides = positionsText(sets.find(({ code }) => code === law)?.ofSet?.decides ?? []) ?? ''
    return [
      strong(law),
      { text: isOpen ? shown.toUpperCase() : shown, as: shown },
      since === null || since.kind === 'not in force' || isOpen
        ? ''
        : since.kind === 'by' || since.kind === 'between'
          ? `${by}${since.day}`
          : sinceWords(since),
      { text: `${placeFirst(main)}${more}`, ...(brief ? { short: `${brief.name}${more}` } : {}) },
      decides
        ? { text: decides, isWhole: true }
        : question
          ? askedBy(question.short)
          : { text: cite, ...(brief?.cite ? { short: brief.cite } : {}) },
    ]
  })
}

/** A question without what every one says. */
const askedBy = (question: string) => `${words.open}: ${question.replace(words.openQuestion, '')}`

/** By what, the list before the name: where it is cut, the list remains. */
function placeFirst({ verdict: shown, name, place, questions, clauses }: Statement): string {
  const named = questions.some(({ short }) => short === name) ? [] : [name]
  const said = (clauses.length > 0 ? [...named, ...place] : [...place, ...named]).join(', ')
  return shown === 'proposed' ? `${words.proposed}, ${words.wouldBeCovered}: ${said}` : said
}

type Notes = readonly (readonly [law: string, note: string])[]

const questions = (laws: readonly LawStatements[]): Notes =>
  laws.flatMap(({ law, statements }) =>
    decidingOf(statements).flatMap((s) => s.questions.map(({ short }) => [law, askedBy(short)] as const)),
  )

/**
 * Ends and reservations of what decides, and what else is found.
 * @param isSet leaves out for which members of a set something holds, which the rows say
 */
function reservations(laws: readonly LawStatements[], isSet: boolean): Notes {
  const said = laws.flatMap(({ law, statements }) =>
    decidingOf(statements).flatMap(({ until, conditions, unverified, members }) =>
      [
        ...(members && !isSet ? [setWords.only(members)] : []),
        ...(until === null ? [] : [words.until(until)]),
        ...conditions.map(({ short }) => short),
        ...(unverified === null ? [] : [unverified]),
      ].map((note) => [law, note] as const),
    ),
  )
  return [...said, ...laws.flatMap(otherFindings)]
}

function otherFindings({ law, statements }: LawStatements): Notes {
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
}
