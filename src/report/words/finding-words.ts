import type { Control, Limit, Site } from '../../law/index.js'
import { mostMembers } from '../../limits.js'
import type { Doubt, Failure, ListedFinding, OpenFinding, UsedReading, Verdict, Via } from '../../matching/index.js'

/** The first of some names, and how many more there are. */
export function andMore(names: readonly string[], most: number, between = ', '): string {
  const more = names.length - most
  return names.slice(0, most).join(between) + (more > 0 ? ` and ${more} more` : '')
}

/** Wording about findings. The compiler checks that each table is complete. */
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
  carbamate: 'as a carbamate',
} satisfies Record<Via, string>

const positionalWords = {
  groups: (core: string) =>
    `same formula and same core (${core}), but a group is on another kind of carbon; whether it is a ` +
    'positional isomer is for the DEA to determine',
  alkyl: (core: string) =>
    `same formula, same core (${core}) and same groups, but alkyl carbons are on another part of it ` +
    '(ring, oxygen or chain); the definition does not show such a move, so this is for the DEA to ' +
    'determine',
  core: (core: string) =>
    `same formula and same groups, but they are not all on the core ${core}; whether it is a positional ` +
    'isomer is for the DEA to determine',
  'not defined': (core: string) =>
    `same formula, core (${core}) and groups, but "position" is not defined for this list`,
} satisfies Record<Extract<Doubt, { kind: 'positional isomer unsettled' }>['why'], (core: string) => string>

/** Doubts that are the same for every record. */
const plainDoubts = {
  'stereo open': 'the drawing leaves stereochemistry open; the listed form is one of those it may mean',
  diastereomer: 'another diastereomer of the listed form; whether "optical isomer" includes it is not defined',
  'instrument unknown': 'the legal act that put it on the list is not recorded',
  'solvate or mixture':
    'a solvent next to another substance: a mixture that contains it, or a solvate of that substance, ' +
    'which is not the listed chemical',
  'tautomer apart': 'its hydrogens are placed differently from the listed substance, and both forms can be isolated',
  'hydrate apart': 'drawn as the hydrate of a compound that the class does not cover; which is meant is open',
  'bare element': 'drawn as bare atoms of the element; which form of the element is meant is open',
  'link unusual':
    'an acetal, glycoside, silyl ether, oxygen on nitrogen, or carbamate of an amide or azole; whether the law ' +
    'counts it as an "ester", "ether" or "carbamate" is unclear',
  'salt or mixture':
    'the other ions balance each other without it: this is a mixture that contains it, which the entry ' +
    'covers, or its salt, which the entry does not cover',
  'search bound': 'the search for a match reached its limit before it was complete',
} satisfies Partial<Record<Doubt['kind'], string>>

type DoubtTable = {
  readonly [K in Exclude<Doubt['kind'], keyof typeof plainDoubts>]: (
    d: Extract<Doubt, { kind: K }>,
    brief: boolean,
  ) => string
}
const doubtTable: DoubtTable = {
  'stereo parted': (d) =>
    'the drawing leaves stereochemistry open, and the law treats the forms differently: ' +
    `${d.exception} is excluded`,
  'start unknown': (d) =>
    d.inForceBy === null
      ? 'the first day in force is not known'
      : `the first day in force is not known; a source shows it in force by ${d.inForceBy}`,
  'start unconfirmed': (d) => `in force from ${d.from}, an unconfirmed day; it may have been ${d.really}`,
  'before records': (d) => `the day is before these records begin (${d.recordsFrom})`,
  'lapse unverified': (d) =>
    `its term ended on ${d.until}, after the day up to which the law was reviewed (${d.verifiedThrough})`,
  'preparations only': (d) => `the entry covers only certain preparations: ${d.what}`,
  'with other ingredients': (d, brief) =>
    `drawn with another ingredient, and a structure cannot decide: ${d.question}` +
    `${grounds(brief, `${d.basis}; ${d.cite}`)}`,
  'extension unconfirmed': (d) => `whether the law covers its ${d.extension} is not confirmed`,
  'extension conditional': (d) =>
    `its ${d.extension} are covered only on a condition that a structure cannot decide: ${d.reads}`,
  'positional isomer unsettled': (d) => positionalWords[d.why](d.core),
  'reading open': (d, brief) => `open question of the text: ${d.question}${grounds(brief, d.basis)}`,
  'open words': (d, brief) => `a structure cannot decide: ${d.question}${grounds(brief, d.basis)}`,
  'perhaps left out': (d) => `possibly excluded: ${d.reads} Whether ${d.list} named it on that day is not known`,
  'undecided elsewhere': (d) => `it refers to the law of ${d.jurisdiction}, which is undecided for this structure`,
}

