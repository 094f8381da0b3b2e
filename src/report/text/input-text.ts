import type { Control } from '../../law/index.js'
import {
  isLongAfter,
  type Finding,
  type JurisdictionResult,
  type LawIndex,
  type SetVerdict,
} from '../../matching/index.js'
import type { Answer, InputRef } from '../json.js'
import type { Lookup } from '../../identifiers/index.js'
import { type RunInfo, editionName } from '../run-info.js'
import { ageWords, caveatWords, gapCountWords } from '../words/age-words.js'
import { basisWords, footerWords, inputName, words, positionSentence } from '../words/answer-words.js'
import { lookupWords, problemKind, problemText, unnamedWords } from '../words/problem-words.js'
import { otherControls } from '../words/finding-words.js'
import { reviewedTo, withoutFindings } from '../law-facts.js'
import { briefLines, commonName } from './brief-lines.js'
import { explainText } from './explain.js'
import { footText, screenOf, type Screen, type TextStyle } from './batch-text.js'
import { findingsTable, type LawFindings } from './findings-table.js'
import { findingsOf, headline, leadingVerdict, otherKinds } from './headline.js'
import { printable } from '../controls.js'
import { decidedText, membersText } from './inspection-text.js'
import { columnsOf, indented, shortened, wrap } from './wrap.js'

export interface TextOptions extends TextStyle {
  readonly explain: boolean
  /** True puts the position before each input. */
  readonly numbered: boolean
}

const inputShown = 400

export function inputText(
  ref: InputRef,
  answer: Answer,
  lookup: Lookup | null,
  law: LawIndex,
  run: RunInfo,
  options: TextOptions,
): string {
  const screen = screenOf(options)
  const { width, colours } = screen
  const title = titleOf(ref, options.numbered)
  if (answer.kind === 'unreadable') {
    const reason = indented(problemText(answer.problem), width, '  ')
    return [...verdictLines(title, 'unreadable', problemKind(answer.problem), screen), ...reason, ''].join('\n')
  }
  const { judgement, structure } = answer
  const isSet = 'members' in answer && answer.members !== undefined
  const known = isBriefOf(judgement.jurisdictions, options) && !isSet ? commonName(judgement.jurisdictions, law) : null
  const facts = structure
    ? [
        lookup ? null : known,
        structure.formula,
        structure.inchikey,
        structure.unnamed === undefined ? null : unnamedWords(structure.unnamed),
      ]
        .filter((f) => f !== null)
        .join('  ')
    : ''
  return [
    ...verdictLines(title, leadingVerdict(judgement), headline(judgement, run.asOf, law, run.query.kinds), screen),
    ...(lookup ? wrap(lookupWords(lookup), width) : []),
    ...(facts === '' ? [] : [colours.faint(facts)]),
    ...('members' in answer ? decidedText(judgement, answer.members ?? [], screen) : []),
    ...foundLines(judgement.jurisdictions, law, run.query.kinds, known, options, screen),
    ...('members' in answer ? membersText(answer.members ?? [], screen) : []),
    ...(options.explain ? [explainText(judgement.jurisdictions, law, screen)].filter((t) => t !== '') : []),
    ...(isBriefOf(judgement.jurisdictions, options) && !options.numbered ? [] : ['']),
  ].join('\n')
}

