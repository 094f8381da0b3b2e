import { expect, it } from 'vitest'
import { judge } from '../../src/matching/index.js'
import { FastGraph, readText } from '../../src/engine/index.js'
import { law, reader } from '../support/law.js'

const read = (smiles: string) =>
  reader.read(smiles, (s) => ({
    verdict: judge(s, law, { asOf: '2026-01-01', jurisdictions: ['CWC'] }).verdict,
    names: s.names,
  }))
const graph = new FastGraph()

it.each([
  ['[Cl-].Cl[P+](Cl)(Cl)Cl', 'ClP(Cl)(Cl)(Cl)Cl', 'listed'],
  ['Cl[P-](Cl)(Cl)(Cl)(Cl)Cl.Cl[P+](Cl)(Cl)Cl', 'ClP(Cl)(Cl)(Cl)Cl.ClP(Cl)(Cl)(Cl)Cl', 'listed'],
  ['[Cl-].Cl[P+]Cl', 'ClP(Cl)Cl', 'listed'],
  ['[P+3].[Cl-].[Cl-].[Cl-]', 'ClP(Cl)Cl', 'listed'],
  ['[Cl-].Cl[P+](Cl)=O', 'O=P(Cl)(Cl)Cl', 'listed'],
  ['[Cl-].Cl[As+]Cl', 'Cl[As](Cl)Cl', 'listed'],
  ['[As+3].[Cl-].[Cl-].[Cl-]', 'Cl[As](Cl)Cl', 'listed'],
  ['Cl[As-](Cl)(Cl)Cl.Cl[As+]Cl', 'Cl[As](Cl)Cl.Cl[As](Cl)Cl', 'listed'],
  ['Cl/C=C/[As+]Cl.[Cl-]', 'Cl/C=C/[As](Cl)Cl', 'listed'],
  ['[Cl-].Cl[S+]=O', 'O=S(Cl)Cl', 'listed'],
  ['[S+2].[Cl-].[Cl-]', 'ClSCl', 'listed'],
  ['[Cl-].Cl[C+]=O', 'O=C(Cl)Cl', 'listed'],
  ['[Cl-].[C+]#N', 'N#CCl', 'listed'],
  ['[F-].CC(C)O[P+](C)=O', 'CC(C)OP(C)(=O)F', 'listed'],
  ['[Cl-].C[S+](=O)=O', 'CS(=O)(=O)Cl', 'uncontrolled'],
  // The halide that the cation has already is taken first.
  ['[Na+].[F-].[Cl-].Cl[P+](Cl)(Cl)Cl', 'ClP(Cl)(Cl)(Cl)Cl.[F-].[Na+]', 'listed'],
])('%s is read as %s', (drawn, compound, verdict) => {
  const { names, verdict: own } = read(drawn)
  expect(names).toEqual(read(compound).names)
  expect(own).toBe(verdict)
  expect(readText(drawn, graph)).toBe(false)
})

it.each([
  ['a phosphonium salt', '[Br-].c1ccc([P+](c2ccccc2)(c2ccccc2)c2ccccc2)cc1'],
  ['a phosphine hydrochloride', '[Cl-].C[PH+](C)C'],
  ['a sulfonium salt', '[I-].C[S+](C)C'],
  ['a sulfoxonium salt', '[I-].C[S+](C)(C)=O'],
  ['methylene blue', '[Cl-].CN(C)c1ccc2nc3ccc(N(C)C)cc3[s+]c2c1'],
  ['an arsonium salt', '[Cl-].C[As+](C)(C)C'],
  ['a triarylmethyl dye', '[Cl-].CN(C)c1ccc([C+](c2ccccc2)c2ccccc2)cc1'],
  ['an ammonium hexachlorophosphate', 'CC[N+](CC)(CC)CC.Cl[P-](Cl)(Cl)(Cl)(Cl)Cl'],
  ['a hexafluorophosphate', 'F[P-](F)(F)(F)(F)F.C[P+](Br)(C)C'],
  ['too few halides', '[As+3].[Cl-].[Cl-]'],
  ['sarin drawn with charges, next to salt', '[Na+].[Cl-].CC(C)O[P+](C)([O-])F'],
])('%s is left as drawn: %s', (_, drawn) => {
  const parts = (smiles: string) => smiles.split('.').length
  expect(parts(read(drawn).names.smiles!)).toBe(parts(drawn))
})
