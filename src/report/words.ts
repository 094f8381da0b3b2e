import type { Problem, ProblemCode } from '../chem/index.js'
import type { Control } from '../law/index.js'
import type { Caveat, Doubt, Failure, OpenFinding, UsedReading, Verdict, Via } from '../matching/index.js'
import type { Lookup, LookupKind } from '../identifiers/index.js'
import type { RunInfo } from './run-info.js'
import type { Difference } from './difference.js'

/** Wording about findings. The compiler checks that each table is complete. */
export const verdictWords = {
  listed: 'listed',
  class: 'class',
  undecided: 'undecided',
  uncontrolled: 'uncontrolled',
  unreadable: 'unreadable',
} satisfies Record<Verdict | 'unreadable', string>

export const problemWords = {
  empty: 'nothing to read',
  'bad-character': 'a character that does not occur in SMILES',
  syntax: 'not a SMILES',
  valence: 'an impossible valence',
  aromaticity: 'aromatic atoms that cannot be drawn with single and double bonds',
  reaction: 'a reaction, not one structure',
  inchi: 'InChI not read as a structure',
  'not-a-structure': 'not a structure',
  'too-large': 'too large',
  'too-long': 'too long',
  'mol-block': 'not a readable mol block',
  'engine-failure': 'the structure reader failed',
  budget: 'checking it exceeds the work limit for one structure',
  'unknown-name': 'name not recorded',
  'unknown-cas': 'CAS number not recorded',
  'unknown-inchikey': 'InChIKey not recorded',
  'bad-cas': 'not a valid CAS number',
  'shared-name': 'recorded for several substances',
  contradiction: 'CAS number and name belong to different substances',
} satisfies Record<ProblemCode, string>

export const viaWords = {
  name: 'named, no single structure to test',
  salt: 'as a salt',
  mixture: 'as part of a mixture',
  isotopologue: 'as an isotopologue',
  tautomer: 'drawn as a tautomer',
  hydrate: 'drawn as a hydrate of its carbonyl group',
  'optical isomer': 'as an optical isomer',
  stereoisomer: 'as a stereoisomer',
  'geometric isomer': 'as a geometric isomer',
  'positional isomer': 'as a positional isomer',
  ester: 'as an ester',
  ether: 'as an ether',
} satisfies Record<Via, string>

/** @param brief asks the question without its grounds */
export function doubtWords(doubt: Doubt, brief = false): string {
  switch (doubt.kind) {
    case 'stereo open':
      return 'the drawing leaves stereochemistry open; the listed form is one of those it may mean'
    case 'stereo parted':
      return `the drawing leaves stereochemistry open, and the law treats the forms differently: ${doubt.exception} is excluded`
    case 'diastereomer':
      return 'another diastereomer of the listed form; whether "optical isomer" includes it is not defined'
    case 'start unknown':
      return doubt.inForceBy === null
        ? 'the first day in force is not known'
        : `the first day in force is not known; a source shows it in force by ${doubt.inForceBy}`
    case 'start unconfirmed':
      return `in force from ${doubt.from}, an unconfirmed day; it may have been ${doubt.really}`
    case 'before records':
      return `the day is before these records begin (${doubt.recordsFrom})`
    case 'instrument unknown':
      return 'the legal act that put it on the list is not recorded'
    case 'lapse unverified':
      return `its term ended on ${doubt.until}, after the day up to which the law was reviewed (${doubt.verifiedThrough})`
    case 'preparations only':
      return `the entry covers only certain preparations: ${doubt.what}`
    case 'extension unconfirmed':
      return `whether the law covers its ${doubt.extension} is not confirmed`
    case 'extension conditional':
      return `its ${doubt.extension} are covered only on a condition that a structure cannot decide: ${doubt.reads}`
    case 'tautomer apart':
      return 'its hydrogens are placed differently from the listed substance, and both forms can be isolated'
    case 'link unusual':
      return 'an acetal, glycoside, silyl ether or oxygen on nitrogen; whether the law counts it as an "ester" or "ether" is unclear'
    case 'salt or mixture':
      return 'the other ions balance each other without it: this is a mixture that contains it, which the entry covers, or its salt, which the entry does not cover'
    case 'positional isomer unsettled':
      return positionalWords[doubt.why](doubt.core)
    case 'reading open':
      return `open question of the text: ${doubt.question}${brief ? '' : ` (${doubt.basis})`}`
    case 'open words':
      return `a structure cannot decide: ${doubt.question}${brief ? '' : ` (${doubt.basis})`}`
    case 'perhaps left out':
      return `possibly excluded: ${doubt.reads} Whether ${doubt.list} named it on that day is not known`
    case 'undecided elsewhere':
      return `it refers to the law of ${doubt.jurisdiction}, which is undecided for this structure`
    case 'search bound':
      return 'the search for a match reached its limit before it was complete'
  }
}