/** Drugs, other kinds of control, and on one line the jurisdictions without findings. */
function foundLines(
  results: readonly JurisdictionResult[],
  law: LawIndex,
  kinds: readonly Control[] | undefined,
  known: string | null,
  options: TextOptions,
  screen: Screen,
): string[] {
  const { width, colours } = screen
  const reviewed = reviewedTo(law)
  const found = (of: (result: JurisdictionResult) => Finding[]): LawFindings[] =>
    results
      .map((j) => ({ code: j.code, findings: of(j), reviewed: reviewed.get(j.code)! }))
      .filter((f) => f.findings.length > 0)
  const drugs = found((j) => findingsOf(j, 'drug'))
  const { plain, apart } = withoutFindings(results, law, kinds)
  const positioned = results.flatMap((j) => (j.positions ? [`${j.code}: ${positionSentence(j)}`] : []))
  const inFull = () => [
    ...(drugs.length > 0 ? [findingsTable(drugs, width, !options.explain, colours)] : []),
    ...otherKinds.flatMap((kind) => {
      const others = found((j) => findingsOf(j, kind))
      return others.length > 0
        ? [colours.strong(otherControls[kind].heading), findingsTable(others, width, !options.explain, colours)]
        : []
    }),
  ]
  const isBrief = isBriefOf(results, options)
  const nothingIn = isBrief ? ageWords.nothing(plain.map(([code]) => code)) : ageWords.nothingIn(plain)
  return [
    ...(isBrief ? briefLines(results, law, known, screen) : inFull()),
    ...[
      // If nothing is found at all, the first line has said so.
      ...(plain.length > 0 && !(isBrief && plain.length + apart.length === results.length) ? [nothingIn] : []),
      ...(apart.length > 0 ? [ageWords.narrow(apart)] : []),
      ...positioned,
    ].flatMap((line) => wrap(line, width)),
  ]
}

/** Several laws are one line each; one law, and --explain, are in full. */
function isBriefOf(results: readonly JurisdictionResult[], { explain }: Pick<TextOptions, 'explain'>): boolean {
  return results.length > 1 && !explain
}

/** The last lines of `check`, which shows the age of each law next to its answer. */
export function checkFooter(
  results: readonly JurisdictionResult[],
  law: LawIndex,
  run: RunInfo,
  options: Omit<TextOptions, 'numbered'>,
): string {
  if (options.explain) return footerText(results, run, options)
  const gaps = results.flatMap((j) => j.caveats).filter((c) => c.kind === 'gap').length
  const before = results.flatMap((j) =>
    j.caveats.filter((c) => c.kind === 'before records').map((c) => `${j.code}: ${caveatWords(c)}`),
  )
  const days = reviewedTo(law)
  const laws = results.map(({ code }) => [code, days.get(code)!] as const)
  const isBrief = isBriefOf(results, options)
  const inFull = results.some((j) => j.findings.length > 0) ? `${words.inFull} ` : ''
  const reviewed = isBrief ? `${ageWords.allReviewed(laws, (day) => isLongAfter(run.asOf, day))}. ${inFull}` : ''
  return footText([...before, `${reviewed}${footerWords(editionName(run.edition), gaps)}`], screenOf(options))
}

/** Reported elsewhere: gaps are counted, and the others are warnings on stderr. */
const statedElsewhere = ['gap', 'long after verified', 'after today']

/** The basis of the whole output, written once below all inputs: caveats depend on the day, not on the structure. */
export function footerText(
  results: readonly JurisdictionResult[],
  run: RunInfo,
  options: Omit<TextOptions, 'numbered'>,
): string {
  const shown = options.explain
    ? results
    : results.map((j) => ({ ...j, caveats: j.caveats.filter((c) => !statedElsewhere.includes(c.kind)) }))
  const gaps = options.explain ? null : gapCountWords(results.flatMap((j) => j.caveats))
  const caveats = [
    ...shown.flatMap((j) => j.caveats.map((caveat) => `${j.code}: ${caveatWords(caveat)}`)),
    ...(gaps === null ? [] : [gaps]),
  ]
  return footText([...caveats, basisWords([editionName(run.edition)])], screenOf(options), '    ')
}

/** Input and verdict on one line if they fit, so that a search for either shows both. */
function verdictLines(
  title: string,
  verdict: SetVerdict | 'unreadable',
  text: string,
  { width, colours }: Screen,
): string[] {
  const word = verdict === 'unreadable' ? text : verdict
  const tinted = (line: string) => colours.verdict[verdict](word) + line.slice(word.length)
  if (columnsOf(`${title}: ${text}`) <= width) return [`${colours.strong(title)}: ${tinted(text)}`]
  const [first, ...rest] = wrap(text, width)
  return [...wrap(title, width).map((line) => colours.strong(line)), tinted(first!), ...rest]
}

function titleOf(ref: InputRef, numbered: boolean): string {
  const shown = shortened(printable(inputName(ref.input)), inputShown)
  return numbered ? `${ref.index}. ${shown}` : shown
}
