import { describe, expect, it } from 'vitest'
import { judge } from '../../src/matching/index.js'
import { edition, law, reader } from '../support/law.js'

const asOf = '2025-11-01'

const asDrug = (smiles: string, code: string) =>
  reader.read(smiles, (structure) => {
    const findings = judge(structure, law, { asOf, jurisdictions: [code], kinds: ['drug', 'chemical weapon'] })
      .jurisdictions[0]!.findings
    return findings.filter((f) => 'control' in f && f.control === 'drug' && f.counts !== null).map((f) => f.counts)
  })

const substances = new Map(edition.substances.map((s) => [s.id, s]))
/** Precursors with their own entry that are stereoisomers of a listed drug. */
const mates = edition.jurisdictions.flatMap((records) => {
  const of = (control: string) =>
    records.lists
      .filter((l) => l.control === control)
      .flatMap((l) => l.entries.map((e) => substances.get(e.substance)!))
      .filter((s) => s.smiles !== null)
  const drugs = of('drug')
  const isMate = (p: (typeof drugs)[number]) =>
    drugs.some((d) => d.inchikey !== p.inchikey && d.inchikey!.slice(0, 14) === p.inchikey!.slice(0, 14))
  return of('precursor')
    .filter(isMate)
    .map((p) => [records.jurisdiction.code, p.id, p.smiles!] as const)
})

describe('a precursor with its own entry does not count as a stereoisomer of a listed drug', () => {
  it('norephedrine is such a precursor in China, Japan, the United Kingdom, the United States, Canada, Switzerland, Czechia (until 2006), Portugal and under the conventions', () => {
    expect(mates.map(([code, id]) => `${code} ${id}`).sort()).toEqual([
      'CA norephedrine',
      'CH norephedrine',
      'CN norephedrine',
      'CZ norephedrine',
      'GB norephedrine',
      'JP norephedrine',
      'PT norephedrine',
      'UN norephedrine',
      'US norephedrine',
    ])
  })

  it.each(mates)('%s %s', (code, _, smiles) => expect(asDrug(smiles, code)).not.toContain('listed'))

  it.each(['C[C@H](N)[C@H](O)c1ccccc1', 'C[C@@H](N)[C@@H](O)c1ccccc1'])(
    'an enantiomer of the excepted racemate, %s, keeps the precursor entry that covers it',
    (smiles) => {
      const found = reader.read(
        smiles,
        (structure) => judge(structure, law, { asOf, jurisdictions: ['CN'] }).jurisdictions[0]!,
      )
      expect(found.verdict).toBe('listed')
    },
  )
  it('nor does its mirror image', () => expect(asDrug('C[C@@H](N)[C@@H](O)c1ccccc1', 'CN')).toEqual([]))
  it('the mirror image of cathine does', () => expect(asDrug('C[C@@H](N)[C@H](O)c1ccccc1', 'CN')).toEqual(['listed']))
  it('a drawing with open stereo can be cathine, though it is listed as a precursor', () =>
    expect(asDrug('CC(N)C(O)c1ccccc1', 'CN')).toEqual(['undecided']))
})
