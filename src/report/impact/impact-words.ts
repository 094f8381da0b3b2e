import { byPositionsWords } from '../words/answer-words.js'
import { kindWords } from '../words/finding-words.js'
import type { Position, Doubt } from '../../matching/index.js'
import type { BecomesCounts } from '../comparison.js'
import type { DraftChange, OthersImpact, SetImpact } from '../draft-report.js'

const count = (n: number) => n.toLocaleString('en-US')

/** Percent with as many digits as say something. */
function percent(share: number): string {
  const hundredth = share * 100
  return `${hundredth === 0 || hundredth >= 10 ? hundredth.toFixed(0) : Number(hundredth.toPrecision(2))} %`
}

/** A share in words, with its interval. */
function shareOf(found: number, all: number, interval: BecomesCounts['interval']): string {
  if (all === 0) return ''
  const within = interval ? `; 95 % interval ${percent(interval[0])} to ${percent(interval[1])}` : ''
  return ` (${percent(found / all)}${within})`
}

/** Wording of reports on what a draft would do. */
export const impactWords = {
  count,
  title: (title: string) => `What would this wording do? ${title}`,
  head: (id: string, code: string, asOf: string, positions?: readonly Position[]) =>
    `Draft ${id}, as part of the law of ${code}; lists and rules as of ${asOf}` +
    (positions ? `, ${byPositionsWords(positions)}` : ''),
  alone:
    'Structures are judged by the words of the draft alone, without the other law of the jurisdiction. ' +
    'What is excluded only because a list names it counts as covered. Only recorded structures and your own ' +
    'are used; none is generated.',
  reach: 'Reach',
  covers: (covered: number, recorded: number) =>
    `Covers ${count(covered)} of ${count(recorded)} recorded substances that some law lists as drugs`,
  where: (code: string, here: number, elsewhere: number, nowhere: number) =>
    `${count(here)} listed by ${code} on the day, ${count(elsewhere)} only by other laws, ` +
    `${count(nowhere)} not listed that day`,
  clause: 'clause',
  reads: 'reads',
  under: 'under it',
  aloneColumn: 'by it alone',
  onlyBy: 'lost without it',
  idle: (ids: readonly string[]) =>
    `No recorded substance needs ${ids.length === 1 ? 'clause' : 'clauses'} ${ids.join(', ')}: without ` +
    `${ids.length === 1 ? 'it' : 'any one of them'} the draft covers the same.`,
  missed: (n: number) =>
    n === 0
      ? 'No recorded analogue of the parent is missed.'
      : `Recorded analogues that it misses, and why (${count(n)}):`,
  more: (n: number) => `and ${count(n)} more`,
  noScaffold: 'no scaffold of the draft is present',
  atClauses: (ids: readonly string[]) => `closest: ${ids.length === 1 ? 'clause' : 'clauses'} ${ids.join(', ')}`,
  similarity: (value: number) => `similarity ${value.toFixed(2)}`,
  listedIn: (codes: readonly string[]) =>
    codes.length === 0 ? 'not listed that day' : `listed in ${codes.join(', ')}`,
  collateral: 'Collateral',
  set: (set: Pick<SetImpact, 'kind' | 'file'>) => setNames[set.kind] ?? set.file ?? '',
  share: ({ counts, total, interval }: SetImpact) => {
    const readable = total - counts.unreadable
    return (
      `${count(counts.covered)} of ${count(readable)} covered${shareOf(counts.covered, readable, interval)}, ` +
      `${count(counts.undecided)} undecided${counts.unreadable > 0 ? `, ${count(counts.unreadable)} unreadable` : ''}`
    )
  },
  becomes: ({ controlled, undecided, interval }: BecomesCounts, readable: number) =>
    `${count(controlled)} of ${count(readable)} ${controlled === 1 ? 'becomes' : 'become'} controlled` +
    `${shareOf(controlled, readable, interval)}, ` +
    `${count(undecided)} ${undecided === 1 ? 'becomes' : 'become'} undecided`,
  byClause: 'by clause',
  kinds: (n: number | null, shown: number) =>
    n === null ? `kinds by scaffold, the ${shown} largest` : `${count(n)} ${n === 1 ? 'kind' : 'kinds'} by scaffold`,
  noRing: 'without a ring',
  closest: 'closest to the parent',
  furthest: 'furthest from the parent',
  uncontrolled: (n: number, code: string) =>
    n === 0
      ? `No medicine becomes controlled that ${code} does not list already.`
      : `${count(n)} ${n === 1 ? 'medicine becomes' : 'medicines become'} controlled that ${code} does not ` +
        'list already:',
  exclusions: 'Changes of the draft that free them, and what each would lose among the recorded substances:',
  change: 'change',
  frees: 'frees',
  freedBy: (change: string) => `freed by: ${change}`,
  loses: 'loses',
  doubt: 'Doubt',
  noDoubt: 'No structure of these sets is left undecided.',
  undecided: (n: number, total: number, set: string) => `${count(n)} of ${count(total)} undecided in ${set}`,
  undecidedMedicines: (names: string) => `Medicines left undecided: ${names}`,
  reading: 'question',
  choice: 'read as',
  some: 'undecided by it',
  aloneDoubt: 'by it alone',
  rests: 'covered and dependent on it',
  time: 'Time',
  raced: (n: number, since: string, until: string, from: string) =>
    `${count(n)} recorded ${n === 1 ? 'substance' : 'substances'} covered by the draft became known from ` +
    `${since} to ${until}. The table shows the days on which each was uncontrolled, with lists alone and ` +
    `if the draft had been law from ${from}. A substance is known from its first listing in any recorded ` +
    'law, or from the day given in a file. Undecided days are counted separately.',
  noneRaced: (since: string, until: string) =>
    `No recorded substance that the draft covers became known from ${since} to ${until}.`,
  substance: 'substance',
  known: 'known',
  listDays: 'days, lists alone',
  draftDays: 'days, with the draft',
  undecidedDays: 'undecided',
  won: 'days won',
  median: 'median',
  never: 'not yet',
  others: 'Against other laws',
  noOthers: 'No class rule of another recorded law covers anything that the draft covers.',
  othersNote: ({ universe, file }: OthersImpact) =>
    file === null
      ? 'What the draft and other class rules (in force that day in other laws, or named) cover, of ' +
        `${count(universe)} structures in these sets.`
      : `What the draft and the rules named cover, of ${count(universe)} structures of ${file}.`,
  rule: 'rule',
  both: 'both',
  onlyDraft: 'only the draft',
  onlyOther: 'only the rule',
  intersections: 'Sets of rules that cover the same structures',
  structures: 'structures',
  scaffold: 'scaffold',
  members: 'for example',
  listedOn: (code: string) => `listed in ${code}`,
  draft: 'the draft',
  footer: 'These are statements about the words of the draft and the structures given.',
  methods: 'Similarity is the Tanimoto coefficient of Morgan fingerprints; scaffolds are those of Bemis and Murcko.',
  scaffolds: 'Scaffolds are those of Bemis and Murcko.',
} as const

