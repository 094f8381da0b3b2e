import type { ComparedFile, ComparedRow, Comparison, OneSidedCounts, RaceTotals } from '../comparison.js'

/** US law defines an analogue (21 U.S.C. 802(32)) by structure, effect and intent: structure never decides it. */
export const similarWords = {
  title: 'Most similar listed substances',
  none: 'none',
  note:
    'For a person to judge, never a verdict. The number compares fragments (Tanimoto coefficient of ' +
    'Morgan fingerprints, 0 to 1). Analogue laws require more than similarity: the United States Federal ' +
    'Analogue Act (21 U.S.C. 802(32), 813) asks whether the structure is substantially similar, what the ' +
    'effect is or is said to be, and whether it is meant for human consumption. A structure alone cannot ' +
    'decide that.',
} as const

export const historyWords = {
  from: 'from',
  earliest: 'as far as known',
  before: (recordsFrom: string) => `the records begin on ${recordsFrom}; earlier control is not included`,
  span: (code: string, recordsFrom: string | null, verifiedThrough: string) =>
    `${code}: ${recordsFrom === null ? historyWords.noBeginning : `records begin on ${recordsFrom}`}; ` +
    `law reviewed up to ${verifiedThrough}`,
  noBeginning: 'the day from which the records are complete is unknown',
} as const

export const compareWords = {
  rowsOf: ({ total, files }: ComparedFile) => `${rows(total)} of ${files.map((f) => f.file).join(' and ')}`,
  noLonger: 'no longer:',
  daysUncontrolled: 'days uncontrolled',
  daysUndecided: 'days undecided',
  /** Days uncontrolled, with the undecided ones apart. */
  days: (uncontrolled: number, undecided: number) =>
    undecided === 0 ? `${uncontrolled}` : `${uncontrolled} (+${undecided} undecided)`,
  firstSeen: 'first seen',
  median: 'median',
  total: 'total',
  raceNote: ({ substances, until, assumedFrom }: RaceTotals, { runs, input }: Comparison) => {
    const twoDays = runs?.[0].asOf !== runs?.[1].asOf
    return (
      `Counted to ${until}${twoDays ? ', the law of the earlier day taken to have stayed as it was' : ''}, ` +
      `over the ${substances} of ${input.total} rows that say when they were first seen. A month or year counts ` +
      'from its last day, so these are minimum figures; undecided days stand apart.' +
      `${assumedFrom === null ? '' : ` The assumed rules are in force from ${assumedFrom}.`}`
    )
  },
  noneRaced: 'No row says when it was first seen, so that days cannot be counted.',
  byRuleOrList: 'by clause of a rule, or by list',
  unsureIn: (n: number, of: number, file: string) =>
    `${n} of ${of} ${n === 1 ? 'becomes' : 'become'} undecided in ${file}`,
  changed: ({ total, changes, counts }: ComparedFile) => {
    const { changed, controlled, free, unsure, added, gone } = changes
    return [
      `${changed} of ${rows(total)} ${changed === 1 ? 'changes' : 'change'}: ${controlled} ` +
        `${controlled === 1 ? 'becomes' : 'become'} controlled, ${free} ${free === 1 ? 'ceases' : 'cease'} ` +
        `to be${unsure > 0 ? `, ${unsure} from or to undecided` : ''}`,
      ...(added.rows > 0 ? [oneSided(added, 'new')] : []),
      ...(gone.rows > 0 ? [oneSided(gone, 'gone')] : []),
      ...(counts.unreadable.after > 0 ? [`${counts.unreadable.after} unreadable`] : []),
    ].join('; ')
  },
  /** What a rule of a report says. */
  turns: (to: string | null) => (to === null ? 'a row is gone' : `a row becomes ${to}`),
  /** @param said how a verdict is written */
  change: <V extends string>(from: V | null, to: V | null, said: (verdict: V) => string = (v) => v) =>
    from !== null && to !== null
      ? `${said(from)} -> ${said(to)}`
      : to === null
        ? `gone: was ${said(from!)}`
        : `new: ${said(to)}`,
} as const

