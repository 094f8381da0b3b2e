import type { Problem, ProblemCode } from '../chem/index.js'
import type { Caveat, Doubt, Failure, OpenFinding, UsedReading, Verdict, Via } from '../matching/index.js'
import type { Lookup } from './lookup.js'
import type { RunInfo } from './run-info.js'
import type { Difference } from './difference.js'

/** All wording of the tool that is about findings. The compiler keeps each table complete. */
export const verdictWords = {
  listed: 'listed',
  class: 'class',
  undecided: 'undecided',
  uncontrolled: 'uncontrolled',
  unreadable: 'unreadable',
} satisfies Record<Verdict | 'unreadable', string>

export const problemWords = {
  empty: 'nothing to read',
  'bad-character': 'a character that SMILES does not have',
  syntax: 'not a SMILES',
  valence: 'an impossible valence',
  aromaticity: 'aromatic atoms that cannot be drawn with single and double bonds',
  reaction: 'a reaction, not one structure',
  inchi: 'InChI is not read; give a SMILES or a mol block',
  'not-a-structure': 'not a structure',
  'too-large': 'too large',
  'too-long': 'too long',
  'mol-block': 'not a mol block that can be read',
  'engine-failure': 'the structure reader failed on it',
  budget: 'it takes more work than one structure may',
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

export function doubtWords(doubt: Doubt): string {
  switch (doubt.kind) {
    case 'stereo open':
      return 'the drawing leaves stereo open; the listed form is among those it stands for'
    case 'stereo parted':
      return `the drawing leaves stereo open, and the law parts the forms: ${doubt.exception} is outside`
    case 'diastereomer':
      return 'another diastereomer of the listed form; whether "optical isomer" reaches it is not defined'
    case 'start unknown':
      return doubt.inForceBy === null
        ? 'the first day in force is not known'
        : `the first day in force is not known; a source shows it in force by ${doubt.inForceBy}`
    case 'start unconfirmed':
      return `in force from ${doubt.from}, a day nobody has confirmed; it may have been ${doubt.really}`
    case 'before records':
      return `the day asked lies before these records begin (${doubt.recordsFrom})`
    case 'instrument unknown':
      return 'the legal act that put it on the list is not recorded'
    case 'lapse unverified':
      return `its term ended on ${doubt.until}, after the day through which the law was checked (${doubt.verifiedThrough})`
    case 'preparations only':
      return `the entry reaches certain preparations only: ${doubt.what}`
    case 'extension unconfirmed':
      return `whether the law reaches its ${doubt.extension} is not confirmed`
    case 'extension conditional':
      return `its ${doubt.extension} are reached only on a condition that no structure decides: ${doubt.reads}`
    case 'tautomer apart':
      return 'its hydrogens lie elsewhere than in the listed substance, and both forms can be had'
    case 'link unusual':
      return 'an acetal, glycoside, silyl ether or oxygen on nitrogen; whether the law means it by "ester" or "ether" is not settled'
    case 'positional isomer unsettled':
      return positionalWords[doubt.why](doubt.core)
    case 'reading open':
      return `open question of the text: ${doubt.question} (${doubt.basis})`
    case 'open words':
      return `no structure decides: ${doubt.question} (${doubt.basis})`
    case 'perhaps left out':
      return `perhaps left out: ${doubt.reads} Whether ${doubt.list} named it on the day is not known`
    case 'undecided elsewhere':
      return `it refers to the law of ${doubt.jurisdiction}, which is undecided for this structure`
    case 'search bound':
      return 'the search for a fit reached its bound before it was complete'
  }
}

const positionalWords = {
  groups: (core: string) =>
    `same formula and same core (${core}), but a group sits on another kind of carbon; whether it is a positional isomer needs a determination by the DEA`,
  alkyl: (core: string) =>
    `same formula, same core (${core}) and same groups, but alkyl carbons sit on another part of it (ring, oxygen or chain); the definition shows no such move, so that it needs a determination by the DEA`,
  core: (core: string) =>
    `same formula and same groups, but they are not all on the core ${core}; whether it is a positional isomer needs a determination by the DEA`,
  'not defined': (core: string) =>
    `same formula, core (${core}) and groups, but "position" is not defined for this list`,
} satisfies Record<Extract<Doubt, { kind: 'positional isomer unsettled' }>['why'], (core: string) => string>

export function caveatWords(caveat: Caveat): string {
  switch (caveat.kind) {
    case 'after verified':
      return `law reviewed up to ${caveat.verifiedThrough}; later amendments are not included`
    case 'before records':
      return `records begin on ${caveat.recordsFrom}; earlier control is not in them`
    case 'gap':
      return `Known gap: ${caveat.reads} (${caveat.cite})`
  }
}

/** How many gaps are known, and where to read them; null where none are. One that could concern a structure is a finding of its own. */
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
      return 'it does not have the scaffold'
    case 'group not allowed':
      return sites ? `no clause allows this group at ${sites}` : 'no clause allows a group there'
    case 'nothing at site':
      return `nothing but hydrogen at ${sites ?? 'a site of the scaffold'}`
    case 'ring closed on the scaffold':
      return sites
        ? `a ring is closed at ${sites}, which no clause names`
        : 'a ring is closed on the scaffold, which no clause names'
    case 'parent unchanged':
      return 'it is the parent itself, without any of the changes'
    case 'too many changes':
      return `clause ${failure.clause} is used more often than it allows`
    case 'too few changes':
      return `clause ${failure.clause}, which must be met, is not`
    case 'other clause needed':
      return `clause ${failure.clause} is open only with clause ${failure.needs.join(' or ')}`
    case 'too large together':
      return `the groups under clause ${failure.clause} are larger together than it allows`
    case 'condition':
      return `it does not meet the condition: ${failure.reads}`
    case 'left out by reading':
      return `left out by the reading ${failure.reading}`
    case 'left out by name':
      return 'left out by name'
    case 'too heavy':
      return `${failure.mass.toFixed(2)} Da, over the limit of ${failure.limit} Da`
  }
}

