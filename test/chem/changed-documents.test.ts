import { describe, expect, it } from 'vitest'
import { withBondsCleaved } from '../../src/chem/cleave.js'
import {
  toMolecule,
  type JsonAtom,
  type JsonBond,
  type JsonDocument,
  type JsonMolecule,
} from '../../src/chem/common-chem.js'
import { withNitrousOxide } from '../../src/chem/misread.js'
import { redrawing, redrawn, type Redrawing } from '../../src/chem/redraw.js'
import { frameworkOf } from '../../src/chem/skeleton-maps.js'

// JSON documents as RDKit writes them, changed without RDKit.
const defaults = {
  atom: { z: 6, impHs: 0, chg: 0, nRad: 0, isotope: 0, stereo: 'unspecified' },
  bond: { bo: 1, stereo: 'unspecified' },
}
const documentOf = (json: JsonMolecule): JsonDocument => ({ defaults, molecules: [json] })
const bond = (a: number, b: number, bo?: number): JsonBond => ({ atoms: [a, b], ...(bo === undefined ? {} : { bo }) })
const chain = (size: number) => Array.from({ length: size - 1 }, (_, i) => bond(i, i + 1))

describe('a drawing changed to another of the same skeleton', () => {
  type Changes = { readonly atoms?: readonly [number, number, number][]; readonly orders?: readonly [number, number][] }
  const changed = (json: JsonMolecule, { atoms = [], orders = [] }: Changes) => {
    const document = documentOf(json)
    const changes: Redrawing = {
      atoms: new Map(atoms.map(([atom, hydrogens, charge]) => [atom, { hydrogens, charge }])),
      orders: new Map(orders),
    }
    return redrawn(document, toMolecule(document), changes)?.molecules[0] ?? null
  }
  const centre: JsonAtom = { impHs: 1, stereo: 'cw' }

  it('hydrogens, charges and orders are as wanted; the rest stays', () =>
    expect(
      changed(
        { atoms: [{ impHs: 2 }, { impHs: 1, isotope: 13 }, { z: 8, impHs: 1 }], bonds: [bond(0, 1, 2), bond(1, 2)] },
        {
          atoms: [
            [0, 3, 0],
            [2, 0, 0],
          ],
          orders: [
            [0, 1],
            [1, 2],
          ],
        },
      ),
    ).toEqual({
      atoms: [
        { impHs: 3, chg: 0 },
        { impHs: 1, isotope: 13 },
        { z: 8, impHs: 0, chg: 0 },
      ],
      bonds: [bond(0, 1, 1), bond(1, 2, 2)],
    }))
  it('stereo is dropped at both ends of a bond that changes, and only there', () =>
    expect(changed({ atoms: [centre, centre, centre, centre], bonds: chain(4) }, { orders: [[1, 2]] })!.atoms).toEqual([
      centre,
      { impHs: 1 },
      { impHs: 1 },
      centre,
    ]))
  it('a centre where only the charge changes keeps it', () =>
    expect(changed({ atoms: [centre], bonds: [] }, { atoms: [[0, 1, -1]] })!.atoms).toEqual([{ ...centre, chg: -1 }]))
  it('a double bond keeps its geometry, except next to an atom whose bonds change', () => {
    const trans = (a: number, b: number): JsonBond => ({
      ...bond(a, b, 2),
      stereo: 'trans',
      stereoAtoms: [a - 1, b + 1],
    })
    const json = {
      atoms: Array<JsonAtom>(9).fill({ impHs: 1 }),
      bonds: [bond(0, 1), trans(1, 2), bond(2, 3), bond(3, 4), trans(4, 5), bond(5, 6), trans(6, 7), bond(7, 8)],
    }
    const bonds = (orders: Changes['orders']) => changed(json, { orders: orders! })!.bonds
    expect(bonds([[2, 2]])).toEqual([bond(0, 1), bond(1, 2, 2), bond(2, 3, 2), ...json.bonds.slice(3)])
    expect(bonds([[3, 2]])).toEqual([...json.bonds.slice(0, 3), bond(3, 4, 2), bond(4, 5, 2), ...json.bonds.slice(5)])
  })
  it('groups keep the centres that are left', () => {
    const groups = (orders: Changes['orders'], ...stereoGroups: NonNullable<JsonMolecule['stereoGroups']>) =>
      changed({ atoms: [centre, centre, centre, { impHs: 1 }], bonds: chain(4), stereoGroups }, { orders: orders! })!
    const two = [
      { type: 'or', atoms: [0, 1] },
      { type: 'and', atoms: [2] },
      { type: 'and', bonds: [2] },
    ]
    expect(groups([[0, 2]], ...two).stereoGroups).toEqual([{ type: 'and', atoms: [2] }])
    expect(groups([[1, 2]], ...two).stereoGroups).toEqual([{ type: 'or', atoms: [0] }])
    expect(groups([[2, 2]], ...two).stereoGroups).toEqual([{ type: 'or', atoms: [0, 1] }])
    expect(groups([[2, 2]], two[1]!)).not.toHaveProperty('stereoGroups')
    expect(groups([])).not.toHaveProperty('stereoGroups')
  })
  it('a hydrogen drawn as an atom moves to an atom that gains one', () => {
    const drawn = {
      atoms: [{ z: 8 }, { z: 1 }, { z: 7, impHs: 1 }, {}],
      bonds: [bond(0, 1), bond(0, 3), bond(3, 2, 2)],
    }
    const moved = changed(drawn, {
      atoms: [
        [0, 0, 0],
        [2, 2, 0],
      ],
      orders: [],
    })!
    expect(moved.bonds[0]).toEqual(bond(1, 2))
    expect(moved.atoms[2]).toEqual({ z: 7, impHs: 1, chg: 0 })
  })
  it('if none does, there is no such drawing', () =>
    expect(changed({ atoms: [{ z: 8 }, { z: 1 }], bonds: [bond(0, 1)] }, { atoms: [[0, 0, -1]] })).toBeNull())

  it('only orders that both drawings have are taken over', () => {
    const frame = (order: number) => {
      const molecule = toMolecule(documentOf({ atoms: [{}, { z: 7 }], bonds: [bond(0, 1, order)] }))
      return frameworkOf(molecule, [0, 1])
    }
    const orders = (from: number, to: number) => [...redrawing(frame(from), frame(to), [0, 1]).orders]
    expect(orders(1, 2)).toEqual([[0, 2]])
    expect(orders(2, 2)).toEqual([])
    expect(orders(1, 17)).toEqual([])
    expect(orders(17, 1)).toEqual([[0, 1]])
  })
})

