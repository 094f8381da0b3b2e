import { tableRows } from '../support/table.js'

/** What a structure is found as: the recorded substance, '' if it is none, and the forms reported for it. */
interface Found {
  readonly by: string
  readonly via: readonly string[]
}

/**
 * The answer of a jurisdiction on a day. `expected` is that of all its lists and rules, as for `coverage expect`; `by`
 * and `via` are of a list alone.
 */
interface Answered extends Found {
  readonly id: string
  readonly structure: string
  readonly jurisdiction: string
  readonly as_of: string
  readonly expected: string
}

/** A structure, its answer, and the words that cover it or not. */
export interface Case extends Answered {
  readonly source: string
}

/**
 * A scope clause of a law, and a structure that it covers or stops at. The words are the extensions that the row shows;
 * empty if none is needed.
 */
export interface Clause extends Answered {
  readonly clause: string
  readonly words: readonly string[]
  readonly side: string
  readonly why: string
}

const url = (name: string) => new URL(name, import.meta.url)
const listOf = (cell: string, separator = ', ') => (cell === '' ? [] : cell.split(separator))

const answered = ['id', 'structure', 'jurisdiction', 'as_of', 'expected', 'by', 'via'] as const
const allCases = tableRows(url('cases.tsv'), 'group', ...answered, 'source').map((row) => ({
  ...row,
  via: listOf(row.via),
}))
const casesOf = (group: string): readonly Case[] => allCases.filter((row) => row.group === group)

export const estersAndEthers = casesOf('esters and ethers')
export const positionalIsomers = casesOf('positional isomers')
/** How the words of a list treat a form other than the one drawn in the entry. */
export const stereo = casesOf('stereo')
/**
 * Names and exceptions that belong to class rules, acids and their salts, combinations, terms used before they were
 * defined.
 */
export const named = casesOf('named')

const ofClauses = tableRows(url('clauses.tsv'), 'clause', 'words', 'side', ...answered, 'why')
export const clauses: readonly Clause[] = ofClauses.map((row) => ({
  ...row,
  words: listOf(row.words, '; '),
  via: listOf(row.via),
}))

const ofForms = tableRows(url('forms.tsv'), 'group', 'id', 'structure', 'by', 'via')
const forms = ofForms.map((row) => ({ ...row, via: listOf(row.via) }))
/**
 * Tautomers and protomers: the drawing has its hydrogens elsewhere. Without forms, standard InChI merges it already.
 */
export const tautomers = forms.filter((form) => form.group === 'tautomers')
/** Salts, solvates, mixtures, and charged forms that are not salts. */
export const charged = forms.filter((form) => form.group === 'charged')
