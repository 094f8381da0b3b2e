import { describe, expect, it } from 'vitest'
import { readIdentity } from '../../src/chem/index.js'
import type { Records, Substance } from '../../src/law/index.js'
import { BadRecord, compileEdition } from '../../src/law/authoring.js'
import { drawn } from './edition.js'
import { edition, reader } from '../support/law.js'

function recordsOf(...substances: (Partial<Substance> & { smiles: string })[]): Records {
  const counterIons = [{ name: 'hydrogen chloride', smiles: 'Cl', kind: 'counter-ion' as const }]
  const complete = substances.map((s, i) => ({
    id: `substance-${i}`,
    name: 's',
    structure: { from: 'drawing' as const },
    ...reader.read(s.smiles, (x) => ({ inchikey: x.inchikey!, formula: x.formula })),
    ...s,
  }))
  return {
    edition: { id: 'test' },
    substances: complete,
    terms: [],
    medicines: [],
    counterIons,
    jurisdictions: [],
    files: new Map(),
  }
}

describe('identity data of the edition', () => {
  it('every structure has formula, full and flat InChIKey', () => {
    expect(
      drawn
        .filter((s) => !s.formula || !s.inchikey || !/^[A-Z]{14}-[A-Z]{10}-[A-Z]$/.test(s.key.flatInchikey))
        .map((s) => s.id),
    ).toEqual([])
  })

  it('the flat InChIKey shares its first block with the full one if the record is one neutral component', () => {
    const plain = drawn.filter((s) => !s.smiles.includes('.') && !/[+-]/.test(s.inchikey!.slice(-1)))
    expect(plain.filter((s) => s.key.flatInchikey.slice(0, 14) !== s.inchikey!.slice(0, 14)).map((s) => s.id)).toEqual(
      [],
    )
  })

  it('no counter-ion is listed as a drug: it is ignored next to another component', () => {
    const drugs = new Set(
      edition.jurisdictions.flatMap((j) =>
        j.lists.filter((l) => l.control === 'drug').flatMap((l) => l.entries.map((e) => e.substance)),
      ),
    )
    const ions = new Set(edition.counterIons.map((ion) => ion.flat))
    expect(drawn.filter((s) => drugs.has(s.id) && ions.has(readIdentity(s.key.inchi)!.flat)).map((s) => s.id)).toEqual(
      [],
    )
  })

  it('every parent of an ester or ether has few enough hydroxy groups to cleave all at once', () => {
    const reached = new Set(
      edition.jurisdictions.flatMap((j) =>
        j.lists.flatMap((l) =>
          l.entries
            .filter((e) =>
              e.periods.some((p) =>
                (p.extends_to ?? l.scope.flatMap((s) => s.extends_to)).some((w) => w === 'esters' || w === 'ethers'),
              ),
            )
            .map((e) => e.substance),
        ),
      ),
    )
    const hydroxy = (smiles: string) =>
      reader.read(smiles, (s) => s.molecule.atoms.filter((a) => a.z === 8 && a.hydrogens > 0).length)
    expect(drawn.filter((s) => reached.has(s.id) && hydroxy(s.smiles) > 3).map((s) => s.id)).toEqual([])
  })
})

describe('two records with one identity', () => {
  it('are rejected', () => {
    const two = recordsOf({ smiles: 'CCN' }, { smiles: 'CCN' })
    expect(() => compileEdition(two, reader)).toThrow(BadRecord)
    expect(() => compileEdition(two, reader)).toThrow(/substance-1 same_as: found nothing, expected substance-0/)
  })
  it('are accepted if one names the other', () => {
    expect(
      compileEdition(recordsOf({ smiles: 'CCN' }, { smiles: 'CCN', same_as: 'substance-0' }), reader).substances,
    ).toHaveLength(2)
  })
  it('are distinguished if one is a particular salt', () => {
    expect(
      compileEdition(recordsOf({ smiles: 'CCN' }, { smiles: 'CCN.Cl' }), reader).substances.map((s) => s.key?.ions),
    ).toEqual([null, ['ClH/h1H']])
  })
})
