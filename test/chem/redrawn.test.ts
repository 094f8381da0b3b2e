import { describe, expect, it } from 'vitest'
import type { JsonAtom, JsonBond, JsonDocument, JsonMolecule } from '../../src/chem/common-chem.js'
import { withNitrousOxide } from '../../src/chem/misread.js'
import { withLigandsApart, withMetalsApart } from '../../src/chem/normalise.js'
import { groupForms, withOpenStereo, withRelativeStereo } from '../../src/chem/stereo-groups.js'
import { withBondsCleaved } from '../../src/chem/cleave.js'

// JSON documents as RDKit writes them, changed without RDKit.
const defaults = {
  atom: { z: 6, impHs: 0, chg: 0, nRad: 0, isotope: 0, stereo: 'unspecified' },
  bond: { bo: 1, stereo: 'unspecified' },
}
const documentOf = (json: JsonMolecule): JsonDocument => ({ defaults, molecules: [json] })
const moleculeOf = (document: JsonDocument | null) => document?.molecules[0] ?? null
const bond = (a: number, b: number, bo?: number): JsonBond => ({ atoms: [a, b], ...(bo === undefined ? {} : { bo }) })

describe('stereo groups of a drawing', () => {
  const chain = (stereo: (string | undefined)[], stereoGroups?: JsonMolecule['stereoGroups']): JsonDocument =>
    documentOf({
      atoms: stereo.map((s): JsonAtom => (s === undefined ? { impHs: 2 } : { impHs: 1, stereo: s })),
      bonds: stereo.slice(1).map((_, i) => bond(i, i + 1)),
      ...(stereoGroups ? { stereoGroups } : {}),
    })
  const stereoOf = (document: JsonDocument) => document.molecules[0]!.atoms.map((a) => a.stereo ?? '-').join(' ')
  const all = [0, 1, 2, 3]
  const forms = (document: JsonDocument, component = all) => {
    const found = groupForms(document, component)
    return found && { together: found.together, forms: found.documents.map(stereoOf) }
  }

  it('an "and" group is a mixture of both', () =>
    expect(forms(chain(['cw', 'ccw', undefined, 'cw'], [{ type: 'and', atoms: [0, 1] }]))).toEqual({
      together: true,
      forms: ['cw ccw - cw', 'ccw cw - cw'],
    }))
  it('an "or" group is one of the two', () =>
    expect(forms(chain(['cw', undefined, undefined, undefined], [{ type: 'or', atoms: [0] }]))).toEqual({
      together: false,
      forms: ['cw - - -', 'ccw - - -'],
    }))
  it('each group is inverted separately; with an "or" group among them it is one of the forms', () => {
    const groups = [
      { type: 'and', atoms: [0] },
      { type: 'or', atoms: [1, 2] },
    ]
    expect(forms(chain(['cw', 'cw', 'ccw', 'ccw'], groups))).toEqual({
      together: false,
      forms: ['cw cw ccw ccw', 'ccw cw ccw ccw', 'cw ccw cw ccw', 'ccw ccw cw ccw'],
    })
  })
  it('absolute stereo stays as drawn', () =>
    expect(
      forms(
        chain(
          ['cw', 'cw', undefined, undefined],
          [
            { type: 'abs', atoms: [0] },
            { type: 'and', atoms: [1] },
          ],
        ),
      ),
    ).toEqual({
      together: true,
      forms: ['cw cw - -', 'cw ccw - -'],
    }))
  it('a group of another component has no effect on this one', () => {
    const document = chain(
      ['cw', 'cw', 'cw', 'cw'],
      [
        { type: 'or', atoms: [3] },
        { type: 'and', atoms: [0, 2] },
      ],
    )
    expect(forms(document, [0, 1])).toEqual({ together: true, forms: ['cw cw cw cw', 'ccw cw cw cw'] })
    expect(forms(document, [1])).toBeNull()
  })
  it('a mark without handedness is not inverted', () =>
    expect(
      forms(chain(['cw', 'unspecified', undefined, undefined], [{ type: 'and', atoms: [0, 1, 2] }]))!.forms,
    ).toEqual(['cw unspecified - -', 'ccw unspecified - -']))
  it('no group, or only absolute stereo', () => {
    expect(forms(chain(['cw', 'cw', 'cw', 'cw']))).toBeNull()
    expect(forms(chain(['cw', 'cw', 'cw', 'cw'], [{ type: 'abs', atoms: [0] }]))).toBeNull()
    expect(forms(chain(['cw', 'cw', 'cw', 'cw'], [{ type: 'and' }]))).toBeNull()
  })
  it('four groups are expanded, five are not', () => {
    const groups = (n: number) => Array.from({ length: n }, (_, i) => ({ type: 'and', atoms: [i] }))
    const five = ['cw', 'cw', 'cw', 'cw', 'cw']
    expect(new Set(forms(chain(five, groups(4)), [...all, 4])!.forms).size).toBe(16)
    expect(forms(chain(five, groups(5)), [...all, 4])).toBeNull()
  })
  it('no form has groups itself, and the drawing stays unchanged', () => {
    const document = chain(['cw', undefined, undefined, undefined], [{ type: 'and', atoms: [0] }])
    const before = structuredClone(document)
    for (const form of groupForms(document, all)!.documents) expect(moleculeOf(form)).not.toHaveProperty('stereoGroups')
    expect(document).toEqual(before)
  })

  it('left open, a centre of a group has no handedness; others keep theirs', () => {
    const groups = [
      { type: 'and', atoms: [0] },
      { type: 'or', atoms: [1] },
      { type: 'abs', atoms: [2] },
    ]
    const open = withOpenStereo(chain(['cw', 'ccw', 'cw', 'ccw'], groups))!
    expect(stereoOf(open)).toBe('- - cw ccw')
    expect(open.molecules[0]!.atoms[0]).toEqual({ impHs: 1 })
    expect(moleculeOf(open)).not.toHaveProperty('stereoGroups')
  })
  it('nothing changes if no group leaves anything open', () => {
    expect(withOpenStereo(chain(['cw']))).toBeNull()
    expect(withOpenStereo(chain(['cw'], [{ type: 'abs', atoms: [0] }]))).toBeNull()
    expect(withOpenStereo(chain(['cw'], [{ type: 'and' }]))).toBeNull()
  })

  it('a drawing marked as relative is itself or its mirror image: all centres outside other groups together', () => {
    const groups = [{ type: 'abs', atoms: [1] }, { type: 'and' }]
    expect(moleculeOf(withRelativeStereo(chain(['cw', 'cw', undefined, 'ccw'], groups)))!.stereoGroups).toEqual([
      ...groups,
      { type: 'or', atoms: [0, 3] },
    ])
    expect(moleculeOf(withRelativeStereo(chain(['cw', undefined])))!.stereoGroups).toEqual([{ type: 'or', atoms: [0] }])
  })
  it('without such centres it stays', () => {
    const flat = chain([undefined, undefined])
    const grouped = chain(['cw', undefined], [{ type: 'abs', atoms: [0] }])
    expect(withRelativeStereo(flat)).toBe(flat)
    expect(withRelativeStereo(grouped)).toBe(grouped)
  })
})

