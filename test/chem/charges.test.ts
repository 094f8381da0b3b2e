import { describe, expect, it } from 'vitest'
import {
  type JsonAtom,
  type JsonBond,
  type JsonDocument,
  type JsonMolecule,
  toMolecule,
} from '../../src/chem/common-chem.js'
import {
  hasBareCarbanion,
  hasOddCharge,
  neutralCharges,
  neutralForm,
  withLigandsApart,
  withMetalsApart,
} from '../../src/chem/normalise.js'
import type { Molecule, Shift } from '../../src/chem/index.js'
import { neutralRedrawing, redrawn } from '../../src/chem/redraw.js'
import { reader } from '../support/law.js'

const moleculeOf = (smiles: string): Molecule => reader.read(smiles, (s) => s.molecule)
const chargesOf = (smiles: string) => neutralCharges(moleculeOf(smiles)).join(' ')

describe('charges that remain when protons have moved', () => {
  it.each<[string, string, string]>([
    ['an ammonium ion loses its proton', 'C[NH3+]', '0 0'],
    ['without a proton, it keeps its charge', 'C[N+](C)(C)C', '0 1 0 0 0'],
    ['of two charges, one proton removes one', 'C[NH+2]', '0 1'],
    ['two protons remove both', 'C[NH2+2]', '0 0'],
    ['a third proton stays', '[NH3+2]', '0'],
    ['a metal keeps its charge', '[Fe+3]', '3'],
    ['also with a hydrogen', '[FeH+]', '1'],
    ['an R-group keeps its charge', '[*H+]C', '1 0'],
    ['an alkoxide gains a proton', 'C[O-]', '0 0'],
    ['an amide', 'C[NH-]', '0 0'],
    ['a carbanion', 'C[CH2-]', '0 0'],
    ['an aromatic amide', 'c1cc[n-]c1', '0 0 0 0 0'],
    ['an aromatic carbanion', 'c1cc[cH-]c1', '0 0 0 0 0'],
    ['a sulfide ion gains two', '[S-2]', '0'],
    ['a nitride ion three', '[N-3]', '0'],
    ['a halide one', '[Cl-]', '0'],
    ['not two', '[Cl-2]', '-2'],
    ['a halogen with a bond gains none', 'C[Cl-2]', '0 -2'],
    ['a sulfate gains two', '[O-]S(=O)(=O)[O-]', '0 0 0 0 0'],
    ['the oxygens of perchlorate, which RDKit draws on a cation', '[O-]Cl(=O)(=O)=O', '-1 3 -1 -1 -1'],
    ['thiolate', 'C[S-]', '0 0'],
    ['selenolate', 'C[Se-]', '0 0'],
    ['telluride', 'C[Te-]', '0 0'],
    ['boron keeps its charge', 'F[B-](F)(F)F', '0 -1 0 0 0'],
    ['phosphorus too', 'C[PH-]', '0 -1'],
    ['a hydride too', '[H-]', '-1'],
    ['an anionic metal too', '[Fe-]', '-1'],
    ['an N-oxide', 'C[N+](C)(C)[O-]', '0 1 0 0 -1'],
    ['a hydroxylamine drawn with charges', 'C[NH+](C)[O-]', '0 0 0 0'],
    ['nitromethane', 'C[N+](=O)[O-]', '0 1 0 -1'],
    ['an ylide', 'C[N+](C)(C)[CH2-]', '0 1 0 0 -1'],
    ['a carbanion on an amine', 'CN(C)[CH2-]', '0 0 0 0'],
    ['a betaine: its oxygen is not next to the cation', 'C[N+](C)(C)CC(=O)[O-]', '0 1 0 0 0 0 0 0'],
    ['an alkoxide on a carbon without hydrogens', 'CC(C)(C)[O-]', '0 0 0 0 0'],
    ['an anion next to another anion', '[O-][O-]', '0 0'],
    ['components do not affect each other', 'C[N+](C)(C)C.[OH-].[NH4+]', '0 1 0 0 0 0 0'],
  ])('%s: %s', (_, smiles, charges) => expect(chargesOf(smiles)).toBe(charges))
})