/** Days uncontrolled on each side, with the undecided ones apart. */
export function raceDays({ before, after, undecided }: NonNullable<ComparedRow['race']>): [string, string] {
  return [compareWords.days(before, undecided.before), compareWords.days(after, undecided.after)]
}

/** The days of all rows: what is summed, and the number on each side. */
export function raceSums({ before, after }: RaceTotals): [string, number, number][] {
  return [
    [compareWords.median, before.median, after.median],
    [compareWords.total, before.total, after.total],
    [compareWords.daysUndecided, before.undecided, after.undecided],
  ]
}

const rows = (n: number) => `${n} ${n === 1 ? 'row' : 'rows'}`

function oneSided({ rows: n, controlled, undecided }: OneSidedCounts, word: string): string {
  const of = [
    ...(controlled > 0 ? [`${controlled} controlled`] : []),
    ...(undecided > 0 ? [`${undecided} undecided`] : []),
  ]
  return `${n} ${word}${of.length > 0 ? ` (${of.join(', ')})` : ''}`
}

export const inspectionWords = {
  closing: (rows: number, failed: number, edition: string) =>
    `${rows} ${rows === 1 ? 'row' : 'rows'}: ${rows - failed} passed, ${failed} failed (edition ${edition})`,
  verdict: 'the verdict is as expected',
  clause: 'the clause or rule is as expected',
  expectation: 'the expectation can be read',
  unread: 'the structure can be read',
  duplicate: 'each substance occurs once',
  form: 'the rows are different substances, not forms of one',
  name: 'the structure is the one recorded for the name',
  isNot: (expected: string, where: string, day: string, is: string) =>
    `expected ${expected}${where} on ${day}, is ${is}`,
  noClause: (wanted: string, found: readonly string[]) =>
    `expected clause or rule ${wanted}; found ${found.length === 0 ? 'none' : found.join(', ')}`,
  noEffect: (names: readonly string[], why: string) =>
    `${names.join(' and ')} ${names.length === 1 ? 'has' : 'have'} no effect: ${why}`,
  onlyStructures: '--lint without a column expected checks structures, not verdicts',
  onlyWrites: '--write writes a table of expectations and checks none',
  realDay: 'a day that exists, written YYYY-MM-DD',
  badField: (column: string, found: string, expected: string) =>
    `${column} is ${JSON.stringify(found)}; expected ${expected}`,
  sameStructure: (row: number, id: string) => `the same structure as row ${row} (${id})`,
  sameSubstance: (row: number, id: string) =>
    `another form of the substance in row ${row} (${id}): salt, solvate or isotopes differ`,
  otherStructure: (name: string, recorded: string) => `${name} is recorded with another structure: ${recorded}`,
  otherStereo: (name: string, recorded: string) => `${name} is recorded with other stereo: ${recorded}`,
} as const

/** Texts of `batch` as a report for a build. */
export const resultCaseWords = {
  listed: 'a list names the structure',
  class: 'a class rule covers the structure',
  undecided: 'whether the law covers the structure is undecided',
  unreadable: 'the structure can be read, or the name is recorded',
  mismatch: 'name, number and structure of a row agree',
} as const

/** Texts about mistyped words. */
export const typoWords = {
  didYouMean: (words: readonly string[]) => (words.length === 0 ? '' : ` Did you mean ${words.join(' or ')}?`),
  noCommand: (word: string, near: readonly string[]) => `there is no command ${word}.${typoWords.didYouMean(near)}`,
  known: (words: readonly string[]) => ` Known: ${words.join(', ')}.`,
  list: (what: string) => ` All of them: coverage ${what === 'open question' ? 'questions' : 'law list'}.`,
} as const

/** Report of `-o`. */
export const wroteWords = (file: string): string => `wrote ${file}`