describe('nitrous oxide drawn with a pentavalent central nitrogen', () => {
  const end = { z: 7, chg: -1 }
  const middle = { z: 7, chg: 1, impHs: 1 }
  const oxygen = { z: 8, chg: -1 }
  const drawn = (atoms: JsonAtom[] = [end, middle, oxygen], bonds = [bond(0, 1, 2), bond(1, 2)]) =>
    moleculeOf(withNitrousOxide(documentOf({ atoms, bonds })))
  const right = { atoms: [{ z: 7, chg: 0 }, { z: 7, chg: 1, impHs: 0 }, oxygen], bonds: [bond(0, 1, 3), bond(1, 2)] }
  it('loses the hydrogen that RDKit added', () => expect(drawn()).toEqual(right))
  it('whichever way its bonds are drawn', () =>
    expect(drawn(undefined, [bond(1, 0, 2), bond(2, 1)])).toEqual({ ...right, bonds: [bond(1, 0, 3), bond(2, 1)] }))
  it('with any other component', () =>
    expect(drawn([{ z: 8, impHs: 2 }, end, middle, oxygen], [bond(1, 2, 2), bond(2, 3)])).toEqual({
      atoms: [{ z: 8, impHs: 2 }, ...right.atoms],
      bonds: [bond(1, 2, 3), bond(2, 3)],
    }))
  it.each<[string, JsonAtom[], JsonBond[] | undefined]>([
    ['no hydrogen', [end, { ...middle, impHs: 0 }, oxygen], undefined],
    ['no charge on the central atom', [end, { ...middle, chg: 0 }, oxygen], undefined],
    ['carbon as the central atom', [end, { ...middle, z: 6 }, oxygen], undefined],
    ['carbon at the end', [{ ...end, z: 6 }, middle, oxygen], undefined],
    ['hydrogen at the end', [{ ...end, impHs: 1 }, middle, oxygen], undefined],
    ['no charge at the end', [{ ...end, chg: 0 }, middle, oxygen], undefined],
    ['hydroxy', [end, middle, { z: 8, impHs: 1 }], undefined],
    ['sulfur', [end, middle, { z: 16, chg: -1 }], undefined],
    ['a single bond between the nitrogens', [end, middle, oxygen], [bond(0, 1), bond(1, 2)]],
    ['a double bond to oxygen', [end, middle, oxygen], [bond(0, 1, 2), bond(1, 2, 2)]],
    ['a group on the end', [end, middle, oxygen, {}], [bond(0, 1, 2), bond(1, 2), bond(0, 3)]],
    ['a group on the central atom', [end, middle, oxygen, {}], [bond(0, 1, 2), bond(1, 2), bond(1, 3)]],
    ['a group on oxygen', [end, middle, oxygen, {}], [bond(0, 1, 2), bond(1, 2), bond(2, 3)]],
    ['no oxygen', [end, middle, {}], undefined],
  ])('%s: another substance', (_, atoms, bonds) => expect(drawn(atoms, bonds)).toBeNull())
})