export const openWords = {
  'drawn open':
    'the drawing leaves the structure open (R-group, attachment point or repeat unit): nothing can be found, nothing excluded',
  'no identity': 'it has the skeleton of a recorded substance, but its exact form cannot be compared',
  'odd charge': 'a component has a charge that no known compound has; what it is stays open',
  budget: 'comparing it takes more work than one structure may: nothing can be found, nothing excluded',
  'no structure': 'Not recorded here, and it has no single structure to test. This does not mean it is uncontrolled.',
} satisfies Record<OpenFinding['why'], string>

export const choiceWords = {
  covers: 'Taken to cover',
  'does not cover': 'Taken not to cover',
  open: 'Left open',
} satisfies Record<UsedReading['choice'], string>

export const headings = {
  jurisdiction: '',
  verdict: 'verdict',
  by: 'by',
  since: 'in force since',
  cite: 'citation',
} as const

/** Words of the readable output that belong to no single finding. */
export const words = {
  nothingFound: 'nothing recorded reaches it',
  wouldBeCovered: 'would be covered by',
  proposed: 'proposed',
  assumed: 'counted because of --assume',
  leansOn: 'leans on the reading',
  reachedBy: 'reached by',
  why: 'why',
  note: 'note',
  until: 'until',
  notKnown: 'not known',
  notInForce: 'not in force',
  on: 'on',
  asPrecursor: 'as a precursor or listed chemical, not as a drug',
  precursors: 'Precursors and listed chemicals',
  gapCouldReach: 'a law that is not in these records could reach it',
  edition: 'Edition',
  footer: 'Only what these records hold was asked; what they do not hold is not excluded.',
  molBlock: 'mol block',
  clause: 'clause',
  code: 'code',
  reading: 'reading',
  setAside: 'set aside, as the law itself says',
  wouldFitBy: 'would fit by clause',
  closest: 'closest class rule',
  doesNotFit: 'it does not fit',
} as const

const factWords: Readonly<Record<string, string>> = {
  from: 'the first day',
  in_force_by: 'the day by which it was in force',
  until: 'the last day',
  extends_to: 'its scope',
  cite: 'the citation',
  clauses: 'the wording of the clauses',
}

/** Facts of a record that nobody has confirmed, by the names they have in the records. */
export function unconfirmedWords(facts: readonly string[]): string {
  return `not confirmed: ${facts.map((fact) => factWords[fact] ?? fact).join(', ')}`
}