const positionalWords = {
  groups: (core: string) =>
    `same formula and same core (${core}), but a group is on another kind of carbon; whether it is a positional isomer is for the DEA to determine`,
  alkyl: (core: string) =>
    `same formula, same core (${core}) and same groups, but alkyl carbons are on another part of it (ring, oxygen or chain); the definition does not show such a move, so this is for the DEA to determine`,
  core: (core: string) =>
    `same formula and same groups, but they are not all on the core ${core}; whether it is a positional isomer is for the DEA to determine`,
  'not defined': (core: string) =>
    `same formula, core (${core}) and groups, but "position" is not defined for this list`,
} satisfies Record<Extract<Doubt, { kind: 'positional isomer unsettled' }>['why'], (core: string) => string>

export function caveatWords(caveat: Caveat): string {
  switch (caveat.kind) {
    case 'after verified':
      return `law reviewed up to ${caveat.verifiedThrough}; later amendments are not included`
    case 'long after verified':
      return `more than a year has passed since the law was reviewed (${caveat.verifiedThrough})`
    case 'after today':
      return 'the day asked is in the future; the law may change before then'
    case 'before records':
      return `records begin on ${caveat.recordsFrom}; earlier control is not included`
    case 'gap':
      return `Known gap: ${caveat.reads} (${caveat.cite})`
  }
}

/** Words on the age of a law's records. */
export const ageWords = {
  reviewed: (day: string) => `law reviewed to ${day}`,
  nothingIn: (codes: readonly (readonly [code: string, reviewed: string])[]) =>
    `Nothing found; law reviewed to: ${agesOf(codes)}`,
  future: (day: string) => `${day} is in the future; the law may change before then`,
  stale: (codes: readonly (readonly [code: string, reviewed: string])[], day: string) =>
    `law reviewed more than a year before ${day}: ${codes.map(([code, reviewed]) => `${code} (${reviewed})`).join(', ')}; later amendments are not included`,
} as const

/**
 * Of many laws, names those reviewed longest ago: a reader must know where the answer is old. "law list" shows all
 * days.
 */
function agesOf(codes: readonly (readonly [code: string, reviewed: string])[]): string {
  const each = (shown: typeof codes) => shown.map(([code, day]) => `${code} ${day}`).join(', ')
  if (codes.length <= 6) return each(codes)
  const oldest = [...codes].sort(([, a], [, b]) => (a < b ? -1 : Number(a > b)))
  return `${each(oldest.slice(0, 3))}, the others ${oldest[3]![1]} or later`
}

/**
 * How many gaps are known, and where to read about them; null if there are none. A gap that may affect a structure is a
 * separate finding.
 */
export function gapCountWords(caveats: readonly Caveat[]): string | null {
  const { length } = caveats.filter((c) => c.kind === 'gap')
  return length === 0 ? null : `${length} known ${length === 1 ? 'gap' : 'gaps'} in these records: coverage law gaps`
}

