import { describe, expect, it } from 'vitest'
import { askSmiles } from '../support/ask.js'
import { substanceOf } from '../support/law.js'

const day = '2026-09-01'
const paracetamol = 'CC(=O)Nc1ccc(O)cc1'
const cabazitaxel =
  'CC(=O)O[C@@]12CO[C@@H]1C[C@H](OC)[C@@]3(C)[C@@H]2[C@H](OC(=O)c4ccccc4)[C@]5(O)C[C@H](OC(=O)[C@H](O)[C@@H](NC(=O)OC(C)(C)C)c6ccccc6)C(C)=C([C@@H](OC)C3=O)C5(C)C'
const answer = (smiles: string, code: string) => {
  const { verdict, findings } = askSmiles(smiles, code, day)
  return [verdict, ...findings.flatMap((f) => ('doubts' in f ? f.doubts.map((d) => d.kind) : []))].join()
}

describe('1988 Tables: not pharmaceutical preparations, nor mixtures from which it cannot easily be recovered', () => {
  it.each([
    ['ephedrine hydrochloride and paracetamol', `CN[C@@H](C)[C@H](O)c1ccccc1.Cl.${paracetamol}`],
    ['the acetone solvate of cabazitaxel', `CC(C)=O.${cabazitaxel}`],
    ['acetic anhydride and paracetamol', `CC(=O)OC(C)=O.${paracetamol}`],
  ])('%s', (_, smiles) => expect(answer(smiles, 'UN')).toBe('undecided,with other ingredients'))
  it.each([
    ['ephedrine hydrochloride', 'CN[C@@H](C)[C@H](O)c1ccccc1.Cl'],
    ['acetone in water', 'CC(C)=O.O'],
    ['acetone and toluene', 'CC(C)=O.Cc1ccccc1'],
    ['acetic anhydride in acetone', 'CC(=O)OC(C)=O.CC(C)=O'],
    ['acetone and chloroform, a solvent that is not in the tables', 'CC(C)=O.ClC(Cl)Cl'],
  ])('%s is listed', (_, smiles) => expect(answer(smiles, 'UN').split(',')[0]).toBe('listed'))
})

describe('Regulation (EC) No 273/2004, article 2(a), and 21 CFR 1310.12: ephedrine with paracetamol', () => {
  const mixture = `CN[C@@H](C)[C@H](O)c1ccccc1.Cl.${paracetamol}`
  it.each(['EU', 'US'])('%s', (code) => expect(answer(mixture, code)).toBe('undecided,with other ingredients'))
  it('the hydrochloride is listed', () =>
    expect(answer('CN[C@@H](C)[C@H](O)c1ccccc1.Cl', 'EU').split(',')[0]).toBe('listed'))
  it.each(['DE', 'EE'])('%s, by reference to the Union', (code) =>
    expect(answer(mixture, code)).toContain('undecided,undecided elsewhere'),
  )
})

describe('a solvate of a medicine is not the listed solvent', () => {
  it.each(['US', 'CN', 'CA', 'EU', 'GB', 'JP', 'UN'])('%s', (code) => {
    expect(answer(`CC(C)=O.${cabazitaxel}`, code)).toBe(
      `undecided,${['EU', 'UN', 'US'].includes(code) ? 'with other ingredients' : 'solvate or mixture'}`,
    )
    expect(answer('CC(C)=O', code)).toBe('listed')
  })
  it('the drug in it is judged as before', () => {
    expect(answer(`CC(C)=O.${substanceOf('cocaine').smiles}`, 'US').split(',')[0]).toBe('listed')
  })
})
