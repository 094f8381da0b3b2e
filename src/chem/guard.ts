import { mostAtoms, mostCharacters, mostNesting } from '../limits.js'

/**
 * Limits above which RDKit in WebAssembly certainly overruns its stack. They are not sufficient: a chain of 570 atoms
 * or one of 380 ring atoms exhausts it, which the engine detects.
 */
export const limits = { characters: mostCharacters, atoms: mostAtoms, nesting: mostNesting } as const

export function isMolBlock(text: string): boolean {
  return /\n.*V[23]000/.test(text) || /\n.*M {2}END/.test(text)
}

/**
 * Refuses input that must not be passed to RDKit.
 * @throws {UnreadableStructure} empty, too long, too large, not printable, a reaction, an InChI
 */
export function guardSmiles(text: string): void {
  if (text.trim() === '') refuse('empty', 'no structure given', null)
  if (text.length > limits.characters)
    refuse('too-long', `${text.length} characters, at most ${limits.characters} are read`, null)
  const smiles = text.trimStart().split(/[ \t]/, 1)[0]!
  const bad = /[^\x21-\x7e]/u.exec(smiles)
  if (bad)
    refuse(
      'bad-character',
      `character U+${bad[0].codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')} does not occur in SMILES`,
      bad.index + 1,
    )
  if (/^InChI=/i.test(smiles)) refuse('inchi', 'InChI is not read as a structure', null)
  const arrow = reactionArrow(smiles)
  if (arrow >= 0) refuse('reaction', 'a reaction, not one structure', arrow + 1)
  measure(smiles)
}

/** @throws {UnreadableStructure} too long, too large */
export function guardMolBlock(text: string): void {
  if (text.length > limits.characters)
    refuse('too-long', `${text.length} characters, at most ${limits.characters} are read`, null)
  const counts = /^(.{3})(.{3}).*V2000/m.exec(text)
  const counts3 = /^M {2}V30 COUNTS +(\d+)/m.exec(text)
  const atoms = Number(counts3?.[1] ?? counts?.[1] ?? 0)
  if (atoms > limits.atoms) refuse('too-large', `${atoms} atoms, at most ${limits.atoms} are read`, null)
}

function reactionArrow(smiles: string): number {
  let inBracket = false
  for (let i = 0; i < smiles.length; i++) {
    const c = smiles[i]
    if (c === '[') inBracket = true
    else if (c === ']') inBracket = false
    else if (c === '>' && !inBracket && smiles[i - 1] !== '-') return i
  }
  return -1
}

function measure(smiles: string): void {
  let depth = 0
  let atoms = 0
  let inBracket = false
  for (let i = 0; i < smiles.length; i++) {
    const c = smiles[i]!
    if (inBracket) {
      if (c === ']') inBracket = false
      continue
    }
    if (c === '[') {
      inBracket = true
      atoms++
    } else if (c === '(') {
      if (++depth > limits.nesting)
        refuse('too-large', `more than ${limits.nesting} branches inside one another`, i + 1)
    } else if (c === ')') depth--
    else if (/[A-Za-z*]/.test(c) && !(c === 'l' && smiles[i - 1] === 'C') && !(c === 'r' && smiles[i - 1] === 'B'))
      atoms++
    if (atoms > limits.atoms) refuse('too-large', `more than ${limits.atoms} atoms`, i + 1)
  }
}

function refuse(code: ProblemCode, message: string, position: number | null): never {
  throw new UnreadableStructure({ code, message, position })
}

/** Why an input is not a structure. `report` puts these into words. */
export type ProblemCode =
  | 'empty'
  | 'bad-character'
  | 'syntax'
  | 'valence'
  | 'aromaticity'
  | 'reaction'
  | 'inchi'
  | 'not-a-structure'
  | 'too-large'
  | 'too-long'
  | 'mol-block'
  | 'engine-failure'
  | 'budget'
  | 'unknown-name'
  | 'unknown-cas'
  | 'unknown-inchikey'
  | 'bad-cas'
  | 'shared-name'
  | 'contradiction'
  | 'no-such-atom'
  | 'too-many'
  | 'set-member'
  | 'bad-day'

export interface Problem {
  readonly code: ProblemCode
  /** The reader's own message about this input, in English. */
  readonly message: string
  /** Character position in the input, counted from 1, if known. */
  readonly position: number | null
}

export class UnreadableStructure extends Error {
  constructor(readonly problem: Problem) {
    super(problem.message)
    this.name = 'UnreadableStructure'
  }
}