/** The caveats of a jurisdiction in short. */
export function caveatSummary(caveats: readonly Caveat[]): string[] {
  const gaps = gapCountWords(caveats)
  return [...caveats.filter((c) => c.kind !== 'gap').map(caveatWords), ...(gaps === null ? [] : [gaps])]
}

export function failureWords(failure: Failure, siteWords: (id: string) => string): string {
  const sites = 'sites' in failure && failure.sites.length > 0 ? failure.sites.map(siteWords).join(' or ') : null
  switch (failure.why) {
    case 'no scaffold':
      return 'the scaffold is not present'
    case 'group not allowed':
      return sites ? `no clause allows this group at ${sites}` : 'no clause allows a group there'
    case 'nothing at site':
      return `only hydrogen at ${sites ?? 'a site of the scaffold'}`
    case 'ring closed on the scaffold':
      return sites
        ? `a ring is fused at ${sites}, which no clause allows`
        : 'a ring is fused to the scaffold, which no clause allows'
    case 'parent unchanged':
      return 'it is the parent compound itself, unchanged'
    case 'too many changes':
      return `clause ${failure.clause} would have to apply more often than it allows`
    case 'too few changes':
      return `clause ${failure.clause} is mandatory and is not met`
    case 'other clause needed':
      return `clause ${failure.clause} applies only together with clause ${failure.needs.join(' or ')}`
    case 'too large together':
      return `the groups under clause ${failure.clause} are together larger than it allows`
    case 'condition':
      return `it does not meet the condition: ${failure.reads}`
    case 'left out by reading':
      return `excluded by the reading ${failure.reading}`
    case 'left out by name':
      return 'excluded by name'
    case 'too heavy':
      return `${failure.mass.toFixed(2)} Da, over the limit of ${failure.limit} Da`
  }
}

export const openWords = {
  'drawn open':
    'the drawing leaves the structure open (R-group, attachment point or repeat unit), so it can be neither found nor excluded',
  'no identity': 'it has the skeleton of a recorded substance, but its exact form cannot be compared',
  'odd charge': 'a component has a charge that no known compound has, so it cannot be identified',
  budget: 'checking it exceeds the work limit for one structure, so it can be neither found nor excluded',
  'no structure': 'Not recorded here, and it has no single structure to test. This does not mean it is uncontrolled.',
} satisfies Record<OpenFinding['why'], string>

export const choiceWords = {
  covers: 'Read as covering it',
  'does not cover': 'Read as not covering it',
  open: 'Left open',
} satisfies Record<UsedReading['choice'], string>

export const headings = {
  jurisdiction: '',
  verdict: 'verdict',
  by: 'by',
  since: 'in force since',
  cite: 'citation',
} as const

/** Columns of the tables that `check`, `history` and `compare` write as Markdown. */
export const answerColumns = {
  jurisdiction: 'jurisdiction',
  reviewed: 'law reviewed to',
  from: 'from',
  until: 'until',
  id: 'row',
  changes: 'changes',
  gained: 'new',
  lost: 'no longer',
} as const

/** Texts that belong to no single finding. */
export const words = {
  nothingFound: 'No recorded entry or rule covers it',
  wouldBeCovered: 'would be covered by',
  proposed: 'proposed',
  assumed: 'in force as assumed (--assume)',
  leansOn: 'depends on an open question:',
  reachedBy: 'covered by',
  why: 'why',
  note: 'note',
  until: 'until',
  notKnown: 'not known',
  sinceUnknown: 'first day not known',
  notInForce: 'not in force',
  on: 'on',
  in: 'in',
  since: 'since',
  inAll: (n: number) => `in all ${n} jurisdictions`,
  gapCouldReach: 'A law that is not recorded here may cover it',
  edition: 'Edition',
  footer: 'This answer covers only the law in this edition. A substance not found here may still be controlled.',
  stillControlled: 'A substance not found may be controlled.',
  molBlock: 'mol block',
  clause: 'clause',
  code: 'code',
  reading: 'reading',
  setAside: 'set aside, as the law itself provides',
  wouldFitBy: 'would match by clause',
  closest: 'closest class rule',
  doesNotFit: 'it does not fit',
} as const

