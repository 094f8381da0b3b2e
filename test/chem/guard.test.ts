import { describe, expect, it } from 'vitest'
import { hillFormula } from '../../src/chem/molecule.js'
import { elementSymbol } from '../../src/elements.js'
import { guardMolBlock, guardSmiles, isMolBlock, limits, UnreadableStructure } from '../../src/chem/guard.js'

function refusal(guard: (text: string) => void, text: string) {
  try {
    guard(text)
    return null
  } catch (error) {
    if (!(error instanceof UnreadableStructure)) throw error
    const { code, message, position } = error.problem
    return `${code} at ${position}: ${message}`
  }
}
const smiles = (text: string) => refusal(guardSmiles, text)
const block = (text: string) => refusal(guardMolBlock, text)
const tooMany = `more than ${limits.atoms} atoms`
const branches = (n: number) => `${'C('.repeat(n)}C${')'.repeat(n)}`

describe('SMILES at their limits', () => {
  it.each([
    ['the maximum number of atoms', 'C'.repeat(limits.atoms)],
    ['chlorine is one atom', 'Cl'.repeat(limits.atoms)],
    ['bromine is one atom', 'Br'.repeat(limits.atoms)],
    ['a bracket expression is one atom', '[13CH3+]'.repeat(limits.atoms)],
    ['bonds, rings and dots are not atoms', 'C=1-C:C#C/C\\C%10.'.repeat(limits.atoms / 6 - 1)],
    ['the maximum depth', branches(limits.nesting)],
    ['consecutive branches', 'C()'.repeat(limits.nesting + 1)],
    ['a bracket atom inside brackets opens no branch', `[${'('.repeat(limits.nesting + 1)}]`],
    ['the maximum number of characters', `C${' '.repeat(limits.characters - 1)}`],
    ['a name may contain what SMILES may not', 'CCO\téthanol > x'],
    ['blanks before it', '  CCO'],
    ['a dative bond', 'N->[Fe]<-N'],
    ['an arrow inside brackets', '[C>]'],
    ['an InChI as a name', 'C InChI=1S/CH4/h1H4'],
  ])('%s', (_, text) => expect(smiles(text)).toBeNull())

  it.each([
    ['one atom more', 'C'.repeat(limits.atoms + 1), `too-large at ${limits.atoms + 1}: ${tooMany}`],
    ['one chlorine more', 'Cl'.repeat(limits.atoms + 1), `too-large at ${2 * limits.atoms + 1}: ${tooMany}`],
    ['one bracket more', '[H]'.repeat(limits.atoms + 1), `too-large at ${3 * limits.atoms + 1}: ${tooMany}`],
    ['one star more', '*'.repeat(limits.atoms + 1), `too-large at ${limits.atoms + 1}: ${tooMany}`],
    ['aromatic atoms', 'n'.repeat(limits.atoms + 1), `too-large at ${limits.atoms + 1}: ${tooMany}`],
    ['atoms after a bracket', `[C]${'C'.repeat(limits.atoms)}`, `too-large at ${limits.atoms + 3}: ${tooMany}`],
    [
      'one branch deeper',
      branches(limits.nesting + 1),
      `too-large at ${2 * limits.nesting + 2}: more than ${limits.nesting} branches inside one another`,
    ],
    [
      'one character more',
      `C${' '.repeat(limits.characters)}`,
      `too-long at null: ${limits.characters + 1} characters, at most ${limits.characters} are read`,
    ],
    ['nothing', '', 'empty at null: no structure given'],
    ['blanks', ' \t\n', 'empty at null: no structure given'],
    ['a letter with an accent', ' Cé', 'bad-character at 2: character U+00E9 does not occur in SMILES'],
    ['beyond the first plane', 'C😀', 'bad-character at 2: character U+1F600 does not occur in SMILES'],
    ['the character after the last', 'C\u007f', 'bad-character at 2: character U+007F does not occur in SMILES'],
    ['a line end', 'C\nC', 'bad-character at 2: character U+000A does not occur in SMILES'],
    ['an InChI, whatever its case', ' inchi=1S/CH4/h1H4', 'inchi at null: InChI is not read as a structure'],
    ['a reaction', 'C>>O', 'reaction at 2: a reaction, not one structure'],
    ['a reaction after a bracket', '[N]>>O', 'reaction at 4: a reaction, not one structure'],
    ['an empty reaction', '>>O', 'reaction at 1: a reaction, not one structure'],
  ])('%s', (_, text, expected) => expect(smiles(text)).toBe(expected))
})

