import { expect, test } from 'vitest'
import { FastGraph } from '../../src/engine/index.js'
import { readMolBlock, readSmiles, readText } from '../../src/engine/read/read-text.js'
import { hydrogensV2000, v2000, v3000 } from '../support/rewrite.js'

/** Ethanol, whose oxygen is the third atom. */
const ethanol = v2000('CCO')
const words = v3000('CCO')
const withLine = (line: string) => ethanol.replace('M  END', `${line}\nM  END`)
const withField = (column: number, value: string) => {
  const lines = ethanol.split('\n')
  const atom = lines[6]!
  lines[6] = `${atom.slice(0, column)}${value.padStart(3)}${atom.slice(column + 3)}`
  return lines.join('\n')
}
const withWords = (more: string) => words.replace(/^(M {2}V30 3 O .*)$/m, `$1 ${more}`)

/** Hydrogens and charge of the oxygen; null if the block is left to RDKit. */
function oxygenOf(block: string): readonly [number, number] | null {
  const graph = new FastGraph()
  return readMolBlock(block, graph) ? [graph.hydrogens[2]!, graph.charge[2]!] : null
}

test.each<[string, string, readonly [number, number]]>([
  ['as written by RDKit', ethanol, [1, 0]],
  ['in the other version', words, [1, 0]],
  ['a charge in the list', withLine('M  CHG  1   3  -1'), [0, -1]],
  ['a charge in the atom line', withField(36, '5'), [0, -1]],
  [
    'a charge in the atom line, overridden by a list',
    `${withField(36, '5').replace('M  END', 'M  CHG  1   2   0\nM  END')}`,
    [1, 0],
  ],
  ['the valence of water', withField(48, '2'), [1, 0]],
  ['a charge as a word', withWords('CHG=-1'), [0, -1]],
  ['an isotope', withLine('M  ISO  1   3  18'), [1, 0]],
  ['short atom lines', ethanol.replace(/( [CO]) +0 .*$/gm, '$1   0  0'), [1, 0]],
  ['a title in another script', ethanol.replace(/^.*\n/, 'спирт\n'), [1, 0]],
])('reads ethanol: %s', (_, block, oxygen) => {
  expect(oxygenOf(block)).toEqual(oxygen)
})

test.each([
  ['a radical', withLine('M  RAD  1   3   2')],
  ['a radical in the atom line', withField(36, '4')],
  ['a valence that leaves a radical', withField(48, '1')],
  ['a query on hydrogens', withField(42, '1')],
  ['an S-group', withLine('M  STY  1   1 SUP')],
  ['an attachment point', withLine('M  APO  1   3   1')],
  ['an atom alias', withLine('A    3\nOH')],
  ['an R-group', ethanol.replace(' O  ', ' R# ')],
  ['an unknown element', ethanol.replace(' O  ', ' Uu ')],
  ['a metal', ethanol.replace(' O  ', ' Fe ')],
  ['a bond of several kinds', ethanol.replace(/^( {2}2 {2}3) {2}1/m, '$1  5')],
  ['an aromatic bond outside a ring', ethanol.replace(/^( {2}2 {2}3) {2}1/m, '$1  4')],
  ['a bond to no atom', ethanol.replace(/^( {2}2 {2}3)/m, '  2  4')],
  ['an invalid coordinate', ethanol.replace(/0\.0000 O/, '0.00x0 O')],
  ['a version on a line of the header', ethanol.replace(/^.*\n/, '999  0 V2000\n')],
  ['another table after the end', `${ethanol}${ethanol}`],
  ['a truncated block', ethanol.replace('M  END', '')],
  ['a radical as a word', withWords('RAD=2')],
  ['an attachment point as a word', withWords('ATTCHPT=1')],
  ['a hydrogen before a heavy atom', ethanol.replace(' C  ', ' H  ')],
  ['deuterium', hydrogensV2000('CCO').replace('M  END', 'M  ISO  1   9   2\nM  END')],
])('leaves to RDKit: %s', (_, block) => {
  expect(oxygenOf(block)).toBeNull()
})

test('an aromatic bond that joins two rings is left to RDKit', () => {
  const block = v2000('c1ccc(-c2ccccc2)cc1')
  const graph = new FastGraph()
  expect(readMolBlock(block, graph)).toBe(true)
  expect(readMolBlock(block.replace(/^( {2}4 {2}5) {2}1/m, '$1  4'), graph)).toBe(false)
})

test('longer than any block that is read', () => {
  const graph = new FastGraph()
  expect(readMolBlock(`${'x'.repeat(70_000)}${ethanol}`, graph)).toBe(false)
  expect(readMolBlock(ethanol, graph)).toBe(true)
})

test('a cation of phosphorus next to chloride is left to RDKit, which joins them, even where its hydrogens are not sure', () => {
  const graph = new FastGraph()
  readSmiles('[P+2].[Cl-].[Cl-]', graph)
  expect(graph.atoms).toBe(3)
  expect(readText('[P+2].[Cl-].[Cl-]', graph)).toBe(false)
  expect([graph.atoms, graph.loose]).toEqual([0, false])
})