/** The last sentence of `check`. */
export function footerWords(edition: string, gaps: number): string {
  const known = gaps === 0 ? '' : `; ${gaps} known ${gaps === 1 ? 'gap' : 'gaps'}: coverage law gaps`
  return `${words.edition} ${edition}${known}. ${words.stillControlled}`
}

const factWords: Readonly<Record<string, string>> = {
  from: 'the first day',
  in_force_by: 'the day by which it was in force',
  until: 'the last day',
  extends_to: 'which salts and isomers it extends to',
  cite: 'the citation',
  clauses: 'the wording of the clauses',
}

/** Unverified facts of a record, by their field names. */
export function unconfirmedWords(facts: readonly string[]): string {
  return `Unverified: ${facts.map((fact) => factWords[fact] ?? fact).join(', ')}`
}

export function clausesWords(ids: readonly string[]): string {
  if (ids.length === 0) return ''
  if (ids.length === 1 && ids[0] === 'reference') return 'by reference to the law of another jurisdiction'
  return `${ids.length === 1 ? 'clause' : 'clauses'} ${ids.join(', ')}`
}

/** Atoms are counted from 0, in the order of the input. */
export function atomsWords(atoms: readonly number[]): string {
  const runs: string[] = []
  const sorted = [...atoms].sort((a, b) => a - b)
  for (let i = 0; i < sorted.length; ) {
    let end = i
    while (sorted[end + 1] === sorted[end]! + 1) end++
    runs.push(end === i ? `${sorted[i]}` : `${sorted[i]}-${sorted[end]}`)
    i = end + 1
  }
  return `atoms ${runs.join(', ')} (counted from 0)`
}

/** Why a structure has no name; shown next to its formula. */
export function unnamedWords(why: string): string {
  return `no InChIKey (${why})`
}

/** Codes of problems with identifiers: their messages are whole sentences. */
const sentences: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'unknown-name',
  'unknown-cas',
  'unknown-inchikey',
  'bad-cas',
  'shared-name',
  'contradiction',
])

export function problemText(problem: Problem): string {
  if (sentences.has(problem.code)) return problem.message
  const where = problem.position === null ? '' : ` (position ${problem.position})`
  const said = problem.message === problemWords[problem.code] ? '' : `: ${problem.message}`
  return `${problemWords[problem.code]}${where}${said}`
}

export const lookupKinds = {
  name: 'recorded name',
  cas: 'CAS number',
  code: 'code',
  inchikey: 'InChIKey',
  inchi: 'InChI',
} satisfies Record<LookupKind, string>

export function lookupWords(lookup: Lookup): string {
  if (lookup.substance === null) return `structure read from its InChI: ${lookup.structure}`
  const what = `matched ${lookupKinds[lookup.by]}: ${lookup.name} (${lookup.substance})`
  if (lookup.structure === null) return `${what}, not a single structure${lookup.why === null ? '' : `: ${lookup.why}`}`
  return `${what}. Structure used: ${lookup.structure}`
}

export const notRecordedHint = 'nor is it a recorded name, CAS number, code or InChIKey'
export const gapHint = (code: string, reads: string) => `known gap of ${code}: ${reads}`
export const gapSentence = (code: string, reads: string) => `Known gap of ${code}: ${reads}.`
export const fileHint = 'it is a file; to check a file use: coverage batch'
export const fileSentence = 'It is a file; to check a file use: coverage batch'
export const alsoNameWords =
  'it is a recorded name that is also valid SMILES for something else; to look up names, give --lookup or --name-col'

