import { remembered } from '../remembered.js'
import {
  conditionId,
  isWithin,
  mixturesId,
  openQuestions,
  openWordsId,
  positionalId,
  readingPlace,
  type Day,
  type Edition,
  type JurisdictionRecords,
  type OpenQuestion,
  type PlaceOfQuestion,
  type RecordedReading,
  type Rule,
} from '../law/index.js'
import {
  strength,
  type ClassFinding,
  type Doubt,
  type Finding,
  type JurisdictionResult,
  type ListedFinding,
  type UsedPosition,
} from './finding.js'
import type { Position } from './position.js'
import { UnknownName } from './unknown-name.js'

interface Answer {
  readonly covers: boolean
  readonly position: Position
}

/** Answers by the places of the law that they are for. */
export type Answered = ReadonlyMap<string, Answer>

/**
 * The places that positions answer on a day. A position on one place goes before one on the question that several ask.
 * @param inchikey of the structure; null for what holds for all
 */
export function answeredOn(
  positions: readonly Position[],
  questions: readonly OpenQuestion[],
  asOf: Day,
  inchikey: string | null = null,
): Answered {
  const holding = positions.filter(
    (position) => isWithin(position, asOf) && (position.inchikey === undefined || position.inchikey === inchikey),
  )
  // The narrower is written last, over the wider.
  const byWidth = [...holding].sort((a, b) => Number(a.inchikey !== undefined) - Number(b.inchikey !== undefined))
  const answered = new Map<string, Answer>()
  const answer = (position: Position, places: readonly PlaceOfQuestion[]) => {
    for (const place of places) answered.set(place.id, { covers: isCovering(position, place), position })
  }
  for (const position of byWidth) answer(position, questions.find(({ id }) => id === position.question)?.places ?? [])
  const all = questions.flatMap(({ places }) => places)
  for (const position of byWidth)
    answer(
      position,
      all.filter(({ id }) => id === position.question),
    )
  return answered
}

function isCovering({ answer }: Position, { yes }: PlaceOfQuestion): boolean {
  if (answer === 'controlled' || answer === 'not controlled') return answer === 'controlled'
  return (answer === 'yes') === (yes !== 'does not cover')
}

/** @throws {UnknownName} for a question that the law does not ask, or a yes or no to one that has none */
export function checkPositions(edition: Edition, positions: readonly Position[]): void {
  const questions = questionsOfLaw(edition)
  for (const { question, answer } of positions) {
    const places = questions.flatMap(({ id, places }) => places.filter((p) => id === question || p.id === question))
    if (places.length === 0) {
      const known = questions.flatMap(({ id, places }) => [id, ...places.map((p) => p.id)])
      throw new UnknownName('open question', question, [...new Set(known)])
    }
    if ((answer === 'yes' || answer === 'no') && places.some(({ yes }) => yes === null))
      throw new UnknownName('answer', `${answer} to ${question}`, ['controlled', 'not controlled'])
  }
}

/** Open questions of an edition, worked out once. */
export function questionsOfLaw(edition: Edition): readonly OpenQuestion[] {
  return remembered(questionsKnown, edition, () => openQuestions(edition.jurisdictions))
}

const questionsKnown = new WeakMap<Edition, readonly OpenQuestion[]>()

/**
 * An edition in which the questions of some class rules and gaps are answered. What an answer excludes is no longer in
 * it; words that an answer includes have no question any more. What lists and forms of a substance ask is left to
 * `byPosition`. Laws without a position are the same objects as before.
 */
export function editionWith(edition: Edition, answered: Answered): Edition {
  return { ...edition, jurisdictions: edition.jurisdictions.map((records) => recordsWith(records, answered)) }
}

function recordsWith(records: JurisdictionRecords, answered: Answered): JurisdictionRecords {
  const { jurisdiction, rules, readings = [] } = records
  const owners = ownersOf(answered)
  const idOf = (reading: RecordedReading) => readingPlace(jurisdiction.code, reading)
  const isAnswered = (reading: RecordedReading) => [idOf(reading), ...reading.answers].some((at) => answered.has(at))
  if (![...rules, ...jurisdiction.gaps].some(({ id }) => owners.has(id)) && !readings.some(isAnswered)) return records
  return {
    ...records,
    // A position on a place goes before a recorded reading of it.
    readings: readings
      .filter((reading) => answered.get(idOf(reading))?.covers !== false)
      .map((reading) => ({ ...reading, answers: reading.answers.filter((place) => !answered.has(place)) })),
    jurisdiction: { ...jurisdiction, gaps: jurisdiction.gaps.filter(({ id }) => answered.get(id)?.covers !== false) },
    rules: rules.map((rule) => ruleWith(rule, answered)),
  }
}

/** A rule whose open words and readings are answered. */
export function ruleWith(rule: Rule, answered: ReadonlyMap<string, Pick<Answer, 'covers'>>): Rule {
  const { open_words: words, ...others } = rule
  const onWords = answered.get(`${rule.id}/${openWordsId}`)?.covers
  return {
    ...others,
    ...(words && onWords !== false ? { open_words: onWords ? { ...words, choice: 'covers' as const } : words } : {}),
    readings: rule.readings.map((reading) => {
      const covers = answered.get(`${rule.id}/${reading.id}`)?.covers
      if (reading.choice !== 'open' || covers === undefined) return reading
      return { ...reading, choice: covers ? 'covers' : 'does not cover' }
    }),
  }
}