describe('metals are disconnected', () => {
  const [O, Na, Fe] = [{ z: 8 }, { z: 11 }, { z: 26 }]
  const apart = (cut: typeof withMetalsApart, atoms: JsonAtom[], bonds: JsonBond[]) =>
    moleculeOf(cut(documentOf({ atoms, bonds })))
  it('a salt loses the bond, and its ends are charged', () =>
    expect(apart(withMetalsApart, [{ impHs: 3 }, O, Na], [bond(0, 1), bond(1, 2)])).toEqual({
      atoms: [{ impHs: 3 }, { z: 8, chg: -1 }, { z: 11, chg: 1 }],
      bonds: [bond(0, 1)],
    }))
  it('a double bond donates two electrons, a dative one none', () => {
    expect(apart(withMetalsApart, [{ z: 20 }, O], [bond(0, 1, 2)])!.atoms.map((a) => a.chg)).toEqual([2, -2])
    expect(apart(withLigandsApart, [Fe, O], [bond(1, 0, 17)])!.atoms.map((a) => a.chg)).toEqual([0, 0])
  })
  it('bonds to carbon and between metals stay', () => {
    expect(apart(withMetalsApart, [{}, Na], [bond(0, 1)])).toBeNull()
    expect(apart(withLigandsApart, [Fe, Fe], [bond(0, 1)])).toBeNull()
    expect(apart(withLigandsApart, [{}, O], [bond(0, 1)])).toBeNull()
  })
  it('a metal with a double bond is the centre of a separate ion', () => {
    const oxo = [O, Fe, O]
    expect(apart(withLigandsApart, oxo, [bond(0, 1, 2), bond(1, 2)])).toBeNull()
    expect(apart(withLigandsApart, oxo, [bond(0, 1, 3), bond(1, 2)])).toBeNull()
    expect(apart(withLigandsApart, oxo, [bond(0, 1), bond(1, 2)])!.bonds).toEqual([])
  })
})

describe('a cleaved bond', () => {
  const ester: JsonMolecule = {
    atoms: [{ impHs: 2, stereo: 'cw' }, { z: 8 }, { stereo: 'cw' }, { z: 8 }, { impHs: 1, stereo: 'ccw' }],
    bonds: [bond(0, 1), { ...bond(2, 1), stereo: 'cis', stereoAtoms: [0, 3] }, bond(2, 3, 2), bond(0, 4)],
    stereoGroups: [
      { type: 'abs', atoms: [0, 2] },
      { type: 'or', atoms: [2] },
      { type: 'and', atoms: [4] },
    ],
  }
  const cleaved = moleculeOf(withBondsCleaved(documentOf(ester), [{ freed: 1, other: 2 }]))!
  it('both ends gain a hydrogen, and the bond is gone', () => {
    expect(cleaved.atoms).toEqual([
      { impHs: 2, stereo: 'cw' },
      { z: 8, impHs: 1 },
      { impHs: 1 },
      { z: 8 },
      { impHs: 1, stereo: 'ccw' },
    ])
    expect(cleaved.bonds).toEqual([bond(0, 1), bond(2, 3, 2), bond(0, 4)])
  })
  it('stereo of the removed fragment goes with it, also from groups', () =>
    expect(cleaved.stereoGroups).toEqual([
      { type: 'abs', atoms: [0] },
      { type: 'and', atoms: [4] },
    ]))
  it('a double bond of the removed fragment loses its geometry, one that stays keeps it', () => {
    const [stays, leaves] = [
      { ...bond(0, 4, 2), stereo: 'cis', stereoAtoms: [1, 5] },
      { ...bond(2, 3, 2), stereo: 'trans', stereoAtoms: [1, 5] },
    ]
    const json = { ...ester, bonds: [bond(0, 1), bond(1, 2), leaves, stays] }
    expect(moleculeOf(withBondsCleaved(documentOf(json), [{ freed: 1, other: 2 }]))!.bonds).toEqual([
      bond(0, 1),
      bond(2, 3, 2),
      stays,
    ])
  })
})
