import type { ProblemCode } from '../chem/index.js'
import type { Caveat, Doubt, Failure, Verdict, Via } from '../matching/index.js'

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
} satisfies Record<ProblemCode, string>

export const viaWords = {
  salt: 'as a salt',
  mixture: 'as part of a mixture',
  isotopologue: 'as an isotopologue',
  'optical isomer': 'as an optical isomer',
  stereoisomer: 'as a stereoisomer',
  'geometric isomer': 'as a geometric isomer',
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
      return doubt.inForceBy === null ? 'the first day in force is not known' : `the first day in force is not known; a source shows it in force by ${doubt.inForceBy}`
    case 'start unconfirmed':
      return `in force from ${doubt.from}, a day nobody has confirmed; it may have been earlier`
    case 'before records':
      return `the day asked lies before these records begin (${doubt.recordsFrom})`
    case 'lapse unverified':
      return `its term ended on ${doubt.until}, after the day through which the law was checked (${doubt.verifiedThrough})`
    case 'preparations only':
      return `the entry reaches certain preparations only: ${doubt.what}`
    case 'extension unconfirmed':
      return `whether the law reaches its ${doubt.extension} is not confirmed`
    case 'reading open':
      return `open question of the text: ${doubt.question} (${doubt.basis})`
    case 'open words':
      return `no structure decides: ${doubt.question} (${doubt.basis})`
    case 'undecided elsewhere':
      return `it refers to the law of ${doubt.jurisdiction}, which is undecided for this structure`
    case 'search bound':
      return 'the search for a fit reached its bound before it was complete'
  }
}

export function caveatWords(caveat: Caveat): string {
  switch (caveat.kind) {
    case 'after verified':
      return `law checked through ${caveat.verifiedThrough}; later changes are not in these records`
    case 'before records':
      return `records begin on ${caveat.recordsFrom}; earlier control is not in them`
    case 'gap':
      return `not in these records: ${caveat.reads} (${caveat.cite})`
  }
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
      return sites ? `a ring is closed at ${sites}, which no clause names` : 'a ring is closed on the scaffold, which no clause names'
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
    case 'too heavy':
      return `${failure.mass.toFixed(2)} Da, over the limit of ${failure.limit} Da`
  }
}
