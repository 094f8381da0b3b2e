import { describe, expect, it } from 'vitest'
import type { List } from '../../src/law/index.js'
import { compileEdition } from '../../src/law/authoring.js'
import { indexLaw, judge } from '../../src/matching/index.js'
import { reader } from '../support/law.js'
import { always, ethanol, listOf, recordsOf } from '../support/records.js'

// 21 CFR 1300.01(b): the same formula and core, the same functional groups anywhere on it, alkyl groups as in its examples.
const record = (id: string, smiles: string) =>
  reader.read(smiles, (s) => ({ ...ethanol, id, name: id, smiles, formula: s.formula, inchikey: s.inchikey! }))
const core = { id: 'pea', smarts: 'NCCc1ccccc1', reads: 'phenethylamine' }
const wide = { ...core, wide: 'NC~*~c1ccccc1' }
const words = { from: null, until: null, extends_to: ['positional isomers' as const], reads: 'x', cite: 'x' }

/** How the law covers a drawing, on a list that names another substance. */
function covered(named: string, smiles: string, more: Partial<List> = {}): string {
  const entries = [{ substance: 'named', name_in_law: 'x', periods: [always()] }]
  const list = listOf(entries, { cores: [core], scope: [words], ...more })
  const records = recordsOf({ substances: [record('named', named)], lists: [list] })
  const law = indexLaw({ ...compileEdition(records, reader), sha256: 'test' })
  const { verdict, findings } = reader.read(smiles, (s) => judge(s, law, { asOf: '2015-01-01' })).jurisdictions[0]!
  const told = findings.flatMap((f) =>
    f.kind === 'listed' ? [...f.via, ...f.doubts.flatMap((d) => ('why' in d ? [d.why, d.core] : [d.kind]))] : [f.kind],
  )
  return [verdict, ...told].join(', ')
}
const isomer = 'listed, positional isomer'
const unsettled = (why: string) => `undecided, positional isomer, ${why}, phenethylamine`
const not = 'uncontrolled'

/** Two methoxy groups and an ethyl group on the ring of phenethylamine; a methoxy and a propoxy group. */
const [ethyl, propoxy] = ['COc1cc(CCN)c(OC)cc1CC', 'COc1cc(CCN)ccc1OCCC']

describe('a positional isomer has its groups elsewhere', () => {
  it.each([
    ['the substance itself', ethyl, ethyl, 'listed'],
    ['the groups on other atoms of the ring', ethyl, 'CCc1ccc(CCN)c(OC)c1OC', isomer],
    ['its ethyl as two methyl groups', ethyl, 'COc1cc(CCN)c(OC)c(C)c1C', isomer],
    ['two methyl groups as one ethyl', 'COc1cc(CCN)c(OC)c(C)c1C', ethyl, isomer],
    ['methoxy and ethyl as propoxy', ethyl, propoxy, isomer],
    ['as isopropoxy', ethyl, 'COc1cc(CCN)ccc1OC(C)C', isomer],
    ['propoxy as methoxy and ethyl', propoxy, ethyl, isomer],
    ['ethyl in the chain as two methyl groups there', 'CCC(N)Cc1ccccc1', 'CC(NC)Cc1ccccc1', isomer],
    ['ethoxy and methyl in place of methoxy and ethyl', ethyl, 'CCOc1cc(CCN)c(OC)cc1C', unsettled('alkyl')],
    ['a methyl moved from the ring to the chain', ethyl, 'COc1cc(CC(C)N)c(OC)cc1C', unsettled('alkyl')],
    ['a methyl moved from the chain to the ring', 'COc1cc(CC(C)N)c(OC)cc1C', ethyl, unsettled('alkyl')],
    ['two methyl groups as one ethoxy', 'COc1cc(CCN)c(OC)c(C)c1C', 'CCOc1cc(CCN)c(OCC)cc1', unsettled('alkyl')],
    ['ethyl and methoxy, but also another change', ethyl, 'CCCOc1ccc(CCNC)cc1O', not],
    ['a hydroxy group on another kind of carbon', 'NCCc1ccc(O)cc1', 'NCC(O)c1ccccc1', unsettled('groups')],
    ['a hydroxy group in place of an ether', 'NCCc1ccc(OC)cc1', 'NCCc1ccc(O)c(C)c1', not],
    ['another core', 'NCCc1ccc(C)cc1', 'NCc1ccc(CC)cc1', not],
    ['a carbon more', 'NCCc1ccc(C)cc1', 'NCCc1ccc(CC)cc1', not],
  ])('%s', (_, named, smiles, expected) => expect(covered(named, smiles)).toBe(expected))
})

it('that has the core only in a wide sense is unsettled', () => {
  const [named, other] = ['CNCCc1ccc(O)cc1', 'NCC(C)c1ccc(O)cc1']
  expect(covered(named, other, { cores: [wide] })).toBe(isomer)
  const wider = { ...core, wide: 'NCc1ccccc1' }
  expect(covered(named, 'CCNCc1ccc(O)cc1', { cores: [wider] })).toBe(unsettled('core'))
  expect(covered(named, 'CCNCc1ccc(O)cc1')).toBe(not)
  // The core of the record is the first that it has.
  const first = { id: 'first', smarts: 'Oc1ccccc1', reads: 'phenol' }
  expect(covered(named, 'CCNCc1ccc(O)cc1', { cores: [first, core] })).toBe(isomer)
  expect(covered(named, 'CCNCc1ccc(O)cc1', { cores: [core, first] })).toBe(not)
})

it('where the law does not define it, the same groups on the same core are unsettled, others not meant', () => {
  const scope = [{ ...words, unconfirmed: ['positional isomers'] }]
  expect(covered(ethyl, 'CCc1ccc(CCN)c(OC)c1OC', { scope })).toBe(unsettled('not defined'))
  expect(covered(ethyl, 'COc1cc(CC(C)N)c(OC)cc1C', { scope })).toBe(unsettled('not defined'))
  expect(covered('NCCc1ccc(O)cc1', 'NCC(O)c1ccccc1', { scope })).toBe(not)
  const cores = [{ ...core, wide: 'NCc1ccccc1' }]
  expect(covered('CNCCc1ccc(O)cc1', 'CCNCc1ccc(O)cc1', { scope, cores })).toBe(not)
  expect(covered(ethyl, ethyl, { scope })).toBe('listed')
})

it('is covered only by a list whose words name positional isomers', () => {
  const smiles = 'CCc1ccc(CCN)c(OC)c1OC'
  expect(covered(ethyl, smiles, { scope: [{ ...words, extends_to: ['isomers'] }] })).toBe(not)
  expect(covered(ethyl, smiles, { scope: [{ ...words, extends_to: ['positional isomers', 'isomers'] }] })).toBe(isomer)
})

it('is the component that has the core, not another next to it', () => {
  expect(covered(ethyl, 'CCc1ccc(CCN)c(OC)c1OC.CCCCC')).toBe('listed, mixture, positional isomer')
  expect(covered('CNCCc1ccc(O)cc1', 'CCNCc1ccc(O)cc1.NCCc1ccccc1')).toBe(not)
})
