import type { Problem } from '../../chem/index.js'
import type { Failure, InchiFailure, LookupKind, Warning } from '../../identifiers/index.js'
import { withoutControls } from '../controls.js'
import { andMore, setWords } from './finding-words.js'
import { lookupKinds, problemText } from './problem-words.js'

const notUncontrolled = 'This does not mean it is uncontrolled'

const inchiWords = {
  'no reader':
    'it is not the InChI of a recorded substance, and no InChI reader is installed; to add one: npm ' +
    `install indigo-ketcher. ${notUncontrolled}`,
  'not standard': `it is no standard InChI, which begins with InChI=1S/; give that, or its SMILES. ${notUncontrolled}`,
  'not read': 'it cannot be read as a structure; give its SMILES',
  'not the same': 'the structure read from it has another InChI; give its SMILES',
} satisfies Record<InchiFailure, string>

/** The problem reported for an input that leads to no substance. */
export function failureProblem(failure: Failure): Problem {
  if (failure.code === 'not-read') return failure.problem
  if (failure.code === 'member')
    return { code: 'set-member', message: memberWords(failure, failureProblem(failure.why)), position: null }
  return { code: failure.code, message: failureWords(failure), position: null }
}

function memberWords({ member, of, label }: Extract<Failure, { code: 'member' }>, why: Problem): string {
  return `Member ${member} of ${of}, ${quoted(label)}, cannot be judged, so the set is not judged: ${problemText(why)}`
}

function failureWords(failure: Exclude<Failure, { code: 'member' | 'not-read' }>): string {
  switch (failure.code) {
    case 'unknown-name':
      return (
        `No substance recorded under ${quoted(failure.given)}. ` +
        `${failure.similar.length === 0 ? '' : `Similar: ${failure.similar.join(', ')}. `}${notUncontrolled}; ` +
        `give its SMILES.${firstWordWords(failure.smiles)}`
      )
    case 'unknown-cas':
      return (
        `No substance recorded under CAS number ${failure.given}. The recorded CAS numbers are not complete. ` +
        `${notUncontrolled}; give its SMILES.`
      )
    case 'unknown-inchikey':
      return `No substance recorded under InChIKey ${quoted(failure.given)}. ${notUncontrolled}; give its SMILES.`
    case 'bad-cas':
      return badCasWords(failure)
    case 'shared-name':
      return sharedWords(failure.by, failure.names)
    case 'contradiction':
      return (
        `CAS number ${failure.cas.given} is recorded for ${failure.cas.recorded}, and the name ` +
        `${quoted(failure.name.given)} for ${failure.name.recorded}; correct one of them, or give the SMILES.`
      )
    case 'inchi':
      return inchiWords[failure.why]
    case 'empty':
      return 'nothing is given before or after a bar'
    case 'no-such-atom':
      return `it names atom ${failure.atom}, and has ${failure.atoms} atoms`
    case 'too-many':
      return setWords.tooMany(failure.count)
  }
}

function firstWordWords(smiles: string | undefined): string {
  return smiles === undefined
    ? ''
    : ` If you meant the structure ${smiles} with a title, give ${smiles} alone, or in a file without --lookup.`
}

function badCasWords({ given, digit }: Extract<Failure, { code: 'bad-cas' }>): string {
  return digit === null
    ? `${quoted(given)} is not one CAS number such as 50-36-2.`
    : `CAS number ${given} has a wrong check digit: it would have to be ${digit}.`
}

function sharedWords(by: LookupKind, names: readonly string[]): string {
  return (
    `this ${lookupKinds[by]} is recorded for ${names.length} substances (${andMore(names, 12, '; ')}); give one of ` +
    'these names, or a structure'
  )
}

export interface RowWarning {
  readonly code: Warning['code']
  readonly message: string
}

export function rowWarnings(warnings: readonly Warning[]): RowWarning[] {
  return warnings.map((warning) => ({ code: warning.code, message: warningText(warning) }))
}

/** Whether the name or number of a row disagrees with its structure, or name and number with each other. */
export function isMismatch(warnings: readonly Pick<RowWarning, 'code'>[], problem: { readonly code: string } | null) {
  return warnings.some(({ code }) => code.startsWith('other-')) || problem?.code === 'contradiction'
}

/** How another column of a row contradicts the deciding one. */
export function warningText(warning: Warning): string {
  switch (warning.code) {
    case 'other-substance':
      return `${sayer(warning)} ${warning.said.recorded}, the structure does not`
    case 'other-stereo':
      return `${sayer(warning)} ${warning.said.recorded}, the structure has other stereochemistry`
    case 'unknown-cas':
      return `CAS number ${warning.given} is not recorded; judged by its name`
    case 'bad-cas':
      return badCasWords(warning).replace(/\.$/, '')
  }
}

/** The name is repeated only where the recorded one is another. */
function sayer({ by, said }: Extract<Warning, { said: unknown }>): string {
  if (by !== 'name') return `The ${lookupKinds[by]} ${quoted(said.given)} says`
  return said.given.toLowerCase() === said.recorded.toLowerCase()
    ? 'The name says'
    : `The name ${quoted(said.given)} says`
}

function quoted(text: string): string {
  return `'${withoutControls(text.length > 80 ? `${text.slice(0, 80)}...` : text)}'`
}