export function clausesWords(ids: readonly string[]): string {
  if (ids.length === 0) return ''
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

/** Why a structure has no name, beside its formula. */
export function unnamedWords(why: string): string {
  return `no InChIKey (${why})`
}

export function problemText(problem: Problem): string {
  const where = problem.position === null ? '' : ` (position ${problem.position})`
  const said = problem.message === problemWords[problem.code] ? '' : `: ${problem.message}`
  return `${problemWords[problem.code]}${where}${said}`
}

export const lookupKinds = {
  name: 'recorded name',
  cas: 'CAS number',
  code: 'code',
  inchikey: 'InChIKey',
} satisfies Record<Lookup['by'], string>

export function lookupWords(lookup: Lookup): string {
  const what = `looked up by ${lookupKinds[lookup.by]}: ${lookup.name} (${lookup.substance})`
  if (lookup.structure === null) return `${what}, not a single structure${lookup.why === null ? '' : `: ${lookup.why}`}`
  return `${what}, judged as ${lookup.structure}`
}

export function sharedWords(by: Lookup['by'], names: readonly string[]): string {
  const shown = names.slice(0, 12).join('; ')
  const more = names.length > 12 ? ` and ${names.length - 12} more` : ''
  return `this ${lookupKinds[by]} is recorded for ${names.length} substances (${shown}${more}); give the name or structure of one`
}

export const notRecordedHint = 'nor is it a recorded name, CAS number, code or InChIKey'
export const gapHint = (code: string, reads: string) => `known gap of ${code}: ${reads}`
export const fileHint = 'it is a file: coverage batch reads files'
export const alsoNameWords =
  'it is a recorded name and would read as SMILES of something else; a batch takes structures only'

/** What is said of records that cannot even be handed to the structure reader. */
export const recordWords = {
  comment: 'a comment line',
  died: 'the thread that read it ended',
  longLine: (bytes: number) => `${bytes} bytes in one line`,
  // Its cells are not known: in a table, nothing else tells which line it is.
  openQuote: (row: number, line: string) => `a quote opens in row ${row} and is never closed: ${line.slice(0, 60)}`,
  longRecord: (characters: number) => `a record of over ${characters} characters`,
  emptyRecord: 'an empty record',
  cutRecord: 'the record ends before M  END',
  noCounts: 'no counts line',
  noObject: 'no JSON object',
  tooWide: (fields: number, most: number) => `${fields} fields in one record, at most ${most} are read`,
  tooDeep: (levels: number) => `JSON within JSON over ${levels} levels deep`,
  version: (name: string) => `unknown version ${name}`,
  beyond: (rows: number) =>
    `${rows} ${rows === 1 ? 'row has values' : 'rows have values'} beyond the columns that the beginning of the file tells; they are not in what was written, --format ndjson keeps them`,
  noProperty: (name: string) => `no record has the property ${name}; rows are named as if --id-col had not been given`,
  header: (line: string) => `line 1 is taken for a header: ${line.slice(0, 60)}`,
} as const

/** The United States treat an analogue (21 U.S.C. 802(32)) by structure, effect and intent: no structure alone decides it. */
export const similarWords = {
  title: 'Listed substances most like it',
  none: 'none',
  note: 'For a person to look at, never a verdict. The number compares fragments (Tanimoto coefficient of Morgan fingerprints, 0 to 1). Laws on analogues ask more: the United States Federal Analogue Act (21 U.S.C. 802(32), 813) asks whether the structure is substantially similar, what the effect is or is said to be, and whether it is meant for human consumption. No structure decides that.',
} as const

/** Words of `history`. */
export const historyWords = {
  earliest: 'as far as known',
  before: (recordsFrom: string) => `the records begin on ${recordsFrom}; earlier control is not in them`,
  span: (code: string, recordsFrom: string | null, verifiedThrough: string) =>
    `${code}: ${recordsFrom === null ? 'the day from which the records are complete is not known' : `records begin on ${recordsFrom}`}; checked through ${verifiedThrough}`,
} as const

/** Words of `compare` and `diff`. */
export const compareWords = {
  rows: (n: number) => `${n} ${n === 1 ? 'row' : 'rows'} of`,
  moved: (n: number) => (n === 0 ? 'No row moves.' : `${n} ${n === 1 ? 'row moves' : 'rows move'}:`),
  noLonger: 'no longer:',
  daysUncontrolled: 'days uncontrolled',
  firstSeen: 'first seen',
  median: 'median',
  total: 'total',
  raceNote: (n: number, of: number, assumedFrom: string | null) =>
    `Over the ${n} of ${of} rows that tell when they were first seen. A month or year counts from its last day, so the days are at least these; undecided days do not count.${assumedFrom === null ? '' : ` The rules assumed count from ${assumedFrom}.`}`,
  over: (n: number, of: number, file: string) =>
    n === 0
      ? `None of the ${of} rows of ${file} becomes controlled.`
      : `${n} of the ${of} rows of ${file} ${n === 1 ? 'becomes' : 'become'} controlled, and must not:`,
  unsure: (n: number) => `${n} ${n === 1 ? 'becomes' : 'become'} undecided:`,
  unread: (ids: readonly string[]) => `Not read, so nothing is said of them: ${ids.join(', ')}`,
  changed: (n: number, of: number, names: readonly [string, string]) =>
    `${n} of ${of} rows changed between ${names[0]} and ${names[1]}`,
  became: (controlled: number, free: number) => `${controlled} became controlled, ${free} ceased to be`,
  added: 'only in the second file',
  removed: 'only in the first file',
} as const

/** What tells two worlds of law apart: the day, the jurisdictions, the law data, the rules that count. */
export function worldNames(before: RunInfo, after: RunInfo): [string, string] {
  const parts: [string, string][] = []
  const codes = (run: RunInfo) => run.query.jurisdictions?.join(', ') ?? 'all jurisdictions'
  if (codes(before) !== codes(after)) parts.push([codes(before), codes(after)])
  if (before.asOf !== after.asOf) parts.push([before.asOf, after.asOf])
  const rules = after.query.assume.filter((id) => !before.query.assume.includes(id))
  if (rules.length > 0) parts.push(['as it stands', `with ${rules.join(', ')}`])
  else if (before.edition.sha256 !== after.edition.sha256)
    parts.push([
      `edition ${before.edition.id} ${before.edition.sha256.slice(0, 7)}`,
      `edition ${after.edition.id} ${after.edition.sha256.slice(0, 7)}`,
    ])
  return parts.length === 0
    ? ['first', 'second']
    : [parts.map((p) => p[0]).join(', '), parts.map((p) => p[1]).join(', ')]
}

/** Words of `expect` and `lint-dataset`. */
export const inspectionWords = {
  closing: (rows: number, failed: number, edition: string) =>
    `${rows} ${rows === 1 ? 'row' : 'rows'}: ${rows - failed} passed, ${failed} failed (edition ${edition})`,
  verdict: 'the verdict is the expected one',
  clause: 'the clause or rule is the expected one',
  expectation: 'an expectation is written so that it can be read',
  unread: 'the structure can be read',
  duplicate: 'each substance stands in one row',
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

/** Words of `verify`. */
export const verifyWords = {
  row: (file: string, line: number, id: string | null) => `${file} line ${line}${id === null ? '' : ` (${id})`}`,
  difference: ({ what, code, was, is }: Difference) => `${code === null ? '' : `${code} `}${what} was ${was}, is ${is}`,
  notChecked: (why: string) => `not checked: ${why}`,
  needsRules: (ids: readonly string[]) =>
    `it was judged with rules of its own; give --rule with the file of ${ids.join(', ')}`,
  cut: 'the input was too long to be kept whole',
  closing: (holds: number, differs: number, left: number, edition: string) =>
    `${holds + differs + left} rows asked again of edition ${edition}: ${holds} hold, ${differs} differ, ${left} not checked`,
  otherEdition: (n: number, edition: string) => `${n} of them ${n === 1 ? 'was' : 'were'} judged by edition ${edition}`,
  otherVersion: (n: number, version: string) =>
    `${n} of them ${n === 1 ? 'was' : 'were'} judged by version ${version} of the program`,
} as const

/** Words of `check --svg`. */
export const drawingWords = {
  noStructure: (input: string) => `${input} is recorded without a structure: there is nothing to draw`,
  notDrawn: 'no drawing of this structure could be made',
} as const