/** Problems of records that never reach the structure reader. */
export const recordWords = {
  comment: 'a comment line',
  died: 'it crashed the structure reader',
  longLine: (bytes: number) => `${bytes} bytes in one line`,
  // Its cells are unknown, so only the line itself can identify it.
  openQuote: (row: number, line: string) => `a quote opened in row ${row} is never closed: ${line.slice(0, 60)}`,
  longRecord: (characters: number) => `a record of over ${characters} characters`,
  emptyRecord: 'an empty record',
  cutRecord: 'the record ends before M  END',
  noCounts: 'no counts line',
  noObject: 'no JSON object',
  noFields: 'no field with a structure, InChI, CAS number or name',
  tooWide: (fields: number, most: number) => `${fields} fields in one record, at most ${most} are read`,
  tooDeep: (levels: number) => `JSON nested more than ${levels} levels deep`,
  version: (name: string) => `unknown version ${name}`,
  beyond: (rows: number) =>
    `${rows} ${rows === 1 ? 'row has values' : 'rows have values'} in columns that do not occur at the beginning of the file; these were not written (--format ndjson keeps them)`,
  noProperty: (name: string) => `no record has the property ${name}; --id-col was ignored`,
  header: (line: string) => `line 1 was taken as a header: ${line.slice(0, 60)}`,
} as const

/**
 * United States law defines an analogue (21 U.S.C. 802(32)) by structure, effect and intent: structure alone never
 * decides it.
 */
export const similarWords = {
  title: 'Most similar listed substances',
  none: 'none',
  note: 'For a person to judge, never a verdict. The number compares fragments (Tanimoto coefficient of Morgan fingerprints, 0 to 1). Analogue laws require more than similarity: the United States Federal Analogue Act (21 U.S.C. 802(32), 813) asks whether the structure is substantially similar, what the effect is or is said to be, and whether it is meant for human consumption. A structure alone cannot decide that.',
} as const

/** Texts of `history`. */
export const historyWords = {
  earliest: 'as far as known',
  before: (recordsFrom: string) => `the records begin on ${recordsFrom}; earlier control is not included`,
  span: (code: string, recordsFrom: string | null, verifiedThrough: string) =>
    `${code}: ${recordsFrom === null ? 'the day from which the records are complete is unknown' : `records begin on ${recordsFrom}`}; law reviewed up to ${verifiedThrough}`,
} as const

/** Texts of `compare` and `diff`. */
export const compareWords = {
  rows: (n: number) => `${n} ${n === 1 ? 'row' : 'rows'} of`,
  moved: (n: number) =>
    n === 0 ? 'No row changes verdict.' : `${n} ${n === 1 ? 'row changes verdict' : 'rows change verdict'}:`,
  noLonger: 'no longer:',
  daysUncontrolled: 'days uncontrolled',
  firstSeen: 'first seen',
  median: 'median',
  total: 'total',
  raceNote: (n: number, of: number, until: string, twoDays: boolean, assumedFrom: string | null) =>
    `Counted to ${until}${twoDays ? ', the law of the earlier day taken to have stayed as it was' : ''}, over the ${n} of ${of} rows that say when they were first seen. A month or year counts from its last day, so these are minimum figures; undecided days are not counted.${assumedFrom === null ? '' : ` The assumed rules are in force from ${assumedFrom}.`}`,
  over: (n: number, of: number, file: string) =>
    n === 0
      ? `None of the ${of} rows of ${file} becomes controlled.`
      : `${n} of the ${of} rows of ${file} ${n === 1 ? 'becomes' : 'become'} controlled, and must not:`,
  noneRaced: 'No row says when it was first seen, so that days cannot be counted.',
  byRuleOrList: 'by clause of a rule, or by list',
  unsureIn: (n: number, of: number, file: string) =>
    `${n} of ${of} ${n === 1 ? 'becomes' : 'become'} undecided in ${file}`,
  moreRaced: (n: number) => `and ${n} more rows with a day, which the medians and totals count`,
  unsure: (n: number) => `${n} ${n === 1 ? 'becomes' : 'become'} undecided:`,
  unread: (ids: readonly string[], all: number) =>
    `Unreadable, so not compared: ${ids.join(', ')}${all > ids.length ? ` and ${all - ids.length} more` : ''}`,
  changed: (n: number, of: number, names: readonly [string, string]) =>
    `${n} of ${of} rows changed between ${names[0]} and ${names[1]}`,
  became: (controlled: number, free: number, unsure: number) =>
    `${controlled} became controlled, ${free} ceased to be${unsure > 0 ? `, ${unsure} from or to undecided` : ''}`,
  added: 'only in the second file',
  removed: 'only in the first file',
} as const