it('a cleaved drawing has no group without a centre', () => {
  const json = {
    atoms: [{ z: 8 }, { impHs: 1, stereo: 'cw' }, { impHs: 3 }],
    bonds: [bond(0, 1), bond(1, 2)],
    stereoGroups: [{ type: 'or', atoms: [1] }],
  }
  expect(withBondsCleaved(documentOf(json), [{ freed: 0, other: 1 }]).molecules[0]).toEqual({
    atoms: [{ z: 8, impHs: 1 }, { impHs: 2 }, { impHs: 3 }],
    bonds: [bond(1, 2)],
  })
})

describe('nitrous oxide', () => {
  const end = { z: 7, chg: -1 }
  const middle = { z: 7, chg: 1, impHs: 1 }
  const oxygen = { z: 8, chg: -1 }
  const drawn = (atoms: JsonAtom[], bonds: JsonBond[]) =>
    withNitrousOxide(documentOf({ atoms, bonds }))?.molecules[0] ?? null
  it('twice', () =>
    expect(
      drawn([end, middle, oxygen, end, middle, oxygen], [bond(0, 1, 2), bond(1, 2), bond(3, 4, 2), bond(4, 5)]),
    ).toEqual({
      atoms: [
        { z: 7, chg: 0 },
        { z: 7, chg: 1, impHs: 0 },
        oxygen,
        { z: 7, chg: 0 },
        { z: 7, chg: 1, impHs: 0 },
        oxygen,
      ],
      bonds: [bond(0, 1, 3), bond(1, 2), bond(3, 4, 3), bond(4, 5)],
    }))
  it('not if its ends are on another atom', () =>
    expect(drawn([middle, {}, {}, end, {}, oxygen], [bond(0, 1), bond(0, 2), bond(3, 4, 2), bond(5, 4)])).toBeNull())
})