describe('mol blocks at their limits', () => {
  const counts = (n: number) => `\n\n\n${String(n).padStart(3)}  0  0  0  0  0  0  0  0  0999 V2000\nM  END`
  const counts3 = (n: number) =>
    `\n\n\n  0  0  0     0  0            999 V3000\nM  V30 BEGIN CTAB\nM  V30 COUNTS  ${n} 0 0 0 0\nM  END`
  it.each([
    ['the maximum number of atoms', counts(limits.atoms)],
    ['in V3000', counts3(limits.atoms)],
    ['without counts', 'x\n\n\nM  END'],
    ['the maximum number of characters', 'C'.repeat(limits.characters)],
  ])('%s', (_, text) => expect(block(text)).toBeNull())
  const more = `too-large at null: ${limits.atoms + 1} atoms, at most ${limits.atoms} are read`
  it.each([
    ['one atom more', counts(limits.atoms + 1), more],
    ['one more in V3000', counts3(limits.atoms + 1), more],
    [
      'one character more',
      'C'.repeat(limits.characters + 1),
      `too-long at null: ${limits.characters + 1} characters, at most ${limits.characters} are read`,
    ],
  ])('%s', (_, text, expected) => expect(block(text)).toBe(expected))

  it.each([
    ['V2000', '\n\n\n  0  0 V2000\n', true],
    ['V3000', '\n\n\n  0  0 V3000\n', true],
    ['an end', '\n\nM  END', true],
    ['the words on the first line, which is a name', 'V2000', false],
    ['the end on the first line', 'M  END', false],
    ['another version', '\n\n\n  0  0 V4000\n', false],
    ['SMILES', 'CCO\nCCN', false],
  ])('%s: %s', (_, text, expected) => expect(isMolBlock(text)).toBe(expected))
})

describe('formulas in Hill order', () => {
  const atom = (z: number, hydrogens = 0, charge = 0) => ({ z, hydrogens, charge })
  it.each([
    ['carbon, hydrogen, the rest by symbol', [atom(8, 1), atom(7, 2), atom(6, 3), atom(6)], 'C2H6NO'],
    ['two letters after one', [atom(17), atom(6), atom(9)], 'CClF'],
    ['hydrogen first without carbon', [atom(17, 1)], 'HCl'],
    ['no hydrogen', [atom(8), atom(8)], 'O2'],
    ['one plus', [atom(7, 4, 1)], 'H4N+'],
    ['two plus', [atom(20, 0, 2)], 'Ca+2'],
    ['one minus', [atom(17, 0, -1)], 'Cl-'],
    ['two minus', [atom(8, 0, -1), atom(8, 0, -1)], 'O2-2'],
    ['charges that cancel out', [atom(11, 0, 1), atom(17, 0, -1)], 'ClNa'],
    ['any atom', [atom(0), atom(6, 3)], 'CH3*'],
    ['no atom', [], ''],
  ])('%s', (_, atoms, expected) => expect(hillFormula(atoms)).toBe(expected))
  it.each([
    [0, '*'],
    [1, 'H'],
    [6, 'C'],
    [53, 'I'],
    [92, 'U'],
    [118, 'Og'],
    [119, '?'],
  ])('element %s is %s', (z, symbol) => expect(elementSymbol(z)).toBe(symbol))
})