const setNames: Partial<Record<SetImpact['kind'], string>> = {
  recorded: 'recorded substances',
  medicines: 'medicines',
  everyday: 'everyday and industrial chemicals',
}

export function changeWords(change: DraftChange): string {
  switch (change.kind) {
    case 'carbons':
      return (
        `clause ${change.clause}: at most ${change.max} ${change.max === 1 ? 'carbon' : 'carbons'} in all ` +
        'its groups together'
      )
    case 'one group':
      return `clause ${change.clause}: one group only`
    case 'no further substitution':
      return `clause ${change.clause}: groups without further substitution`
    case 'mass':
      return `molar mass of at most ${change.max} Da`
    case 'without clause':
      return `leave out clause ${change.clause}`
    case 'by name':
      return 'except them by name'
  }
}

/** A doubt by its id: the question of a reading, or the words of a kind of doubt. */
export function reasonWords(id: string): string {
  const said: Readonly<Record<string, string>> = { ...kindWords, ...reasons }
  return said[id] ?? id
}

const reasons: Readonly<Record<Exclude<Doubt['kind'] | 'gap', keyof typeof kindWords>, string>> = {
  'open words': 'words that a structure cannot decide',
  'stereo parted': 'the drawing leaves stereochemistry open, and the draft treats the forms differently',
  'start unknown': 'the first day of the draft is not known',
  'extension unconfirmed': 'whether it reaches this form (salt, ester) is not confirmed',
  'extension conditional': 'it reaches this form only on a condition',
  'undecided elsewhere': 'the law to which it refers is undecided',
  gap: 'a law that is not recorded may cover it',
  'reading open': 'an open question of the text',
  'start unconfirmed': 'the first day is not confirmed',
  'before records': 'before the records begin',
  'lapse unverified': 'whether a period that has lapsed was extended',
  'preparations only': 'the entry names preparations only',
  'with other ingredients': 'whether the list covers it together with another ingredient',
  'positional isomer unsettled': 'whether the text means positional isomers of this kind',
  'perhaps left out': 'whether a list of unknown first day takes it out of the rule',
}