describe('an odd charge is one that no proton balances and no stable ion has', () => {
  const isOdd = (smiles: string) => {
    const molecule = moleculeOf(smiles)
    return hasOddCharge(molecule, molecule.components[0]!)
  }
  it.each<[string, string, boolean]>([
    ['a fluoride ion', '[F-]', false],
    ['with two charges', '[F-2]', true],
    ['a halogen with a bond and a charge', 'C[Cl-2]', true],
    ['an oxide ion', '[O-2]', false],
    ['with three charges', '[O-3]', true],
    ['a quaternary ammonium ion', 'C[N+](C)(C)C', false],
    ['a protonated amine', 'C[NH3+]', false],
    ['an amine', 'CN', false],
    ['tetrafluoroborate', 'F[B-](F)(F)F', false],
    ['iron of any charge', '[Fe+6]', false],
    ['an R-group', '[*+]C', false],
    ['a noble gas without a charge', 'F[Xe]F', false],
    ['a noble gas with a charge', '[Xe+2]', true],
    ['an odd charge anywhere in it', 'CC[F-2]', true],
    ['in another component', 'CC.[F-2]', false],
  ])('%s: %s is %s', (_, smiles, odd) => expect(isOdd(smiles)).toBe(odd))
})

describe('a bare carbanion', () => {
  const isBare = (smiles: string, at = 0) => {
    const molecule = moleculeOf(smiles)
    return hasBareCarbanion(molecule, molecule.components[at]!)
  }
  it.each<[string, string, boolean]>([
    ['methanide', '[CH3-]', true],
    ['methane', 'C', false],
    ['a carbocation', 'C[CH2+]', false],
    ['an alkoxide', 'C[O-]', false],
    ['neopentyl, next to a carbon without hydrogens', 'CC(C)(C)[CH2-]', true],
    ['next to an amine', 'CN(C)[CH2-]', true],
    ['next to an ammonium ion that has a proton', 'C[NH+](C)[CH2-]', true],
    ['an ylide', 'C[N+](C)(C)[CH2-]', false],
    ['of a ketone', 'CC(=O)[CH2-]', false],
    ['of an alcohol', 'CC(O)[CH2-]', true],
    ['of a ketone one carbon further away', 'CC(=O)C[CH2-]', true],
    ['of an imine', 'CC(=N)[CH2-]', false],
    ['of a sulfone', 'CS(=O)(=O)[CH2-]', false],
    ['of a nitrile', 'N#C[CH2-]', false],
    ['of an alkene', 'C=C[CH2-]', true],
    ['of an alkyne', 'CC#C[CH2-]', true],
    ['an acetylide', 'CC#[C-]', false],
    ['cyanide', '[C-]#N', false],
    ['a vinyl anion', 'C=[CH-]', true],
  ])('%s: %s is %s', (_, smiles, bare) => expect(isBare(smiles)).toBe(bare))
  it('in another component', () => {
    expect(isBare('[CH3-].CC', 0)).toBe(true)
    expect(isBare('[CH3-].CC', 1)).toBe(false)
  })
})

// JSON documents as RDKit writes them, changed without RDKit.
const defaults = {
  atom: { z: 6, impHs: 0, chg: 0, nRad: 0, isotope: 0, stereo: 'unspecified' },
  bond: { bo: 1, stereo: 'unspecified' },
}
const documentOf = (json: JsonMolecule): JsonDocument => ({ defaults, molecules: [json] })
const bond = (a: number, b: number, bo?: number): JsonBond => ({ atoms: [a, b], ...(bo === undefined ? {} : { bo }) })