const doubtTexts: Readonly<Record<Doubt['kind'], unknown>> = { ...plainDoubts, ...doubtTable }

/** @param brief asks the question without its grounds */
export function doubtWords(doubt: Doubt, brief = false): string {
  if (brief && doubt.kind === 'stereo open') return 'stereochemistry not drawn in full'
  const words = doubtTexts[doubt.kind] as string | ((d: Doubt, brief: boolean) => string)
  return typeof words === 'string' ? words : words(doubt, brief)
}

function grounds(brief: boolean, text: string): string {
  return brief ? '' : ` (${text})`
}

export function failureWords(failure: Failure, named: readonly Pick<Site, 'id' | 'reads'>[]): string {
  const words = (id: string) => named.find((site) => site.id === id)?.reads ?? id
  const sites = 'sites' in failure && failure.sites.length > 0 ? failure.sites.map(words).join(' or ') : null
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

/** What is said of a set of structures. */
export const setWords = {
  tooMany: (count: number) =>
    `the input states ${count >= Number.MAX_SAFE_INTEGER ? 'at least ' : ''}${count.toLocaleString('en')} ` +
    `structures, more than the ${mostMembers} that are judged one by one, so it can be neither found nor ` +
    'excluded',
  /** @param members their labels */
  only: (members: readonly string[]) => `for ${listed(members)} only`,
  members: (n: number) => (n === 1 ? '1 structure' : `One of ${n} structures`),
  decided: (choices: readonly string[], verdict: Verdict) => `${choiceList(choices)}: ${verdict}`,
  heading: 'What decides',
  member: 'member',
  more: (n: number) => `and ${n} more; the JSON has all`,
  since: (kind: Control, day: string | null) =>
    `Controlled${kind === 'drug' ? '' : ` (${kind})`} since ${day ?? 'a day that is not known'}`,
  sinceAll: (day: string | null) =>
    day === null ? 'All members controlled on every recorded day' : `All members controlled since ${day}`,
  notAll: 'Not all members are controlled',
} as const

/** Labels shown in a sentence. */
const mostNamed = 8

const listed = (labels: readonly string[]) => andMore(labels, mostNamed)

/** 2- and 3-position; otherwise a plain list. */
function choiceList(choices: readonly string[]): string {
  if (choices.length > 1 && choices.every((choice) => /^atom \d+$/.test(choice)))
    return `atoms ${listed(choices.map((choice) => choice.slice(5)))}`
  const positions = choices.flatMap((choice) => /^(.+)-position$/.exec(choice)?.[1] ?? [])
  if (choices.length < 2 || positions.length < choices.length) return listed(choices)
  return `${positions.slice(0, -1).join('-, ')}- and ${positions.at(-1)!}-position`
}

const openWords = {
  'drawn open':
    'the drawing leaves the structure open (R-group, attachment point or repeat unit), so it can be ' +
    'neither found nor excluded',
  'too many members': 'the input states too many structures to judge each',
  'no identity': 'it has the skeleton of a recorded substance, but its exact form cannot be compared',
  abbreviation:
    'Ac, Pr, Am and Ts are elements in a structure file; with one bond, the symbol may mean an acetyl, ' +
    'propyl, amyl or tosyl group, which has to be drawn out',
  'odd charge': 'a component has a charge that no stable compound has, so it cannot be identified',
  radical: 'a component has an unpaired electron (a radical), so it cannot be identified',
  'odd bond':
    'a component has a dative bond that cannot be read as a single or double bond, so it cannot be identified',
  budget: 'checking it exceeds the work limit for one structure, so it can be neither found nor excluded',
  'no structure': 'Not recorded here, and it has no single structure to test. This does not mean it is uncontrolled.',
  group: 'No entry has this name. It stands for a group of structures; check each member by its own name.',
} satisfies Record<OpenFinding['why'], string>

/** What is said of each structure that is undecided for this reason. */
export const kindWords = { ...plainDoubts, ...openWords }

/** Why a structure is open; of a group, its members. */
export function openText({
  why,
  members = [],
  listedMembers = [],
  count,
}: Pick<OpenFinding, 'why' | 'members' | 'listedMembers' | 'count'>): string {
  if (count !== undefined) return setWords.tooMany(count)
  if (why !== 'group') return openWords[why]
  return listedMembers.length > 0
    ? `${openWords.group} Listed members: ${listedMembers.join(', ')}. Class rules may cover others.`
    : `${openWords.group} Recorded members: ${members.join(', ')}. Class rules may cover them.`
}

export const choiceWords = {
  covers: 'Read as covering it',
  'does not cover': 'Read as not covering it',
  open: 'Left open',
} satisfies Record<UsedReading['choice'], string>

const factWords: Readonly<Record<string, string>> = {
  from: 'the first day',
  in_force_by: 'the day by which it was in force',
  until: 'the last day',
  extends_to: 'which salts and isomers it extends to',
  cite: 'the citation',
  clauses: 'the wording of the clauses',
}

/** A limit that a structure does not show: 12 % by weight: what holds up to it (citation). */
export function limitWords({ amount, unit, per, reads, cite }: Limit): string {
  return `${limitShort({ amount, unit, per })}: ${reads} (${cite})`
}

export function limitShort({ amount, unit, per }: Pick<Limit, 'amount' | 'unit' | 'per'>): string {
  return `${amount} ${unit}${per === undefined ? '' : ` per ${per}`}`
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
  if (atoms.length === 0) return ''
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

/** Kinds of control, in short. */
export const kindNames = {
  drug: 'drugs',
  precursor: 'precursors',
  'chemical weapon': 'chemical weapons',
  'dual use': 'dual-use goods',
  'explosives precursor': 'explosives precursors',
  'persistent pollutant': 'persistent pollutants',
  'ozone or climate': 'what harms the ozone layer or the climate',
} satisfies Record<Control, string>

/** Kinds of control, as the subject of a list. */
export const controlWords: Readonly<Record<Control, string>> = {
  ...kindNames,
  precursor: 'precursors and listed chemicals',
  'chemical weapon': 'chemical weapons and their precursors',
  'ozone or climate': 'substances that harm the ozone layer or the climate',
}

/** Kinds of control that are shown apart from drugs: a heading, and the note for a verdict on them alone. */
export const otherControls = {
  precursor: {
    heading: 'Precursors and listed chemicals',
    alone: 'as a precursor or listed chemical, not as a drug',
  },
  'chemical weapon': {
    heading: 'Schedules of the Chemical Weapons Convention',
    alone: 'under the Chemical Weapons Convention, not as a drug',
  },
  'dual use': { heading: 'Dual-use goods', alone: 'as a dual-use chemical, not as a drug' },
  'explosives precursor': { heading: 'Explosives precursors', alone: 'as an explosives precursor, not as a drug' },
  'persistent pollutant': { heading: 'Persistent pollutants', alone: 'as a persistent pollutant, not as a drug' },
  'ozone or climate': {
    heading: 'Ozone layer and climate',
    alone: 'for the ozone layer or the climate, not as a drug',
  },
} satisfies Record<Exclude<Control, 'drug'>, { heading: string; alone: string }>

/** The name in the law, with that of its record where it has no Latin letters. */
export const nameInLaw = ({ nameInLaw: name, substance }: Pick<ListedFinding, 'nameInLaw' | 'substance'>) =>
  /[a-z]{2}/i.test(name) ? name : `${name} (${substance})`
