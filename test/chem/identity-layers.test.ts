import { describe, expect, it } from 'vitest'
import { compareForms, readIdentity, type Stereo, type StereoForms } from '../../src/chem/inchi.js'

describe('what is read of an InChI', () => {
  it.each<[string, string, string]>([
    ['formula, connections and hydrogens', 'InChI=1S/C2H6O/c1-2-3/h3H,2H2,1H3', 'C2H6O/c1-2-3/h3H,2H2,1H3'],
    ['and charge', 'InChI=1S/C4H12N/c1-5(2,3)4/h1-4H3/q+1', 'C4H12N/c1-5(2,3)4/h1-4H3/q+1'],
    ['not protons', 'InChI=1S/CH5N/c1-2/h2H2,1H3/p+1', 'CH5N/c1-2/h2H2,1H3'],
    ['not stereo', 'InChI=1S/C2H4FCl/c1-2(3)4/h2H,1H3/t2-/m0/s1', 'C2H4FCl/c1-2(3)4/h2H,1H3'],
    ['nor that of double bonds', 'InChI=1S/C4H8/c1-3-4-2/h3-4H,1-2H3/b4-3+', 'C4H8/c1-3-4-2/h3-4H,1-2H3'],
    ['nor isotopes, with their own hydrogens and stereo', 'InChI=1S/CH4O/c1-2/h2H,1H3/i1D/t1-', 'CH4O/c1-2/h2H,1H3'],
    ['an element that begins like a layer', 'InChI=1S/In', 'In'],
    ['without a standard', 'InChI=1/CH4/h1H4', 'CH4/h1H4'],
  ])('the flat form: %s', (_, inchi, flat) => expect(readIdentity(inchi)!.flat).toBe(flat))
  it.each<[string, string, number, boolean]>([
    ['neither', 'InChI=1S/CH5N/c1-2/h2H2,1H3', 0, false],
    ['a proton more', 'InChI=1S/CH5N/c1-2/h2H2,1H3/p+1', 1, false],
    ['two less', 'InChI=1S/C2H2O4/c3-1(4)2(5)6/h(H,3,4)(H,5,6)/p-2', -2, false],
    ['an isotope', 'InChI=1S/CH4/h1H4/i1+1', 0, true],
  ])('protons and isotopes: %s', (_, inchi, protons, isotopic) =>
    expect(readIdentity(inchi)).toMatchObject({ inchi, protons, isotopic }),
  )
  it.each(['', 'CCO', 'InChI=1S', ' InChI=1S/CH4/h1H4', 'InChI=2S/CH4'])('%j is no InChI', (text) =>
    expect(readIdentity(text)).toBeNull(),
  )

  const stereo = (layers: string) => {
    const { centres, bonds } = readIdentity(`InChI=1S/C9H9/c1-9/h1H${layers}`)!.stereo
    return [...centres, ...bonds].map(([at, parity]) => `${at}${parity}`).join(' ')
  }
  it.each([
    ['as drawn', '/t4-,5+/m0/s1', '4- 5+'],
    ['of the mirror image', '/t4-,5+/m1/s1', '4+ 5-'],
    ['without a handedness', '/t4-,5+', '4- 5+'],
    ['unknown in either way, also in the mirror image', '/t4?,5u,6-/m1/s1', '4? 5? 6+'],
    ['unknown as drawn', '/t4?,5u,6-/m0/s1', '4? 5? 6-'],
    ['of double bonds, which the mirror image does not change', '/b4-3+,6-5-/t8-/m1/s1', '8+ 4-3+ 6-5-'],
    ['of a double bond, unknown', '/b4-3?,6-5u', '4-3? 6-5?'],
    ['none', '', ''],
    ['none for an isotope alone', '/i4D/t4-/m0/s1', ''],
    ['of several components, whose numbers are the same, none', '/t4-;/m0./s1', ''],
    ['nor of the second of them', '/t;4-/m.0/s1', ''],
  ])('stereo %s', (_, layers, expected) => expect(stereo(layers)).toBe(expected))
})

describe('a candidate of several forms', () => {
  const form = (text: string): Stereo => ({
    centres: new Map([
      ['1', text[0] as '+'],
      ['2', text[1] as '+'],
    ]),
    bonds: new Map([['3-4', text[2] as '+']]),
  })
  const forms = (together: boolean, ...texts: string[]): StereoForms => ({ each: texts.map(form), together })
  const record = form('+++')
  it.each([
    ['one of the forms is nearest', ['--+', '++-', '+-+'], 'enantiomer', 'diastereomer'],
    ['in another order', ['+-+', '--+', '++-'], 'enantiomer', 'diastereomer'],
    ['without the mirror image', ['++-', '+-+'], 'geometric', 'diastereomer'],
    ['with the recorded form itself', ['--+', '+++', '+-+'], 'contained', 'open'],
    ['all of them mirror images', ['--+', '--+'], 'enantiomer', 'enantiomer'],
  ] as const)('%s: %j', (_, each, together, oneOf) => {
    expect(compareForms(forms(true, ...each), record)).toBe(together)
    expect(compareForms(forms(false, ...each), record)).toBe(oneOf)
  })
})