/** Names for the two compared states of the law, from what differs: day, jurisdictions, edition, assumed rules. */
export function scenarioNames(before: RunInfo, after: RunInfo): [string, string] {
  const parts: [string, string][] = []
  const codes = (run: RunInfo) => run.query.jurisdictions?.join(', ') ?? 'all jurisdictions'
  if (codes(before) !== codes(after)) parts.push([codes(before), codes(after)])
  if (before.asOf !== after.asOf) parts.push([before.asOf, after.asOf])
  const rules = after.query.assume.filter((id) => !before.query.assume.includes(id))
  if (rules.length > 0) parts.push(['the law as it stands', `with ${rules.join(', ')}`])
  else if (before.edition.sha256 !== after.edition.sha256)
    parts.push([
      `edition ${before.edition.id} ${before.edition.sha256.slice(0, 7)}`,
      `edition ${after.edition.id} ${after.edition.sha256.slice(0, 7)}`,
    ])
  return parts.length === 0
    ? ['first', 'second']
    : [parts.map((p) => p[0]).join(', '), parts.map((p) => p[1]).join(', ')]
}

/** Texts of `expect` and `lint-dataset`. */
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
  badField: (column: string, found: string, expected: string) =>
    `${column} is ${JSON.stringify(found)}; expected ${expected}`,
  sameStructure: (row: number, id: string) => `the same structure as row ${row} (${id})`,
  sameSubstance: (row: number, id: string) =>
    `another form of the substance in row ${row} (${id}): salt, solvate or isotopes differ`,
  otherStructure: (name: string, recorded: string) => `${name} is recorded with another structure: ${recorded}`,
  otherStereo: (name: string, recorded: string) => `${name} is recorded with other stereo: ${recorded}`,
} as const

/** Texts of `verify`. */
export const verifyWords = {
  row: (file: string, line: number, id: string | null) => `${file} line ${line}${id === null ? '' : ` (${id})`}`,
  difference: ({ what, code, was, is }: Difference) => `${code === null ? '' : `${code} `}${what} was ${was}, is ${is}`,
  notChecked: (why: string) => `not checked: ${why}`,
  needsRules: (ids: readonly string[]) =>
    `it was checked with user rules; give --rule with the file of ${ids.join(', ')}`,
  cut: 'the input was too long to be kept in full',
  closing: (holds: number, differs: number, left: number, edition: string) =>
    `${holds + differs + left} rows re-checked with edition ${edition}: ${holds} unchanged, ${differs} different, ${left} not checked`,
  otherEdition: (n: number, edition: string) =>
    `${n} of them ${n === 1 ? 'was' : 'were'} checked with edition ${edition}`,
  otherVersion: (n: number, version: string) =>
    `${n} of them ${n === 1 ? 'was' : 'were'} checked with version ${version} of the program`,
} as const

/** Why a file cannot be read or written, by system error code. */
const systemWords: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  EACCES: 'permission is denied',
  EPERM: 'permission is denied',
  EISDIR: 'it is a folder',
  ENOTDIR: 'part of its path is not a folder',
  EROFS: 'its file system is read-only',
  ENOSPC: 'the disk is full',
  EMFILE: 'too many files are open',
  EPIPE: 'its reader has closed it',
}

