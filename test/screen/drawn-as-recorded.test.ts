import { describe, expect, it, test } from 'vitest'
import { compileEdition } from '../../src/law/authoring.js'
import type { Substance } from '../../src/law/index.js'
import { indexLaw } from '../../src/matching/index.js'
import { FastGraph, readSmiles, stereoOfSmiles } from '../../src/engine/index.js'
import { RecordedDrawings, type RecordMatch } from '../../src/screen/recorded-drawings.js'
import { SureGraph } from '../../src/screen/sure-graph.js'
import { law, reader, substanceOf } from '../support/law.js'
import { listOf, recordsOf } from '../support/records.js'

/** The drawings of a law that records just these structures. */
function drawingsOf(...recorded: string[]): RecordedDrawings {
  const substances = recorded.map((smiles, i): Substance => {
    const [inchikey, formula] = reader.read(smiles, (s) => [s.inchikey!, s.formula])
    return { id: `substance-${i}`, name: smiles, smiles, inchikey, formula, structure: { from: 'drawing' } }
  })
  const records = recordsOf({ substances, lists: [listOf([])] })
  return new RecordedDrawings(indexLaw({ ...compileEdition(records, reader), sha256: 'small' }))
}

/** What the first component of a text is found to be. */
function find(drawings: RecordedDrawings, text: string): RecordMatch | null {
  const graph = new FastGraph()
  expect(readSmiles(text, graph), text).toBe(true)
  const { molecule } = SureGraph.withTautomerForm(graph, () => true)!
  return drawings.find(molecule, molecule.components[0]!, stereoOfSmiles(text)!)
}

describe('a base with protons is found by its base, as RDKit describes it', () => {
  it.each([
    ['a secondary amine', 'CCNCC(C)O', 'CC[NH2+]CC(C)O'],
    ['a tertiary amine', 'CN1CCCC1C', 'C[NH+]1CCCC1C'],
    ['two amines', 'CNCCCN(C)C', 'C[NH2+]CCC[NH+](C)C'],
    ['one of two amines', 'CNCCCN(C)C', 'C[NH2+]CCCN(C)C'],
    ['an amine with a centre', 'C[C@H](O)CNC', 'C[C@H](O)C[NH2+]C'],
    ['an amine with a double bond', 'C/C=C/CNC', 'C/C=C/C[NH2+]C'],
    ['an amine drawn without the stereo of its record', 'C[C@H](O)C/C=C/CNC', 'CC(O)CC=CC[NH2+]C'],
    ['an amine on an aromatic ring', 'CCNc1ccccc1', 'CC[NH2+]c1ccccc1'],
  ])('%s', (_, base, text) => {
    const found = find(drawingsOf(base), text)
    expect(found?.record).toBeNull()
    expect(found?.identity).toEqual(reader.read(text, (s) => s.identity(s.molecule.components[0]!)))
    expect(find(drawingsOf(base), base)?.record?.smiles).toBe(base)
  })

  it.each([
    ['an ether', 'COCC', 'C[OH+]CC'],
    ['a phosphine', 'CP(C)CC', 'C[PH+](C)CC'],
    ['a pyridine', 'Cc1cccnc1', 'Cc1ccc[nH+]c1'],
    ['a pyridine drawn with double bonds', 'CC1=CC=CN=C1', 'CC1=CC=C[NH+]=C1'],
    ['a hydrazine', 'CNNCC', 'CN[NH2+]CC'],
    ['a hydroxylamine', 'CONCC', 'CO[NH2+]CC'],
    ['an amide', 'CC(=O)NC', 'CC(=O)[NH2+]C'],
    ['a sulfonamide', 'CS(=O)(=O)NC', 'CS(=O)(=O)[NH2+]C'],
    ['an enamine', 'CC=CNC', 'CC=C[NH2+]C'],
    ['an imine', 'CC=NC', 'CC=[NH+]C'],
    ['an amine with an anion', 'CNCC(=O)O', 'C[NH2+]CC(=O)[O-]'],
    ['an anion', 'CCNC', 'CC[N-]C'],
  ])('not %s', (_, base, text) => {
    const drawings = drawingsOf(base)
    expect(find(drawings, base)).not.toBeNull()
    expect(find(drawings, text)).toBeNull()
  })

  it('not what is recorded with the proton', () => {
    const drawings = drawingsOf('C[N+](C)(C)CCNC')
    expect(find(drawings, 'C[N+](C)(C)CCNC')?.record?.smiles).toBe('C[N+](C)(C)CCNC')
    expect(find(drawings, 'C[N+](C)(C)CC[NH2+]C')).toBeNull()
  })
})

test('isotopes of a record are not read, so nothing is found by it', () => {
  expect(find(drawingsOf('[13CH3]NCC'), 'CNCC')).toBeNull()
  expect(find(drawingsOf('[13CH3]NCC', 'CNCC'), 'CNCC')?.record?.smiles).toBe('CNCC')
})

test('one component of a recorded salt is not the record', () => {
  const drawings = new RecordedDrawings(law)
  const salt = substanceOf('codeine-methylbromide').smiles
  expect(find(drawings, salt.replace('.[Br-]', ''))).toBeNull()
  expect(find(drawings, substanceOf('codeine').smiles)?.record?.id).toBe('codeine')
})

test('a record whose stereo is not read is found by a drawing without stereo', () => {
  const drawings = drawingsOf('CC[S@](=O)CC(C)N')
  expect(stereoOfSmiles('CC[S@](=O)CC(C)N')).toBeNull()
  const found = find(drawings, 'CCS(=O)CC(C)N')
  expect(found?.record).toBeNull()
  expect(found?.identity).toEqual(reader.read('CCS(=O)CC(C)N', (s) => s.identity(s.molecule.components[0]!)))
})

describe('counter-ions with the same skeleton', () => {
  const drawings = new RecordedDrawings(law)
  it.each(['OC(=O)/C=C/C(O)=O', 'OC(=O)/C=C\\C(O)=O', 'OC(=O)CCC(O)=O'])('%s', (text) => {
    expect(find(drawings, text)?.identity).toEqual(reader.read(text, (s) => s.identity(s.molecule.components[0]!)))
  })
})