it('a bond or a hydrogen uses up the valence of an anion; a dative bond does not', () => {
  const molecule = toMolecule(documentOf({ atoms: [{ z: 9, chg: -1 }, { z: 5 }], bonds: [bond(0, 1, 17)] }))
  expect(neutralCharges(molecule)).toEqual([0, 0])
  const single = toMolecule(documentOf({ atoms: [{ z: 9, chg: -1 }, { z: 5 }], bonds: [bond(0, 1)] }))
  expect(neutralCharges(single)).toEqual([-1, 0])
  const hydride = toMolecule(documentOf({ atoms: [{ z: 9, chg: -1, impHs: 1 }], bonds: [] }))
  expect(neutralCharges(hydride)).toEqual([-1])
})

describe('bonds cut between metals and hetero atoms', () => {
  const apart = (cut: typeof withMetalsApart, atoms: JsonAtom[], bonds: JsonBond[]) =>
    cut(documentOf({ atoms, bonds }))?.molecules[0] ?? null
  const charges = (json: JsonMolecule | null) => json?.atoms.map((a) => a.chg ?? 0)

  it.each([
    ['nitrogen', 7],
    ['oxygen', 8],
    ['fluorine', 9],
    ['sulfur', 16],
    ['chlorine', 17],
    ['selenium', 34],
    ['bromine', 35],
    ['tellurium', 52],
    ['iodine', 53],
  ])('a salt with %s, written in either order', (_, z) => {
    expect(charges(apart(withMetalsApart, [{ z }, { z: 11 }], [bond(0, 1)]))).toEqual([-1, 1])
    expect(charges(apart(withMetalsApart, [{ z: 11 }, { z }], [bond(0, 1)]))).toEqual([1, -1])
    expect(charges(apart(withMetalsApart, [{ z: 11 }, { z }], [bond(1, 0)]))).toEqual([1, -1])
  })
  it('hydrogen, carbon and phosphorus stay on the metal', () => {
    for (const z of [1, 6, 15]) expect(apart(withMetalsApart, [{ z }, { z: 11 }], [bond(0, 1)])).toBeNull()
  })
  it('a bond of the anion to carbon stays, and a metal elsewhere in the drawing', () => {
    const acetate = [{ z: 11 }, { z: 8 }, {}, { z: 26 }, { z: 8 }]
    const bonds = [bond(0, 1), bond(1, 2), bond(3, 4)]
    expect(charges(apart(withMetalsApart, acetate, bonds))).toEqual([1, -1, 0, 0, 0])
    expect(apart(withMetalsApart, acetate, bonds)!.bonds).toEqual([bond(1, 2), bond(3, 4)])
  })
  it('a double or triple bond keeps every ligand on its metal', () => {
    for (const order of [2, 3])
      expect(apart(withLigandsApart, [{ z: 8 }, { z: 26 }, { z: 8 }], [bond(0, 1, order), bond(1, 2)])).toBeNull()
  })
  it('a metal that forms complexes is no salt, but has ligands', () => {
    expect(apart(withMetalsApart, [{ z: 8 }, { z: 26 }], [bond(0, 1)])).toBeNull()
    expect(charges(apart(withLigandsApart, [{ z: 8 }, { z: 26 }], [bond(0, 1)]))).toEqual([-1, 1])
  })
  it('a double bond between other atoms does not keep ligands on the metal', () => {
    const carboxylate = [{ z: 26 }, { z: 8 }, {}, { z: 8 }]
    expect(apart(withLigandsApart, carboxylate, [bond(0, 1), bond(1, 2), bond(2, 3, 2)])!.bonds).toEqual([
      bond(1, 2),
      bond(2, 3, 2),
    ])
  })
  it('charges drawn already are changed by as many electrons as the bond has', () => {
    const atoms = [
      { z: 20, chg: 1 },
      { z: 8, chg: -1 },
    ]
    expect(charges(apart(withMetalsApart, atoms, [bond(0, 1)]))).toEqual([2, -2])
    expect(charges(apart(withMetalsApart, atoms, [bond(0, 1, 2)]))).toEqual([3, -3])
    expect(charges(apart(withMetalsApart, atoms, [bond(0, 1, 3)]))).toEqual([4, -4])
    expect(charges(apart(withMetalsApart, atoms, [bond(0, 1, 17)]))).toEqual([1, -1])
  })
  it('a metal with two of them', () =>
    expect(charges(apart(withMetalsApart, [{ z: 17 }, { z: 12 }, { z: 17 }], [bond(0, 1), bond(1, 2)]))).toEqual([
      -1, 2, -1,
    ]))
  it('the metal is no stereo centre afterwards; other centres are', () => {
    const atoms = [
      { z: 20, stereo: 'cw' },
      { z: 16, stereo: 'ccw' },
    ]
    expect(apart(withMetalsApart, atoms, [bond(0, 1)])!.atoms).toEqual([
      { z: 20, chg: 1 },
      { z: 16, chg: -1, stereo: 'ccw' },
    ])
  })
  it('the drawing stays unchanged, and data that described the old atoms and bonds is dropped', () => {
    const document = documentOf({
      name: 'kept',
      atoms: [{ z: 8 }, { z: 11 }],
      bonds: [bond(0, 1)],
      extensions: [{ name: 'rdkitRepresentation' }],
      substanceGroups: [{ properties: { TYPE: 'DAT' } }],
      conformers: [],
    })
    const before = structuredClone(document)
    const cut = withMetalsApart(document)!
    expect(document).toEqual(before)
    expect(Object.keys(cut.molecules[0]!).sort()).toEqual(['atoms', 'bonds', 'name'])
    expect(cut.defaults).toEqual(defaults)
  })
})