/** A message in which Node quotes a system error (`ENOENT: no such file or directory, open 'x'`), in plain words. */
export function plainErrors(message: string): string {
  return message.replace(
    /\b(E[A-Z]{3,}): [a-z][^,()']*(?:, [a-z]+(?: '[^']*')?(?: -> '[^']*')?)?/g,
    (all, code: string) => systemWords[code] ?? all,
  )
}

/** Texts about mistyped words. */
export const typoWords = {
  didYouMean: (words: readonly string[]) => (words.length === 0 ? '' : ` Did you mean ${words.join(' or ')}?`),
  noCommand: (word: string, near: readonly string[]) => `there is no command ${word}.${typoWords.didYouMean(near)}`,
  known: (words: readonly string[]) => ` Known: ${words.join(', ')}.`,
  list: ' All of them: coverage law list.',
} as const

/** Texts of `config` and of the settings file. */
export const configWords = {
  file: (file: string | null) =>
    file === null ? 'No coverage.config.json here or in a folder above.' : `Settings: ${file}`,
  default: 'default',
  defaults: {
    jurisdictions: 'all',
    asOf: 'today',
    formats: 'default of each command',
    rules: 'none',
    edition: 'any',
  },
  missing: (file: string) => `there is no file ${file} (given by --config)`,
  bad: (file: string, at: string, what: string) => `${file}: ${at === '' ? '' : `${at}: `}${what}`,
  otherEdition: (expected: string, by: string, is: string) => `${by} expects edition ${expected}, but this is ${is}`,
} as const

/** Texts of the manual page that are not in the help. */
export const manWords = {
  short: 'says whether a chemical structure is controlled, under which law and since when',
  synopsis: 'COMMAND [options]',
  exit: [
    ['0', 'every input was readable, and no verdict matched --fail-on'],
    ['1', 'a verdict named by --fail-on occurred, or an expectation did not hold'],
    ['2', 'it could not run: usage, a missing file, bad data, no input at all'],
    ['3', 'it ran to the end, but some inputs were unreadable and --fail-on does not mention them'],
    ['130, 143', 'a batch was stopped by a signal; --resume continues it'],
  ],
  environment: [
    ['COVERAGE_JURISDICTIONS', 'the jurisdictions to check where -j is not given'],
    ['COLUMNS', 'how wide text is written into a pipe'],
    ['NO_COLOR, FORCE_COLOR', 'switch colour off and on'],
  ],
  files: [['coverage.config.json', 'settings, here or in a folder above; see coverage config']],
} as const

/** Why there is nothing to check. */
export const noRows = (files: readonly string[]): string => `no rows in ${files.join(', ')}`
export const emptyWords = (files: readonly string[]): string => `${noRows(files)}; --allow-empty accepts that`

/** Report of `-o`. */
export const wroteWords = (file: string, rows?: number): string =>
  `wrote ${file}${rows === undefined ? '' : ` (${rows} ${rows === 1 ? 'row' : 'rows'})`}`

/** Texts of `check --svg`. */
export const drawingWords = {
  noStructure: (input: string) => `${input} is recorded without a structure, so there is nothing to draw`,
  notDrawn: 'this structure could not be drawn',
  onlySvg: (file: string) => `--svg writes SVG; give a file name that ends in .svg instead of ${file}`,
} as const

/** Kinds of control, as the subject of a list. */
export const controlWords = {
  drug: 'drugs',
  precursor: 'precursors and listed chemicals',
  'chemical weapon': 'chemical weapons and their precursors',
} satisfies Record<Control, string>

/**
 * Kinds of control that an answer shows apart from drugs: a heading, and the note for a verdict that rests on them
 * alone.
 */
export const otherControls = {
  precursor: {
    heading: 'Precursors and listed chemicals',
    alone: 'as a precursor or listed chemical, not as a drug',
  },
  'chemical weapon': {
    heading: 'Schedules of the Chemical Weapons Convention',
    alone: 'under the Chemical Weapons Convention, not as a drug',
  },
} satisfies Record<Exclude<Control, 'drug'>, { heading: string; alone: string }>