/** The place of the law whose question leaves a finding open, for each of its doubts that has one. */
export function placesAsked(finding: Finding): string[] {
  if (finding.grounds) return finding.grounds.map(({ reading }) => reading!)
  if (finding.counts !== 'undecided') return []
  if (finding.kind === 'gap') return [finding.gap]
  return finding.kind === 'open structure' ? [] : finding.doubts.flatMap((doubt) => placeOf(finding, doubt) ?? [])
}

function placeOf(finding: ListedFinding | ClassFinding, doubt: Doubt): string | null {
  const owner = finding.kind === 'class' ? finding.ruleId : finding.list
  switch (doubt.kind) {
    case 'reading open':
      return `${owner}/${doubt.reading}`
    case 'open words':
      return `${owner}/${finding.kind === 'class' ? openWordsId : finding.substance}`
    case 'with other ingredients':
      return `${owner}/${mixturesId}`
    case 'extension conditional':
      return `${owner}/${conditionId}`
    case 'extension unconfirmed':
      return `${owner}/${doubt.extension}`
    case 'positional isomer unsettled':
      return `${owner}/${positionalId(doubt.why)}`
    default:
      return null
  }
}

/** A finding without the doubts that an answer settles; null if one says that the law does not cover the structure. */
function settled(finding: Finding, answered: Answered): Finding | null {
  if (finding.grounds) return finding
  const answers = placesAsked(finding).flatMap((place) => answered.get(place)?.covers ?? [])
  if (answers.includes(false)) return null
  if (answers.length === 0 || finding.kind === 'open structure') return finding
  return withoutDoubts(finding, (place) => answered.has(place))
}

/** A finding without the doubts of places that are answered. */
export function withoutDoubts<T extends Finding>(finding: T, isAnswered: (place: string) => boolean): T
export function withoutDoubts(finding: Finding, isAnswered: (place: string) => boolean): Finding {
  if (finding.kind === 'open structure') return finding
  // A gap has no words to read: that it covers a structure is all that an answer can say.
  if (finding.kind === 'gap') return isAnswered(finding.gap) ? { ...finding, counts: 'class' } : finding
  const doubts = finding.doubts.filter((doubt) => !isAnswered(placeOf(finding, doubt) ?? ''))
  if (finding.kind === 'class') return { ...finding, doubts, counts: doubts.length === 0 ? 'class' : 'undecided' }
  const isOpen = doubts.some(({ kind }) => kind !== 'stereo open')
  return { ...finding, doubts, counts: isOpen ? 'undecided' : 'listed' }
}

/**
 * The answer of a jurisdiction whose questions are answered.
 * @param words the answer by the words of the law alone
 * @param answering the answer by the law with positions, as `editionWith` gives it
 */
export function byPosition(
  words: JurisdictionResult,
  answering: JurisdictionResult,
  answered: Answered,
): JurisdictionResult {
  const findings = answering.findings.flatMap((finding) => settled(finding, answered) ?? [])
  const verdict = strength.find((v) => findings.some((f) => f.counts === v)) ?? 'uncontrolled'
  const grounded = [...words.findings, ...findings].flatMap(({ grounds = [] }) => grounds.map((g) => g.question))
  const places = [...words.findings.flatMap(placesAsked), ...findings.flatMap(placesRead), ...grounded]
  const used = new Set(places.flatMap((place) => answered.get(place)?.position ?? []))
  if (used.size === 0) return words
  const positions = [...used].map(({ from: _, until: __, inchikey: ___, ...own }): UsedPosition => own)
  const recorded = answering.positions ?? []
  return {
    ...answering,
    findings,
    verdict,
    positions: [...recorded, ...positions],
    byWords: words.byWords ?? words.verdict,
  }
}

/** Places of a class rule whose words were read in order to find that it covers a structure. */
function placesRead(finding: Finding): string[] {
  return finding.kind === 'class' ? finding.readings.map(({ id }) => `${finding.ruleId}/${id}`) : []
}

/** Whether an answer may change with the places answered: something in it is open, in a law that has one. */
export function mayChange({ findings }: Pick<JurisdictionResult, 'findings'>, owners: ReadonlySet<string>): boolean {
  return findings.some(
    (finding) =>
      (finding.counts === 'undecided' && owners.has(ownerOf(finding))) ||
      finding.grounds?.some(({ question, reading }) => owners.has(question) || owners.has(reading!)),
  )
}

/**
 * Places answered, and the rules, lists and gaps that have them. A rule can also be met in another way than the one
 * reported.
 */
export function ownersOf(answered: Answered): Set<string> {
  return new Set([...answered.keys()].flatMap((place) => [place, place.split('/')[0]!]))
}

function ownerOf(finding: Finding): string {
  switch (finding.kind) {
    case 'listed':
      return finding.list
    case 'class':
      return finding.ruleId
    case 'gap':
      return finding.gap
    case 'open structure':
      return ''
  }
}