describe('a drawing with protons moved', () => {
  const moved = (atoms: JsonAtom[], bonds: JsonBond[] = []) => {
    const document = documentOf({ atoms, bonds })
    const molecule = toMolecule(document)
    const changes = neutralRedrawing(molecule, molecule)
    return changes.atoms.size === 0 ? null : (redrawn(document, molecule, changes)?.molecules[0] ?? null)
  }
  it('an alkoxide is the alcohol; isotope and stereo stay', () =>
    expect(
      moved(
        [
          { isotope: 13, impHs: 1, stereo: 'cw' },
          { z: 8, chg: -1 },
        ],
        [bond(0, 1)],
      ),
    ).toEqual({
      atoms: [
        { isotope: 13, impHs: 1, stereo: 'cw' },
        { z: 8, chg: 0, impHs: 1 },
      ],
      bonds: [bond(0, 1)],
    }))
  it('an ammonium ion is the amine', () =>
    expect(moved([{ z: 7, chg: 1, impHs: 4 }])!.atoms).toEqual([{ z: 7, chg: 0, impHs: 3 }]))
  it('its last proton, too', () =>
    expect(moved([{ z: 7, chg: 1, impHs: 1 }, {}, {}, {}], [bond(0, 1), bond(0, 2), bond(0, 3)])!.atoms[0]).toEqual({
      z: 7,
      chg: 0,
      impHs: 0,
    }))
  it('nothing changes without a charge that a proton balances', () => {
    expect(moved([{ z: 7, impHs: 3 }])).toBeNull()
    expect(moved([{ z: 11, chg: 1 }])).toBeNull()
  })
  it('one charge is enough', () =>
    expect(
      moved([
        { z: 11, chg: 1 },
        { z: 8, chg: -1, impHs: 1 },
      ])!.atoms,
    ).toEqual([
      { z: 11, chg: 1 },
      { z: 8, chg: 0, impHs: 2 },
    ]))
  it('a proton drawn as an atom moves to an anion, but does not leave', () => {
    const ammonium = { z: 7, chg: 1, impHs: 0 }
    expect(moved([ammonium, { z: 1 }], [bond(0, 1)])).toBeNull()
    expect(moved([ammonium, { z: 1 }, { z: 8, chg: -1, impHs: 1 }], [bond(0, 1)])!.bonds).toEqual([bond(1, 2)])
  })
})

describe('the flat, neutral form', () => {
  const form = (json: JsonMolecule, shifts: readonly Shift[] = []) => {
    const document = documentOf(json)
    const molecule = toMolecule(document)
    const found = neutralForm(document, molecule, neutralCharges(molecule), shifts)
    return found && { ...found.document.molecules[0]!, original: found.original }
  }
  const atom = (z: number, impHs: number, chg = 0, nRad = 0) => ({ z, chg, impHs, nRad })
  const ethanol = { atoms: [{ impHs: 3 }, { impHs: 2 }, { z: 8, impHs: 1 }], bonds: [bond(0, 1), bond(1, 2)] }

  it('a drawing that is in this form already', () => expect(form(ethanol)).toBeNull())
  it('an isotope is its element', () => {
    const json = { ...ethanol, atoms: [{ impHs: 3, isotope: 13 }, ...ethanol.atoms.slice(1)] }
    expect(form(json)).toStrictEqual({
      atoms: [atom(6, 3), atom(6, 2), atom(8, 1)],
      bonds: ethanol.bonds,
      original: [0, 1, 2],
    })
  })
  it('a charge', () => {
    const json = { ...ethanol, atoms: [...ethanol.atoms.slice(0, 2), { z: 8, chg: -1 }] }
    expect(form(json)!.atoms).toEqual([atom(6, 3), atom(6, 2), atom(8, 1)])
  })
  it('a charge that stays, and an unpaired electron', () => {
    const json = {
      atoms: [
        { z: 11, chg: 1 },
        { z: 8, nRad: 1, impHs: 1, isotope: 18 },
      ],
      bonds: [],
    }
    expect(form(json)!.atoms).toEqual([atom(11, 0, 1), atom(8, 1, 0, 1)])
  })
  it('a hydrogen drawn as an atom is folded into its atom; stereo is omitted', () => {
    const json = { atoms: [{ z: 1 }, { z: 8 }, { impHs: 3, stereo: 'cw' }], bonds: [bond(0, 1), bond(2, 1)] }
    expect(form(json)).toEqual({ atoms: [atom(8, 1), atom(6, 3)], bonds: [bond(1, 0)], original: [1, 2] })
  })
  it('a hydrogen that moves from oxygen to carbon, with its double bond', () => {
    const enol = {
      atoms: [{ impHs: 2 }, { impHs: 1 }, { z: 8, impHs: 1 }],
      bonds: [bond(0, 1, 2), bond(1, 2)],
    }
    const shift = { from: 2, to: 0, doubled: 1, singled: 0 }
    expect(form(enol, [shift])).toEqual({
      atoms: [atom(6, 3), atom(6, 1), atom(8, 0)],
      bonds: [bond(0, 1, 1), bond(1, 2, 2)],
      original: [0, 1, 2],
    })
  })
  it('no other bond of the carbon changes, whether it is the first atom or the last', () => {
    const hydroxy = { z: 8, impHs: 1 }
    const imine = { z: 7, impHs: 1 }
    const first = {
      atoms: [{}, hydroxy, imine, { impHs: 3 }],
      bonds: [bond(0, 1), bond(0, 2, 2), bond(0, 3)],
    }
    const last = {
      atoms: [{ impHs: 3 }, hydroxy, imine, {}],
      bonds: [bond(3, 1), bond(3, 2, 2), bond(3, 0)],
    }
    const shift = { from: 1, to: 2, doubled: 0, singled: 1 }
    expect(form(first, [shift])!.bonds).toEqual([bond(0, 1, 2), bond(0, 2, 1), bond(0, 3)])
    expect(form(last, [shift])!.bonds).toEqual([bond(3, 1, 2), bond(3, 2, 1), bond(3, 0)])
  })
})
